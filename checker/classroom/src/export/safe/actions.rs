//! Foreign text in the log of a GitHub workflow.

use super::text;

/// `foreign` as a block of lines that the runner of a GitHub workflow takes for no command.
///
/// The runner obeys what is printed to the log. A line that begins with `::`, white space
/// aside, such as `::error::`, is a command, and in the older form so is whatever follows
/// `##[`, wherever it stands. Here a space tears these marks apart. What deceives is shown
/// by number, as by [`block`](super::block()).
///
/// A second lock on the same door is `::stop-commands::`: see
/// [`Workflow`](crate::export::Workflow).
pub fn log(foreign: &str) -> String {
    let shown = text::block(foreign);
    let mut inert = String::with_capacity(shown.len() + 8);
    for line in shown.split_inclusive('\n') {
        let command = line.trim_start();
        let (indent, command) = line.split_at(line.len() - command.len());
        inert.push_str(indent);
        match command.strip_prefix("::") {
            Some(rest) => {
                inert.push_str(": :");
                inert.push_str(&rest.replace("##[", "## ["));
            }
            None => inert.push_str(&command.replace("##[", "## [")),
        }
    }
    inert
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_command() {
        for (foreign, shown) in [
            ("std::thread::spawn", "std::thread::spawn"),
            (
                "::error file=a,line=1::you fail",
                ": :error file=a,line=1::you fail",
            ),
            ("ok\n \t::add-mask::a\nok", "ok\n \t: :add-mask::a\nok"),
            ("a\r\n::set-env name=PATH::x", "a\n: :set-env name=PATH::x"),
            ("a\r::error::x", "a\\u{d}::error::x"),
            ("\u{3000}::error::x", "\u{3000}: :error::x"),
            ("see ##[error]x", "see ## [error]x"),
            ("::::x", ": :::x"),
            ("##[::error::x", "## [::error::x"),
            ("::##[a]", ": :## [a]"),
            ("###[a]", "### [a]"),
            ("\u{1b}[31m::error::x", "\\u{1b}[31m::error::x"),
            ("::", ": :"),
            ("\n\n", "\n\n"),
            ("", ""),
        ] {
            assert_eq!(log(foreign), shown, "{foreign:?}");
        }
    }

    /// What the runner takes for a command, as its source reads lines.
    fn is_command(line: &str) -> bool {
        line.trim_start().starts_with("::") || line.contains("##[")
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_a_command(foreign in "([:#\\[\\] \ta\r\n\u{85}\u{2028}\u{a0}]|::|##\\[){0,16}") {
            let shown = log(&foreign);
            let lines = shown.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
            proptest::prop_assert!(!lines.into_iter().any(is_command), "{shown:?}");
        }
    }
}
