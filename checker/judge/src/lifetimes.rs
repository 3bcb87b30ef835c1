//! The compiler's oldest hole, <https://github.com/rust-lang/rust/issues/25860>.
//!
//! Where a function names two lifetimes, the compiler works out from the types of its
//! arguments how they relate, and forgets it when the function is called through a pointer.
//! So safe code can make a reference live for ever, and threads share memory without a step
//! that the explorer sees. A lifetime that stands in a bound is not open to it: then the
//! compiler asks for the bound at each use. Nor is a function that is only ever called by
//! its name: there the compiler knows what it worked out.

use course::source::{Kind, Token, tokens};

/// The line of the first function that names two lifetimes, has no bound for one of them,
/// and is used as a value.
pub(crate) fn unrelated(source: &str) -> Option<u32> {
    let tokens = tokens(source);
    let line = |token: &Token<'_>| u32::try_from(token.line).unwrap_or(u32::MAX);
    // A macro that takes pieces can put a function together that is nowhere to be seen.
    if let Some([dollar, ..]) = tokens.windows(4).find(|four| takes_a_piece(four)) {
        let mut names: Vec<_> = tokens.iter().filter_map(named_lifetime).collect();
        names.sort_unstable();
        names.dedup();
        if names.len() > 1 {
            return Some(line(dollar));
        }
    }
    let starts = tokens.windows(2).enumerate();
    let mut functions = starts.filter(|(_, two)| two[0].is_word("fn") && two[1].kind == Kind::Word);
    functions
        .find(|(start, two)| {
            leaves_one_open(signature(&tokens[*start..])) && is_a_value(&tokens, two[1].text)
        })
        .map(|(_, two)| line(&two[0]))
}

