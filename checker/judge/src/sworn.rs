//! Test programs whose word can be believed, see [`testkit::sworn`].
//!
//! A file of tests is written for the standard harness, whose last line anyone can
//! print. So the judge builds it without that harness. In its own copy it takes
//! out each `#[test]`, letter for letter so that every place stays the same, and adds
//! a `main` that runs one of them under oath. The judged file, where it is a module of
//! the tests, moves behind them all: macros may leave a module, but they only reach
//! what comes after it. So no macro of the learner's takes the place of `assert_eq!`.

use std::fmt::Write as _;
use std::io;

use course::source::{Token as Word, tokens};
use course::{Target, TestId};
use testkit::sworn::{FAILED, NO_SUCH_TEST, PASSED, REPORT};

/// The file of tests as a program. `tests` are those of this file.
pub(crate) fn program(text: &str, target: Target, tests: &[&TestId]) -> Result<String, String> {
    let (text, module) = without_judged_module(text);
    if target == Target::Schedules && module.is_empty() {
        return Err(format!("{target}.rs has no `{MODULE} mod name;`"));
    }
    let mut program = without_test_attributes(&text);
    if let Some(inner) = tests.iter().find(|test| test.name.contains("::")) {
        return Err(format!(
            "{inner} is inside a module; a test stands at the top of its file"
        ));
    }
    let listen = match target {
        Target::Schedules => "interleave::__report_to",
        Target::Behaviour | Target::CompileFail => "|_| {}",
    };
    // On the last line, so that no line of the author's moves.
    let _ = write!(program, "{module} fn main() {{ testkit::sworn::run(&[");
    for test in tests {
        let _ = write!(program, "({0:?}, {0} as fn()), ", test.name);
    }
    let _ = writeln!(program, "], {listen}) }}");
    Ok(program)
}

/// What stands before the judged file in the tests that have it as a module.
const MODULE: &str = "#[path = \"../src/lib.rs\"]";

/// Puts spaces in the place of the judged file, and returns how it was declared.
fn without_judged_module(text: &str) -> (String, String) {
    let declares = |nine: &&[Word<'_>]| {
        ["#", "[", "path", "=", "\"../src/lib.rs\"", "]", "mod"]
            .iter()
            .zip(nine.iter())
            .all(|(expected, token)| *expected == token.text)
            && nine[8].is_sign(";")
    };
    let tokens = tokens(text);
    let Some(found) = tokens.windows(9).find(declares) else {
        return (text.to_owned(), String::new());
    };
    let blank = |byte: char| if byte == '\n' { '\n' } else { ' ' };
    let range = place(text, &found[0])..=place(text, &found[8]);
    let mut out = text.to_owned();
    out.replace_range(
        range.clone(),
        &text[range].chars().map(blank).collect::<String>(),
    );
    (out, format!("{MODULE} mod {};", found[7].text))
}

/// Where a token begins. It is a piece of the text, so its address tells.
fn place(text: &str, token: &Word<'_>) -> usize {
    token.text.as_ptr() as usize - text.as_ptr() as usize
}

