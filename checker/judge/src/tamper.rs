//! What a learner's file may not do: reach for anything but itself.
//!
//! The file is read with the compiler's own lexer, so that comments and strings
//! may say what they like. Macros are looked into as they stand: a token that is
//! harmful only after expansion is caught where it is written.

use course::source::{Kind, Token, tokens};

/// Something in the file that reaches outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reach {
    /// The line it is on.
    pub line: u32,
    /// How it is written, such as `include!`.
    pub how: &'static str,
    /// What it would do.
    pub what: &'static str,
}

const READS: &str = "reads another file";
const ANOTHER_FILE: &str = "puts a part of the program into another file";
const CRATES: &str = "fetches a crate by the back door";
const MACROS: &str = "puts macros into the tests";
const TOOLS: &str = "names the tools that judge it";

/// The first thing in `source` that reaches outside.
pub(crate) fn find(source: &str) -> Option<Reach> {
    let tokens = tokens(source);
    let hidden_calls = calls_a_macro_by_variable(&tokens);
    (0..tokens.len()).find_map(|at| {
        let (how, what) = reach_at(&tokens, at, hidden_calls)?;
        let line = u32::try_from(tokens[at].line).unwrap_or(u32::MAX);
        Some(Reach { line, how, what })
    })
}

fn reach_at(
    tokens: &[Token<'_>],
    at: usize,
    hidden_calls: bool,
) -> Option<(&'static str, &'static str)> {
    let token = tokens[at];
    if token.kind != Kind::Word {
        return None;
    }
    let next = tokens.get(at + 1);
    let next_is = |sign: &str| next.is_some_and(|token| token.is_sign(sign));
    let after_that_is = |sign: &str| tokens.get(at + 2).is_some_and(|token| token.is_sign(sign));
    let previous_is =
        |sign: &str| at > 0 && tokens.get(at - 1).is_some_and(|token| token.is_sign(sign));
    match token.text {
        "include_str" => Some(("include_str!", READS)),
        "include_bytes" => Some(("include_bytes!", READS)),
        // A variable may well be called so; a macro is called with `!`, or
        // renamed by its path first.
        "include" if next_is("!") || hidden_calls || previous_is(":") || in_use(tokens, at) => {
            Some(("include!", READS))
        }
        "path" if next_is("=") && in_attribute(tokens, at) => Some(("#[path]", ANOTHER_FILE)),
        "mod" if next.is_some_and(|token| token.kind == Kind::Word) && !after_that_is("{") => {
            Some(("mod name;", ANOTHER_FILE))
        }
        // In a macro: `mod $name` with its body is a module like any other.
        "mod" if next_is("$") && !tokens.get(at + 3).is_some_and(|token| token.is_sign("{")) => {
            Some(("mod $name;", ANOTHER_FILE))
        }
        "extern" if next_is("$") || next.is_some_and(|token| token.is_word("crate")) => {
            Some(("extern crate", CRATES))
        }
        "macro_export" if in_attribute(tokens, at) => Some(("#[macro_export]", MACROS)),
        "macro_use" if in_attribute(tokens, at) => Some(("#[macro_use]", MACROS)),
        "interleave" => Some(("interleave", TOOLS)),
        "testkit" => Some(("testkit", TOOLS)),
        // The explorer keeps the real library there. `std` itself has no such thing, and
        // all of `std` at once may bring it in.
        "real" if follows_std(tokens, at) || takes_all_of_std(tokens) => Some(("std::real", TOOLS)),
        "Sometime" if takes_all_of_std(tokens) => Some(("std::Sometime", TOOLS)),
        "note_sometime" => Some(("note_sometime", TOOLS)),
        "sometimes" if next_is("!") => Some(("sometimes!", TOOLS)),
        _ => None,
    }
}

/// Whether the token at `at` comes right after `std::` or `core::`.
fn follows_std(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(3).is_some_and(|start| {
        (tokens[start].is_word("std") || tokens[start].is_word("core"))
            && tokens[start + 1].is_sign(":")
            && tokens[start + 2].is_sign(":")
    })
}

/// Whether a glob may bring in all of `std` or `core`: `std::*`, `std::{sync, *}`, or any
/// glob at all where one of them goes by another name.
fn takes_all_of_std(tokens: &[Token<'_>]) -> bool {
    let renamed = tokens
        .windows(2)
        .any(|two| (two[0].is_word("std") || two[0].is_word("core")) && two[1].is_word("as"));
    let globs = (0..tokens.len()).filter(|at| tokens[*at].is_sign("*"));
    globs.into_iter().any(|at| {
        let in_braces = || {
            let opened = (0..at).rev().find(|before| tokens[*before].is_sign("{"));
            in_use(tokens, at) && opened.is_some_and(|opened| follows_std(tokens, opened))
        };
        follows_std(tokens, at) || in_braces() || (renamed && in_use(tokens, at))
    })
}

/// Whether some macro calls a macro that it was given the name of: `$name!`.
fn calls_a_macro_by_variable(tokens: &[Token<'_>]) -> bool {
    tokens
        .windows(3)
        .any(|three| three[0].is_sign("$") && three[1].kind == Kind::Word && three[2].is_sign("!"))
}

/// Whether the token at `at` is part of a `use` item.
fn in_use(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[..at]
        .iter()
        .rev()
        .take_while(|token| !token.is_sign(";"))
        .any(|token| token.is_word("use"))
        // A statement between the two has ended the item.
        && tokens[..at]
            .iter()
            .rev()
            .take_while(|token| !token.is_word("use"))
            .all(|token| {
                token.kind == Kind::Word
                    || [":", "{", ",", "*"].iter().any(|sign| token.is_sign(sign))
            })
}

/// Whether the token at `at` stands between the brackets of a `#[...]`.
fn in_attribute(tokens: &[Token<'_>], at: usize) -> bool {
    let mut closed = 0;
    for index in (0..at).rev() {
        let token = &tokens[index];
        if token.is_sign("]") {
            closed += 1;
        } else if token.is_sign("[") {
            if closed == 0 {
                let before = |back: usize| index.checked_sub(back).map(|i| &tokens[i]);
                return before(1).is_some_and(|token| token.is_sign("#"))
                    || (before(1).is_some_and(|token| token.is_sign("!"))
                        && before(2).is_some_and(|token| token.is_sign("#")));
            }
            closed -= 1;
        } else if token.is_sign(";") {
            // No attribute reaches over the end of a statement.
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn how(source: &str) -> Option<&'static str> {
        find(source).map(|reach| reach.how)
    }

    #[test]
    fn every_way_out_is_found() {
        for (source, expected) in [
            ("#[path = \"../x.rs\"] mod x {}", "#[path]"),
            ("#[cfg_attr(all(), path = \"x.rs\")] mod x {}", "#[path]"),
            ("#[ path=\"x.rs\" ]\nmod x;", "#[path]"),
            ("mod x;", "mod name;"),
            ("pub(crate) mod r#x ;", "mod name;"),
            ("macro_rules! m { ($n:ident) => { mod $n; } }", "mod $name;"),
            (
                "macro_rules! m { ($n:ident $t:tt) => { mod $n $t } }",
                "mod $name;",
            ),
            ("include!(\"x.rs\");", "include!"),
            ("std::include ! { \"x.rs\" }", "include!"),
            ("use std::include as i; i!(\"x\");", "include!"),
            ("use std::{thread, include as i};", "include!"),
            (
                "macro_rules! m { ($i:ident) => { $i!(\"x\") } } m!(include);",
                "include!",
            ),
            ("r#include!(\"x.rs\");", "include!"),
            ("const X: &str = include_str!(\"x\");", "include_str!"),
            ("use std::include_bytes as b;", "include_bytes!"),
            ("extern crate std as real;", "extern crate"),
            (
                "macro_rules! m { ($c:tt) => { extern $c std; } }",
                "extern crate",
            ),
            (
                "#[macro_export] macro_rules! assert_eq { () => {} }",
                "#[macro_export]",
            ),
            ("#![macro_use]", "#[macro_use]"),
            ("#[cfg(test)] use interleave::real::thread;", "interleave"),
            ("use super::testkit;", "testkit"),
            ("#[cfg(test)] use std::real::sync::Mutex;", "std::real"),
            ("#[cfg(test)] use ::core::real as std;", "std::real"),
            (
                "mod real { pub use std::sync; } fn f() { use std::*; real::sync::Mutex::new(0); }",
                "std::real",
            ),
            (
                "fn f() { use std::{sync, *}; real::sync::Mutex::new(0); }",
                "std::real",
            ),
            (
                "use std as s; fn f() { use s::*; real::sync::Mutex::new(0); }",
                "std::real",
            ),
            (
                "fn f() { sometimes!(true, \"two are inside\"); }",
                "sometimes!",
            ),
        ] {
            assert_eq!(how(source), Some(expected), "{source}");
        }
    }

    #[test]
    fn honest_code_may_look_alike() {
        for source in [
            "// include!(\"x\") and mod x; and #[path = \"\"]\n/* extern crate */",
            "let s = \"mod x; include_str!\"; let r = r#\"#[path = \"x\"]\"#;",
            "mod inner { pub fn f() {} }",
            "#[cfg(test)] mod tests { use super::*; #[test] fn t() {} }",
            "macro_rules! m { ($n:ident) => { mod $n { } } }",
            "let include = true; if include { f(include) } println!(\"{}\", include);",
            "let path = file; x[0] = 1; path = other;",
            "fn f(path: &str) { let a = [path]; }",
            "let v: [u8; 3] = [1, 2, 3]; let path = v[0]; #[inline] fn g() {}",
            "extern \"C\" fn f() {}",
            "fn interleaved() {}",
            "mod real { pub fn f() {} } fn g() { real::f(); use std::sync::*; let real = 1.5; }",
            "use std::{thread, sync::{Arc, Mutex}}; fn g(real: f64) -> f64 { 2.0 * real }",
            "fn sometimes() {} fn g() { sometimes() }",
            "use std::sync::Arc; fn f(include: bool) { g(true, include) }",
        ] {
            assert_eq!(how(source), None, "{source}");
        }
    }

    #[test]
    fn the_line_is_told() {
        assert_eq!(find("\n/*\n*/ mod x;").unwrap().line, 3);
    }
}
