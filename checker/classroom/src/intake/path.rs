//! Paths in archives and folders: taken apart, and refused when they could lead astray.

use unicode_normalization::UnicodeNormalization as _;

use crate::intake::name::deceives;
use crate::{Limits, WhyRefused};

/// What separates names in a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separators {
    /// `/` alone.
    Slash,
    /// `/`, or `\` as old Windows tools write it into zips.
    Both,
}

impl Separators {
    fn is(self, byte: u8) -> bool {
        byte == b'/' || (byte == b'\\' && self == Self::Both)
    }
}

/// The names in `raw`, without the empty ones and `.`. Checks nothing.
pub(crate) fn names(raw: &[u8], separators: Separators) -> Vec<&[u8]> {
    raw.split(|byte| separators.is(*byte))
        .filter(|name| !matches!(*name, b"" | b"."))
        .collect()
}

/// Whether `raw` begins at a root, in the manner of any system, or climbs.
pub(crate) fn leads_astray(raw: &[u8]) -> Option<WhyRefused> {
    let is_separator = |byte: &u8| matches!(byte, b'/' | b'\\');
    match raw {
        [b'\\' | b'/', b'\\' | b'/', ..] => return Some(WhyRefused::WindowsPath),
        [first, ..] if is_separator(first) => return Some(WhyRefused::Absolute),
        [drive, b':', ..] if drive.is_ascii_alphabetic() => return Some(WhyRefused::WindowsPath),
        _ => {}
    }
    // Windows drops dots and spaces at the end of a name: `.. ` climbs there.
    let climbs = |name: &[u8]| {
        name.starts_with(b"..") && name.iter().all(|byte| matches!(byte, b'.' | b' '))
    };
    raw.split(is_separator)
        .any(climbs)
        .then_some(WhyRefused::Traversal)
}

/// The names in a path that can be trusted to be one: relative, without `..`, of ordinary
/// text and size.
pub(crate) fn parse(
    raw: &[u8],
    separators: Separators,
    limits: &Limits,
) -> Result<Vec<String>, WhyRefused> {
    if let Some(why) = leads_astray(raw) {
        return Err(why);
    }
    if raw.len() > limits.path_bytes {
        return Err(WhyRefused::LongPath);
    }
    let text = std::str::from_utf8(raw).map_err(|_| WhyRefused::NameNotUtf8)?;
    if text.chars().any(deceives) {
        return Err(WhyRefused::ControlInName);
    }
    if separators == Separators::Slash && text.contains('\\') {
        return Err(WhyRefused::Backslash);
    }
    let names: Vec<String> = names(raw, separators)
        .into_iter()
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    if names.is_empty() {
        return Err(WhyRefused::NoName);
    }
    if names.iter().any(|name| name.contains(':')) {
        return Err(WhyRefused::WindowsPath);
    }
    if names.iter().any(|name| name.len() > limits.name_bytes) {
        return Err(WhyRefused::LongPath);
    }
    if names.len() > limits.folders {
        return Err(WhyRefused::DeepPath);
    }
    Ok(names)
}

/// Two paths with the same folded form are the same file on some system: case and the
/// way that letters are composed do not count.
pub(crate) fn folded(names: &[String]) -> String {
    let composed: String = names.join("/").nfkc().collect();
    composed.to_lowercase().nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(raw: &str) -> Result<Vec<String>, WhyRefused> {
        parse(raw.as_bytes(), Separators::Both, &Limits::default())
    }

    #[test]
    fn ordinary_paths_come_apart() {
        for raw in [
            "ex05/src/lib.rs",
            "./ex05//src/./lib.rs",
            "ex05\\src\\lib.rs",
        ] {
            assert_eq!(parsed(raw).unwrap(), ["ex05", "src", "lib.rs"], "{raw}");
        }
        assert_eq!(parsed("Zoë/a b..c").unwrap(), ["Zoë", "a b..c"]);
    }

    #[test]
    fn each_way_astray_has_its_name() {
        for (raw, why) in [
            ("../ex05.rs", WhyRefused::Traversal),
            ("a/../ex05.rs", WhyRefused::Traversal),
            ("a/..", WhyRefused::Traversal),
            ("a\\..\\ex05.rs", WhyRefused::Traversal),
            ("a/.. /ex05.rs", WhyRefused::Traversal),
            ("a/.../ex05.rs", WhyRefused::Traversal),
            ("/etc/ex05.rs", WhyRefused::Absolute),
            ("\\ex05.rs", WhyRefused::Absolute),
            ("//host/ex05.rs", WhyRefused::WindowsPath),
            ("\\\\host\\share\\ex05.rs", WhyRefused::WindowsPath),
            ("\\\\?\\C:\\ex05.rs", WhyRefused::WindowsPath),
            ("C:\\ex05.rs", WhyRefused::WindowsPath),
            ("c:ex05.rs", WhyRefused::WindowsPath),
            ("ex05/src/lib.rs:hidden.rs", WhyRefused::WindowsPath),
            ("", WhyRefused::NoName),
            ("./.", WhyRefused::NoName),
            ("ex05\0.rs", WhyRefused::ControlInName),
            ("ex05\n.rs", WhyRefused::ControlInName),
            ("\u{1b}]0;x\u{7}/ex05.rs", WhyRefused::ControlInName),
            ("ex05/src/lib\u{202e}.rs", WhyRefused::ControlInName),
        ] {
            assert_eq!(parsed(raw), Err(why), "{raw:?}");
        }
        let long = "a/".repeat(600);
        assert_eq!(parsed(&long), Err(WhyRefused::LongPath));
        assert_eq!(parsed(&"a".repeat(256)), Err(WhyRefused::LongPath));
        assert_eq!(parsed(&"a/".repeat(65)), Err(WhyRefused::DeepPath));
        let limits = Limits::default();
        assert_eq!(
            parse(b"caf\xe9", Separators::Slash, &limits),
            Err(WhyRefused::NameNotUtf8)
        );
        assert_eq!(
            parse(b"a\\b", Separators::Slash, &limits),
            Err(WhyRefused::Backslash)
        );
    }

    #[test]
    fn paths_that_collide_somewhere_fold_into_one() {
        let fold = |raw: &str| folded(&parsed(raw).unwrap());
        assert_eq!(fold("ex05/src/LIB.rs"), fold("EX05/src/lib.rs"));
        assert_eq!(fold("caf\u{e9}.rs"), fold("cafe\u{301}.rs"));
        assert_ne!(fold("ex05/a.rs"), fold("ex05/b.rs"));
    }
}