/// Puts spaces in the place of every `#[test]`.
fn without_test_attributes(text: &str) -> String {
    let mut out = text.to_owned();
    for four in tokens(text).windows(4) {
        if let [hash, open, test, close] = four
            && hash.is_sign("#")
            && open.is_sign("[")
            && test.is_word("test")
            && close.is_sign("]")
            && hash.line == close.line
        {
            let range = place(text, hash)..=place(text, close);
            let blank = " ".repeat(range.clone().count());
            out.replace_range(range, &blank);
        }
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// A secret for one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token(String);

impl Token {
    /// One that nobody can guess.
    pub(crate) fn new() -> io::Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        let mut text = String::new();
        for byte in bytes {
            let _ = write!(text, "{byte:02x}");
        }
        Ok(Self(text))
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

/// How a test under oath says that it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Completion {
    /// It passed.
    Passed,
    /// It failed.
    Failed,
    /// The program has no test of that name.
    NoSuchTest,
    /// Nothing was said.
    Missing,
}

/// What was said under oath.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Testimony {
    /// How the test ended.
    pub completion: Completion,
    /// The explorer's report, a line of JSON for every `explore`.
    pub reports: String,
}

/// The lines that begin with the token. Whatever else came over the channel was
/// put there by somebody who does not know it.
pub(crate) fn read(spoken: &str, token: &Token) -> Testimony {
    let mut testimony = Testimony {
        completion: Completion::Missing,
        reports: String::new(),
    };
    for line in spoken.lines() {
        let Some(said) = line
            .strip_prefix(token.text())
            .and_then(|rest| rest.strip_prefix(' '))
        else {
            continue;
        };
        match said {
            PASSED => testimony.completion = Completion::Passed,
            FAILED => testimony.completion = Completion::Failed,
            NO_SUCH_TEST => testimony.completion = Completion::NoSuchTest,
            said => {
                if let Some(report) = said.strip_prefix(REPORT) {
                    testimony.reports.push_str(report.trim_start());
                    testimony.reports.push('\n');
                }
            }
        }
    }
    testimony
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_stays_where_it_was() {
        let text = "#[path = \"../src/lib.rs\"]\nmod ex16;\n// #[test]\n#[test]\nfn a() {\n    \
            let s = \"#[test]\";\n}\n  #[test] fn b() {}\n";
        let a = TestId::new(Target::Schedules, "a");
        let b = TestId::new(Target::Schedules, "b");
        let program = program(text, Target::Schedules, &[&a, &b]).unwrap();
        let blank = " ".repeat(MODULE.len());
        let expected = format!(
            "{blank}\n         \n// #[test]\n       \nfn a() {{\n    \
            let s = \"#[test]\";\n}}\n          fn b() {{}}\n\
            {MODULE} mod ex16; fn main() {{ testkit::sworn::run(&[(\"a\", a as fn()), (\"b\", b as fn()), ], \
            interleave::__report_to) }}\n"
        );
        assert_eq!(program, expected);
    }

    #[test]
    fn schedules_without_the_judged_file_are_the_authors_mistake() {
        for text in ["", "mod ex16;", "// #[path = \"../src/lib.rs\"] mod ex16;"] {
            assert!(program(text, Target::Schedules, &[]).is_err(), "{text}");
        }
    }

    #[test]
    fn a_test_in_a_module_is_the_authors_mistake() {
        let test = TestId::new(Target::Behaviour, "inner::a");
        let error = program("mod inner {}", Target::Behaviour, &[&test]).unwrap_err();
        assert!(error.contains("inner::a"), "{error}");
    }

    #[test]
    fn only_who_knows_the_token_is_believed() {
        let token = Token("0123".to_owned());
        let completion = |spoken: &str| read(spoken, &token).completion;
        assert_eq!(completion("0123 passed\n"), Completion::Passed);
        assert_eq!(completion("0123 failed\n"), Completion::Failed);
        assert_eq!(completion("0123 no-such-test\n"), Completion::NoSuchTest);
        for forged in [
            "",
            "passed\n",
            "0124 passed\n",
            " 0123 passed\n",
            "0123passed\n",
            "0123 passed!\n",
            "test result: ok. 1 passed; 0 failed; 0 ignored\n",
        ] {
            assert_eq!(completion(forged), Completion::Missing, "{forged}");
        }
        let spoken = "report {\"forged\":1}\n0123 report {\"a\":1}\n0123 passed\n";
        assert_eq!(read(spoken, &token).reports, "{\"a\":1}\n");
    }

    #[test]
    fn no_two_tokens_are_alike() {
        let (one, other) = (Token::new().unwrap(), Token::new().unwrap());
        assert_ne!(one, other);
        assert_eq!(one.text().len(), 32);
    }
}
