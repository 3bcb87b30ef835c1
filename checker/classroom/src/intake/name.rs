//! Names as found: bytes, shown safely.

use std::fmt::{self, Write as _};

/// A name or path as a submission gave it: bytes, in whatever encoding.
///
/// `Display` is safe on a terminal and in a log. Control characters, terminal escapes,
/// characters that turn the direction of text or cannot be seen, and bytes that are not
/// UTF-8 appear as `\u{1b}` or `\xff`; a very long name is cut in its middle. It is not
/// escaped for HTML, CSV or Markdown: that is for whoever writes those.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RawName(Box<[u8]>);

/// More characters than this are not shown.
const SHOWN: usize = 240;

impl RawName {
    /// The name `bytes`.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into().into_boxed_slice())
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// As text, if it is UTF-8.
    pub fn to_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    /// The name of a file on disk.
    pub(crate) fn of_os(name: &std::ffi::OsStr) -> Self {
        #[cfg(unix)]
        let bytes = std::os::unix::ffi::OsStrExt::as_bytes(name).to_vec();
        // Elsewhere a name that is not Unicode has no bytes to speak of: its lone
        // halves stay told apart.
        #[cfg(not(unix))]
        let bytes = name.as_encoded_bytes().to_vec();
        Self::new(bytes)
    }

    /// `self`, a `between`, and `below`.
    pub(crate) fn joined(&self, between: &str, below: &[u8]) -> Self {
        if self.0.is_empty() {
            return Self::new(below);
        }
        Self::new([&self.0, between.as_bytes(), below].concat())
    }
}

impl From<&str> for RawName {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

/// Whether `c` may deceive whoever reads it: control characters, text direction, width 0.
pub(crate) fn deceives(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

impl fmt::Display for RawName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = String::new();
        for chunk in self.0.utf8_chunks() {
            for c in chunk.valid().chars() {
                if c == '\\' {
                    shown.push_str("\\\\");
                } else if deceives(c) {
                    write!(shown, "\\u{{{:x}}}", u32::from(c))?;
                } else {
                    shown.push(c);
                }
            }
            for byte in chunk.invalid() {
                write!(shown, "\\x{byte:02x}")?;
            }
        }
        let count = shown.chars().count();
        if count <= SHOWN {
            return f.pad(&shown);
        }
        let head: String = shown.chars().take(SHOWN / 2).collect();
        let tail: String = shown.chars().skip(count - SHOWN / 2).collect();
        write!(f, "{head}…{tail}")
    }
}

impl fmt::Debug for RawName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{self}`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_harm_or_deceive_is_shown_by_number() {
        for (bytes, shown) in [
            (&b"Ada Lovelace"[..], "Ada Lovelace"),
            ("Zoë 名前".as_bytes(), "Zoë 名前"),
            (b"a\nb\tc", "a\\u{a}b\\u{9}c"),
            (b"\x1b[31mred\x07", "\\u{1b}[31mred\\u{7}"),
            ("\u{9b}31m".as_bytes(), "\\u{9b}31m"),
            ("sr\u{202e}.bil".as_bytes(), "sr\\u{202e}.bil"),
            ("a\u{200b}b".as_bytes(), "a\\u{200b}b"),
            (b"caf\xe9", "caf\\xe9"),
            (b"a\\x1b", "a\\\\x1b"),
        ] {
            assert_eq!(RawName::new(bytes).to_string(), shown);
        }
    }

    #[test]
    fn a_very_long_name_is_cut_in_its_middle() {
        let name = RawName::new(format!("{}{}", "a".repeat(5000), "b".repeat(5000)));
        let shown = name.to_string();
        assert!(shown.chars().count() <= SHOWN + 1);
        assert!(shown.starts_with('a') && shown.ends_with('b') && shown.contains('…'));
        assert_eq!(name.as_bytes().len(), 10_000, "nothing is lost");
    }
}
