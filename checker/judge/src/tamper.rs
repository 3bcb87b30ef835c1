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
const OUTSIDE: &str = "reaches for what is not Rust, or not its own";
const PROGRAM: &str = "changes the program that the tests are part of";
const FILES: &str = "reaches for files, the network or the operating system";
const ASKS: &str = "asks which test is calling";
const MACROS: &str = "puts macros into the tests";
const TOOLS: &str = "names the tools that judge it";

/// The first thing in `source` that reaches outside.
pub(crate) fn find(source: &str) -> Option<Reach> {
    let tokens = tokens(source);
    let macros = Macros::of(&tokens);
    (0..tokens.len()).find_map(|at| {
        let (how, what) = reach_at(&tokens, at, macros)?;
        let line = u32::try_from(tokens[at].line).unwrap_or(u32::MAX);
        Some(Reach { line, how, what })
    })
}

fn reach_at(
    tokens: &[Token<'_>],
    at: usize,
    macros: Macros,
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
    let in_path = || {
        let after = next_is(":") && after_that_is(":");
        let before = previous_is(":") && at > 1 && tokens[at - 2].is_sign(":");
        after || before || in_use(tokens, at) || (macros.build_paths && in_a_macro(tokens, at))
    };
    match token.text {
        "include_str" => Some(("include_str!", READS)),
        "include_bytes" => Some(("include_bytes!", READS)),
        // A variable may well be called so; a macro is called with `!`, or
        // renamed by its path first.
        "include" if next_is("!") || in_path() => Some(("include!", READS)),
        "path" if next_is("=") && in_attribute(tokens, at) => Some(("#[path]", ANOTHER_FILE)),
        "mod" if next.is_some_and(|token| token.kind == Kind::Word) && !after_that_is("{") => {
            Some(("mod name;", ANOTHER_FILE))
        }
        // In a macro: `mod $name` with its body is a module like any other.
        "mod" if next_is("$") && !tokens.get(at + 3).is_some_and(|token| token.is_sign("{")) => {
            Some(("mod $name;", ANOTHER_FILE))
        }
        // A macro may leave out the body, or put the name elsewhere.
        "mod" if macros.take_pieces && in_a_call(tokens, at) => {
            Some(("mod in a macro's brackets", ANOTHER_FILE))
        }
        // However it goes on: a macro may put its words together in another order.
        "extern" => Some(("extern", OUTSIDE)),
        "asm" | "global_asm" | "naked_asm" if next_is("!") || in_path() => Some(("asm!", OUTSIDE)),
        "no_mangle" | "export_name" | "link_section" | "global_allocator" | "panic_handler" => {
            Some(("an attribute of the whole program", PROGRAM))
        }
        "from_raw_fd" | "from_raw_handle" | "from_raw_socket" | "borrow_raw" => {
            Some(("a descriptor by its number", OUTSIDE))
        }
        "fs" if in_path() => Some(("std::fs", FILES)),
        "net" if in_path() => Some(("std::net", FILES)),
        "os" if in_path() => Some(("std::os", FILES)),
        "env" if in_path() => Some(("std::env", FILES)),
        "caller" if in_path() => Some(("Location::caller", ASKS)),
        "Backtrace" => Some(("Backtrace", ASKS)),
        // The name of a closure has that of the test in it.
        "type_name" | "type_name_of_val" => Some(("type_name", ASKS)),
        // So has its number.
        "TypeId" | "type_id" => Some(("TypeId", ASKS)),
        "macro_export" => Some(("#[macro_export]", MACROS)),
        "macro_use" => Some(("#[macro_use]", MACROS)),
        "interleave" => Some(("interleave", TOOLS)),
        "testkit" => Some(("testkit", TOOLS)),
        // The explorer has these names, and nobody else: `std` might mean it here.
        "the_real_std" => Some(("the_real_std", TOOLS)),
        "__Sometime" | "__note_sometime" | "__report_to" => Some(("the explorer", TOOLS)),
        "sometimes" if next_is("!") || (macros.take_pieces && in_a_call(tokens, at)) => {
            Some(("sometimes!", TOOLS))
        }
        _ => None,
    }
}

/// What the macros of a file might hide.
#[derive(Debug, Clone, Copy)]
struct Macros {
    /// A macro takes single names or tokens: `$name:ident`, `$token:tt`. It can put them
    /// together, however they stand where it is called. What comes as an expression or a
    /// type stays in one piece.
    take_pieces: bool,
    /// A macro takes tokens of any kind, or puts a name that it takes into a path, a `use`
    /// or the call of a macro. One that only reads a variable of that name does not.
    build_paths: bool,
}

impl Macros {
    fn of(tokens: &[Token<'_>]) -> Self {
        let (mut any, mut names) = (false, Vec::new());
        for four in tokens.windows(4) {
            if four[0].is_sign("$") && four[1].kind == Kind::Word && four[2].is_sign(":") {
                match four[3].text {
                    "tt" => any = true,
                    "ident" | "path" => names.push(four[1].text),
                    _ => {}
                }
            }
        }
        let is_taken =
            |at: usize| at > 0 && tokens[at - 1].is_sign("$") && names.contains(&tokens[at].text);
        let builds = |at: usize| is_taken(at) && is_part_of_a_path(tokens, at);
        Self {
            take_pieces: any || !names.is_empty(),
            build_paths: any || (0..tokens.len()).any(builds),
        }
    }
}

/// Whether the variable of a macro whose name is at `at` becomes a part of a path, of a
/// `use`, or of the call of a macro.
fn is_part_of_a_path(tokens: &[Token<'_>], at: usize) -> bool {
    let sign = |at: usize, sign| tokens.get(at).is_some_and(|token| token.is_sign(sign));
    let is_declared = sign(at + 1, ":") && !sign(at + 2, ":");
    if is_declared {
        return false;
    }
    // `$($name)::*`: what stands between them comes after the bracket.
    let next = (at + 1..tokens.len()).find(|next| !sign(*next, ")"));
    let joined = next.is_some_and(|next| sign(next, ":") && sign(next + 1, ":"));
    let before = at >= 3 && sign(at - 2, ":") && sign(at - 3, ":");
    let used = tokens[..at]
        .iter()
        .rev()
        .take_while(|token| !token.is_sign(";"))
        .any(|token| token.is_word("use"));
    joined || before || used || sign(at + 1, "!") || is_handed_on(tokens, at)
}

/// Whether the token at `at`, in the body of a macro, is handed to another one.
fn is_handed_on(tokens: &[Token<'_>], at: usize) -> bool {
    groups_around(tokens, at).any(|open| is_a_call(tokens, open))
}

/// Whether the token at `at` stands in the definition or in the call of a macro.
fn in_a_macro(tokens: &[Token<'_>], at: usize) -> bool {
    groups_around(tokens, at).any(|open| {
        let is_definition = open > 2 && tokens[open - 3].is_word("macro_rules");
        is_definition || is_a_call(tokens, open)
    })
}

/// Where the brackets open that are around the token at `at`, from the inside out.
fn groups_around<'t>(tokens: &'t [Token<'_>], at: usize) -> impl Iterator<Item = usize> + 't {
    let mut closed = 0_usize;
    (0..at).rev().filter(move |index| {
        let is = |signs: [&str; 3]| signs.iter().any(|sign| tokens[*index].is_sign(sign));
        if is([")", "]", "}"]) {
            closed += 1;
        } else if is(["(", "[", "{"]) {
            if closed == 0 {
                return true;
            }
            closed -= 1;
        }
        false
    })
}

/// Whether the bracket that opens at `open` holds what a macro is handed, other than one of
/// the standard library's.
fn is_a_call(tokens: &[Token<'_>], open: usize) -> bool {
    open > 1
        && tokens[open - 1].is_sign("!")
        && tokens[open - 2].kind == Kind::Word
        && !is_known(tokens, open - 2)
}

/// Whether the macro whose name is at `at` is the standard library's, which takes
/// expressions and leaves them whole. In a file that gives its name to another it is not.
fn is_known(tokens: &[Token<'_>], at: usize) -> bool {
    const KNOWN: [&str; 14] = [
        "assert",
        "assert_eq",
        "assert_ne",
        "debug_assert",
        "eprintln",
        "format",
        "matches",
        "panic",
        "print",
        "println",
        "unreachable",
        "vec",
        "write",
        "writeln",
    ];
    let name = tokens[at].text;
    let is_name = |at: usize| tokens[at].is_word(name);
    let is_call = |at: usize| tokens.get(at + 1).is_some_and(|token| token.is_sign("!"));
    KNOWN.contains(&name) && (0..tokens.len()).all(|at| !is_name(at) || is_call(at))
}

/// Whether the token at `at` stands among what a macro is handed, as far as that can be
/// seen: in round or square brackets, or in braces after `!` or after a macro's variable.
fn in_a_call(tokens: &[Token<'_>], at: usize) -> bool {
    let mut closed = 0;
    for index in (0..at).rev() {
        let is = |signs: [&str; 3]| signs.iter().any(|sign| tokens[index].is_sign(sign));
        if is([")", "]", "}"]) {
            closed += 1;
        } else if is(["(", "[", "{"]) && closed > 0 {
            closed -= 1;
        } else if is(["(", "[", "["]) {
            return true;
        } else if tokens[index].is_sign("{") {
            let before = |back: usize| index.checked_sub(back).map(|at| &tokens[at]);
            let variable = before(2).is_some_and(|token| token.is_sign("$"));
            let module = before(3).is_some_and(|token| token.is_word("mod"));
            if before(1).is_some_and(|token| token.is_sign("!")) || (variable && !module) {
                return true;
            }
        }
    }
    false
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
            ("extern crate std as real;", "extern"),
            ("macro_rules! m { ($c:tt) => { extern $c std; } }", "extern"),
            ("put!(extern, crate, std, as, library, ;);", "extern"),
            ("#[link(name = \"dl\")] unsafe extern \"C\" {}", "extern"),
            ("std::arch::asm!(\"nop\");", "asm!"),
            ("use std::arch::{asm as a};", "asm!"),
            (
                "#[global_allocator] static A: System = System;",
                "an attribute of the whole program",
            ),
            (
                "m!(no_mangle); macro_rules! m { ($a:ident) => { #[unsafe($a)] fn f() {} } }",
                "an attribute of the whole program",
            ),
            ("File::from_raw_fd(3)", "a descriptor by its number"),
            ("fn f() { std::fs::read(\"x\"); }", "std::fs"),
            ("use std::{thread, fs as f};", "std::fs"),
            ("use std::*; fn f() { fs::read(\"x\"); }", "std::fs"),
            (
                "macro_rules! m { ($a:ident, $b:ident) => { $a::$b::read(\"x\") } } m!(std, fs)",
                "std::fs",
            ),
            ("use std::net::TcpStream;", "std::net"),
            ("use std::os::fd::AsFd;", "std::os"),
            ("let test = std::env::args().nth(1);", "std::env"),
            ("let line = Location::caller().line();", "Location::caller"),
            ("use std::backtrace::Backtrace as B;", "Backtrace"),
            ("std::any::type_name::<F>().contains(\"x\")", "type_name"),
            ("std::any::TypeId::of::<F>() == known()", "TypeId"),
            (
                "#[macro_export] macro_rules! assert_eq { () => {} }",
                "#[macro_export]",
            ),
            ("#![macro_use]", "#[macro_use]"),
            ("#[cfg(test)] use interleave::real::thread;", "interleave"),
            ("use super::testkit;", "testkit"),
            (
                "#[cfg(test)] use std::the_real_std::sync::Mutex;",
                "the_real_std",
            ),
            (
                "mod the_real_std {} fn f() { use library::*; the_real_std::sync::Mutex::new(0); }",
                "the_real_std",
            ),
            ("fn __report_to() {}", "the explorer"),
            (
                "fn f() { sometimes!(true, \"two are inside\"); }",
                "sometimes!",
            ),
        ] {
            assert_eq!(how(source), Some(expected), "{source}");
        }
    }

    #[test]
    fn what_a_macro_puts_together_is_found_in_pieces() {
        for (source, expected) in [
            (
                "macro_rules! m { ($($t:tt),*) => { $($t)* } } m!(include, !, (\"x\"), ;);",
                "include!",
            ),
            (
                "macro_rules! m { ($k:tt, $n:ident) => { $k $n; } } m!(mod, x);",
                "mod in a macro's brackets",
            ),
            (
                "macro_rules! m { ($k:tt $n:ident $b:tt) => { $k $n; } } m!(mod x {});",
                "mod in a macro's brackets",
            ),
            (
                "macro_rules! m { ($k:tt $n:ident $b:tt) => { $k $n; } } m! { mod x {} }",
                "mod in a macro's brackets",
            ),
            (
                "macro_rules! m { ($m:ident $s:tt) => { $m $s { mod x {} } } }",
                "mod in a macro's brackets",
            ),
            (
                "macro_rules! m { ($($t:tt),*) => { $($t)* } } m!(std, ::, fs, ::, read, (\"x\"))",
                "std::fs",
            ),
            (
                "macro_rules! m { ($($t:tt),*) => { $($t)* } } m!(sometimes, !, (true, \"x\"), ;);",
                "sometimes!",
            ),
            // A path is a piece as well, if it is but one word.
            (
                "macro_rules! m { ($p:path) => { $p!(\"x\"); } } m!(include);",
                "include!",
            ),
            (
                "use std::*; macro_rules! m { ($p:path) => { use $p as f; } } m!(fs);",
                "std::fs",
            ),
            (
                "use std::*; macro_rules! m { ($p:path) => { use {$p as e, sync::Mutex}; } } m!(env);",
                "std::env",
            ),
            (
                "use std::*; macro_rules! m { ($a:ident) => { $a::args() } } fn f() { m![env]; }",
                "std::env",
            ),
            (
                "use std::*; macro_rules! m { ($($a:ident)*) => { $($a)::*::args() } } m! { env }",
                "std::env",
            ),
            (
                "use std::*; macro_rules! m { ($a:ident) => { n!($a) } } m!(net);",
                "std::net",
            ),
            (
                "use arch::*; macro_rules! m { ($p:path) => { $p!(\"\"); } } m!(global_asm);",
                "asm!",
            ),
            (
                "macro_rules! println { ($a:ident) => { $a!(\"x\") } } println!(include);",
                "include!",
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
            "macro_rules! m { ($n:ident) => { mod $n { mod inner { } } } } mod x { fn f() { mod y {} } }",
            "macro_rules! m { ($t:tt) => { $t } } fn sometimes() {} fn g() { sometimes() }",
            "let include = true; if include { f(include) } println!(\"{}\", include);",
            "let path = file; x[0] = 1; path = other;",
            "fn f(path: &str) { let a = [path]; }",
            "let v: [u8; 3] = [1, 2, 3]; let path = v[0]; #[inline] fn g() {}",
            "fn f(fs: &[u8], net: u32) -> u32 { let os: u32 = net; os + 1 }",
            "#[track_caller] fn f(caller: u32) -> u32 { caller }",
            "struct Fan { net: u32 } fn f(fan: Fan) -> u32 { fan.net }",
            "macro_rules! m { ($e:expr) => { $e + 1 } } fn f(net: u32) -> u32 { m!(net) }",
            "fn interleaved() {}",
            "macro_rules! m { ($n:ident => $e:expr) => {{ let mut $n = lock(); $e }} } \
             fn f(net: u32) -> u32 { let os = m!(n => *n + net); os }",
            "macro_rules! m { ($n:ident) => { println!(\"{}\", $n) } } fn f(env: u8) { m!(env) }",
            "macro_rules! m { ($t:tt) => { $t } } fn f(net: u32, fs: u8) { println!(\"{net}\", fs); }",
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
