//! The few signs that are not ASCII, and what stands for them where they cannot be shown.

/// One set of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub passed: &'static str,
    pub failed: &'static str,
    pub open: &'static str,
    pub here: &'static str,
    pub full: &'static str,
    pub empty: &'static str,
    /// Where a thread moves, where it begins to wait, and where it does nothing.
    pub moves: &'static str,
    pub waits: &'static str,
    pub lane: &'static str,
    /// Between the parts of a screen.
    pub rule: &'static str,
    /// Stands for what there is no room for.
    pub more: &'static str,
    /// Points to a line from its right.
    pub at: &'static str,
    /// For `indicatif`: full, part, empty.
    pub progress: &'static str,
    pub spinner: &'static str,
}

pub const UNICODE: Glyphs = Glyphs {
    passed: "✓",
    failed: "✗",
    open: "·",
    here: "▸",
    full: "█",
    empty: "░",
    moves: "●",
    waits: "○",
    lane: "│",
    rule: "─",
    more: "…",
    at: "←",
    progress: "█▌░",
    spinner: "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏ ",
};

pub const ASCII: Glyphs = Glyphs {
    passed: "+",
    failed: "x",
    open: ".",
    here: ">",
    full: "#",
    empty: "-",
    moves: "*",
    waits: "o",
    lane: "|",
    rule: "-",
    more: "..",
    at: "<-",
    progress: "#>-",
    spinner: "|/-\\ ",
};

impl Glyphs {
    /// The set for this terminal.
    pub fn choose(ascii: bool) -> Self {
        if ascii || !utf8_locale(|name| std::env::var(name).ok()) {
            ASCII
        } else {
            UNICODE
        }
    }
}

/// Whether text goes out as UTF-8: the first of these variables that is set decides, as POSIX says.
/// Windows has no such variables, and its consoles show these signs.
fn utf8_locale(var: impl Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(var)
        .find(|value| !value.is_empty());
    match locale {
        Some(locale) => {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        }
        None => cfg!(windows),
    }
}

#[cfg(test)]
mod tests {
    use super::utf8_locale;

    fn with(pairs: &[(&str, &str)]) -> bool {
        utf8_locale(|name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        assert!(with(&[("LANG", "en_GB.UTF-8")]));
        assert!(with(&[("LANG", "C"), ("LC_ALL", "C.utf8")]));
        assert!(!with(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "C")]));
        assert!(with(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "")]));
        assert!(!with(&[("LC_CTYPE", "POSIX")]));
        assert_eq!(with(&[]), cfg!(windows));
    }
}
