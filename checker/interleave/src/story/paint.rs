//! Colour, where somebody looks who wants it.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::IsTerminal as _;

/// Paints text, or leaves it as it is.
#[derive(Clone, Copy)]
pub(crate) struct Paint {
    on: bool,
}

impl Paint {
    /// No colour.
    pub fn plain() -> Paint {
        Paint { on: false }
    }

    /// Colour if standard error is a terminal and nobody asks for none.
    pub fn for_stderr() -> Paint {
        Paint {
            on: std::io::stderr().is_terminal() && wanted(|name| std::env::var_os(name)),
        }
    }

    pub fn is_on(self) -> bool {
        self.on
    }

    fn with(self, code: &str, text: impl Display) -> String {
        if self.on {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_string()
        }
    }

    pub fn dim(self, text: impl Display) -> String {
        self.with("2", text)
    }

    pub fn bold(self, text: impl Display) -> String {
        self.with("1", text)
    }

    pub fn alarm(self, text: impl Display) -> String {
        self.with("1;31", text)
    }

    /// Each thread has a colour of its own, as far as there are enough.
    pub fn thread(self, thread: usize, text: impl Display) -> String {
        const COLOURS: [&str; 5] = ["36", "33", "35", "32", "34"];
        self.with(COLOURS[thread % COLOURS.len()], text)
    }
}

/// What the environment says about colour.
fn wanted(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let no_color = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
    let off = variable("CLICOLOR").is_some_and(|value| value == "0");
    let dumb = variable("TERM").is_some_and(|value| value == "dumb");
    !no_color && !off && !dumb
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gets_colour_who_wants_none() {
        let with = |name: &'static str, value: &'static str| {
            wanted(move |asked| (asked == name).then(|| OsString::from(value)))
        };
        assert!(with("TERM", "xterm"));
        assert!(with("NO_COLOR", ""));
        assert!(with("CLICOLOR", "1"));
        assert!(!with("NO_COLOR", "1"));
        assert!(!with("CLICOLOR", "0"));
        assert!(!with("TERM", "dumb"));
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        assert_eq!(Paint::plain().alarm("x"), "x");
        assert_eq!(Paint { on: true }.dim("x"), "\x1b[2mx\x1b[0m");
    }
}