/// Whether a function of this name goes anywhere but into a call.
fn is_a_value(tokens: &[Token<'_>], name: &str) -> bool {
    (0..tokens.len()).any(|at| {
        let is_declared = at > 0 && tokens[at - 1].is_word("fn");
        tokens[at].is_word(name) && !is_declared && !is_called(&tokens[at + 1..])
    })
}

/// Whether what comes after a name calls it: `(...)`, or `::<...>(...)`.
fn is_called(after: &[Token<'_>]) -> bool {
    let sign = |at: usize, sign| {
        after
            .get(at)
            .is_some_and(|token: &Token<'_>| token.is_sign(sign))
    };
    if sign(0, "(") {
        return true;
    }
    if !(sign(0, ":") && sign(1, ":") && sign(2, "<")) {
        return false;
    }
    let mut open = 0;
    for at in 2..after.len() {
        if sign(at, "<") {
            open += 1;
        } else if sign(at, ">") && !sign(at - 1, "-") {
            open -= 1;
        }
        if open == 0 {
            return sign(at + 1, "(");
        }
    }
    false
}

/// `$name:lifetime`, or anything that may be one.
fn takes_a_piece(four: &[Token<'_>]) -> bool {
    let kinds = ["lifetime", "tt", "ident", "item"];
    four[0].is_sign("$")
        && four[1].kind == Kind::Word
        && four[2].is_sign(":")
        && kinds.iter().any(|kind| four[3].is_word(kind))
}

/// The tokens of a function before its body.
fn signature<'t, 's>(tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        let is = |signs: &[&str]| signs.iter().any(|sign| token.is_sign(sign));
        // `Wall<{ 2 + 2 }>` is no body.
        let in_angles = at > 0 && ["<", ",", "="].iter().any(|s| tokens[at - 1].is_sign(s));
        if is(&["(", "["]) {
            depth += 1;
        } else if is(&[")", "]"]) {
            depth -= 1;
        } else if depth == 0 && (is(&[";"]) || (is(&["{"]) && !in_angles)) {
            return &tokens[..at];
        }
    }
    tokens
}

fn leaves_one_open(signature: &[Token<'_>]) -> bool {
    let (mut all, mut bound) = (Vec::new(), Vec::new());
    for (at, token) in signature.iter().enumerate() {
        let Some(name) = named_lifetime(token) else {
            continue;
        };
        all.push(name);
        // Both sides of `'b: 'a + 'c`, and that of `T: 'a`.
        let sign = |at: usize, sign| signature.get(at).is_some_and(|token| token.is_sign(sign));
        let after = at > 0 && (sign(at - 1, ":") || sign(at - 1, "+"));
        if after || (sign(at + 1, ":") && !sign(at + 2, ",") && !sign(at + 2, ">")) {
            bound.push(name);
        }
    }
    all.sort_unstable();
    all.dedup();
    all.len() > 1 && all.iter().any(|name| !bound.contains(name))
}

fn named_lifetime<'s>(token: &Token<'s>) -> Option<&'s str> {
    // A character has a second quote.
    let is_one = token.text.starts_with('\'') && !token.text.ends_with('\'');
    (is_one && !["'static", "'_"].contains(&token.text)).then_some(token.text)
}

#[cfg(test)]
mod tests {
    use super::unrelated;

    #[test]
    fn two_lifetimes_that_nothing_relates_are_found() {
        for source in [
            "fn f<'a, 'b, T>(_: &'a &'b (), t: &'b mut T) -> &'a mut T { t }",
            "fn f<'a, 'b, T>(_: &'a Holder<'b>, t: &'b mut T) -> &'a mut T { t }",
            "fn f<'a, 'b>(_: Option<&'a Option<&'b ()>>) {}",
            "impl<'a> H<'a> { fn f<'b>(_: [u8; 0], _: &'a H<'b>) {} }",
            "fn f<'b>(_: &'b ()) -> Pair<{ 0 }, &'a &'b ()> {}",
            "fn f<'a, 'b, 'c: 'a>(_: &'a &'b (), _: &'c ()) {}",
            "fn f<'a:, 'b:>(_: &'a &'b ()) {}",
            "trait T { fn f<'a, 'b>(_: &'a &'b ()); }",
            "macro_rules! m { ($a:lifetime, $b:lifetime) => { fn f<$a, $b>() {} } } m!('a, 'b);",
            "macro_rules! m { ($($t:tt),*) => { $($t)* } } m!(fn, f, <, 'a, ,, 'b, >, (), {});",
        ] {
            let used = format!("{source} const HOLE: H = f;");
            assert_eq!(unrelated(&used), Some(1), "{used}");
        }
    }

    #[test]
    fn only_a_function_that_is_a_value_is_open() {
        let open = "fn f<'a, 'b>(x: &'a str, _: &'b str) -> &'a str { x }";
        for (used, found) in [
            ("fn g() { f(\"\", \"\"); Self::f(1, 2); }", false),
            ("fn g() { f::<'static>(1); f::<Vec<u8>>(1) }", false),
            ("fn g() { f::<fn(u8) -> u8>(1) }", false),
            ("fn g() { go(f, 1) }", true),
            ("fn g() { go(Self::f) }", true),
            ("fn g() { let hole = f::<u8>; }", true),
            ("use self::f as hole;", true),
        ] {
            let source = format!("{open} {used}");
            assert_eq!(unrelated(&source).is_some(), found, "{source}");
        }
    }

    #[test]
    fn honest_signatures_are_left_alone() {
        for source in [
            "fn f<'a>(text: &'a str, other: &str) -> &'a str { text }",
            "fn f<'a, 'b: 'a>(_: &'a (), t: &'b str) -> &'a str { t }",
            "fn f<'a, 'b>(_: &'a (), t: &'b str) -> &'a str where 'b: 'a { t }",
            "fn f<'scope, 'env: 'scope>(s: &'scope Scope<'scope, 'env>) {}",
            "impl<'a> Guard<'a> { fn f(&self) -> &'a u8 { 'x: loop { break 'x; } } }",
            "fn f<'a>(c: &'a u8) { let quote = 'b'; let tick = '\\''; }",
            "fn f<'a>(x: &'a u8) {} fn g<'b>(x: &'b u8) {}",
            "fn f(x: &'static str, y: &'_ str) {}",
            "macro_rules! m { ($n:ident) => { fn $n<'a>(x: &'a u8) {} } }",
        ] {
            assert_eq!(unrelated(source), None, "{source}");
        }
    }

    #[test]
    fn the_line_is_told() {
        assert_eq!(
            unrelated("\n\nfn f<'a, 'b>(_: &'a &'b ()) {} const F: F = f;"),
            Some(3)
        );
    }
}
