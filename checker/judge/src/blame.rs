//! Which line of the learner's file makes the compiler refuse an honest caller.
//!
//! The error itself is in the caller, a file that the learner did not write. The compiler
//! often says beside it where it comes from. What it does not say is not guessed.

use course::source::{Kind, Token, tokens};

use crate::rustc::{Aside, Problem};

/// A line of the learner's file, and its part in an error elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Blame {
    /// From 1.
    pub line: u32,
    pub what: What,
}

/// What stands on that line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// A bound.
    Bound,
    /// A bound that asks for what lives for ever.
    BoundForEver,
    /// A type of this name. What its fields are made of decides.
    Fields(String),
    /// An `impl` of this trait, with bounds of its own.
    Impl(String),
    /// A `derive` of this trait, for the type of this name.
    Derive(String, String),
    /// A function of this name that is not `const`.
    NotConst(String),
    /// The only `'static` in the file.
    Forever,
}

/// What the compiler has to say about the learner's file in an error that is not in it.
/// The file is called `file`, and `source` is what it holds.
pub(crate) fn find(problem: &Problem, file: &str, source: &str) -> Option<Blame> {
    let own: Vec<&Aside> = problem.asides.iter().filter(|a| a.is_in(file)).collect();
    let tokens = tokens(source);
    fields(&own)
        .or_else(|| bound(&own, source))
        .or_else(|| implementation(&problem.asides, &tokens))
        .or_else(|| derive(problem, &own, &tokens))
        .or_else(|| not_const(problem, &tokens))
        .or_else(|| forever(problem, &tokens))
}

/// The outermost type whose fields the compiler has looked at.
fn fields(own: &[&Aside]) -> Option<Blame> {
    let (aside, name) = own.iter().rev().find_map(|aside| {
        let name = aside
            .says
            .strip_prefix("required because it appears within the type `")?;
        Some((aside, bare(name)?))
    })?;
    Some(Blame {
        line: aside.line?,
        what: What::Fields(name.to_owned()),
    })
}

/// The first thing in the fields that the compiler names beside the reason: a lock asks
/// of what it holds what the caller cannot give.
pub(crate) fn required_for(problem: &Problem) -> Option<&str> {
    let asides = problem.asides.iter().map(|aside| aside.says.as_str());
    let mut required = asides.filter(|says| says.starts_with("required for `std::"));
    required.next()
}

/// How the compiler begins what it says about a bound.
const OF_A_BOUND: [&str; 4] = [
    "required by a bound in",
    "requirements that the value outlives `'static`",
    "`Fn` and `FnMut` closures require captured values",
    "trait bound `",
];

fn bound(own: &[&Aside], source: &str) -> Option<Blame> {
    let mut places = own.iter().filter(|aside| {
        let says = &aside.says;
        OF_A_BOUND.iter().any(|words| says.starts_with(words))
    });
    let first = *places.next()?;
    // It names the bounds that the value has to do with, and one of them is the reason.
    let for_ever = first.says.contains("'static`");
    let says_so = |aside: &&&Aside| {
        let line = aside.line.and_then(|line| quote(source, line));
        line.is_some_and(|line| line.contains("'static"))
    };
    let told = if for_ever {
        std::iter::once(&first).chain(places).find(says_so)?
    } else {
        &first
    };
    Some(Blame {
        line: told.line?,
        what: if for_ever {
            What::BoundForEver
        } else {
            What::Bound
        },
    })
}

/// An `impl` with bounds that are not met. The compiler names it, and not its place.
fn implementation(asides: &[Aside], tokens: &[Token<'_>]) -> Option<Blame> {
    asides.iter().find_map(|aside| {
        let said = aside.says.strip_prefix("required for `")?;
        let (of, what) = said.split_once("` to implement `")?;
        let what = bare(what)?;
        Some(Blame {
            line: impl_of(tokens, what, bare(of)?)?,
            what: What::Impl(what.to_owned()),
        })
    })
}

/// The line on which the `impl` of a trait for a type begins.
fn impl_of(tokens: &[Token<'_>], what: &str, of: &str) -> Option<u32> {
    let at = tokens.windows(3).position(|three| {
        three[0].is_word(what) && three[1].is_word("for") && three[2].is_word(of)
    })?;
    let start = tokens[..at].iter().rfind(|token| token.is_word("impl"))?;
    Some(line(start))
}

/// A derived trait asks of each of a type's parameters what the type is to have.
fn derive(problem: &Problem, own: &[&Aside], tokens: &[Token<'_>]) -> Option<Blame> {
    if problem.code.as_deref() != Some("E0599") {
        return None;
    }
    own.iter().find_map(|aside| {
        let said = aside.says.strip_prefix("doesn't satisfy `")?;
        let (of, what) = said.rsplit_once(": ")?;
        let (of, what) = (bare(of)?, bare(what)?);
        Some(Blame {
            line: derive_of(tokens, what, of)?,
            what: What::Derive(what.to_owned(), of.to_owned()),
        })
    })
}

/// The line of the `derive` of a trait for a type.
fn derive_of(tokens: &[Token<'_>], what: &str, of: &str) -> Option<u32> {
    let is_type = |two: &&[Token<'_>]| {
        ["struct", "enum", "union"]
            .iter()
            .any(|word| two[0].is_word(word))
    };
    (0..tokens.len())
        .filter(|start| tokens[*start].is_word("derive"))
        .find(|start| {
            let rest = &tokens[*start..];
            let list = rest.iter().take_while(|token| !token.is_sign(")"));
            let next = rest.windows(2).find(is_type);
            list.into_iter().any(|token| token.is_word(what))
                && next.is_some_and(|two| two[1].is_word(of))
        })
        .map(|start| line(&tokens[start]))
}

fn not_const(problem: &Problem, tokens: &[Token<'_>]) -> Option<Blame> {
    if problem.code.as_deref() != Some("E0015") {
        return None;
    }
    let name = problem.message.split('`').nth(1)?.rsplit("::").next()?;
    let line = only(
        tokens
            .windows(2)
            .filter(|two| two[0].is_word("fn") && two[1].is_word(name)),
        |two| line(&two[0]),
    )?;
    Some(Blame {
        line,
        what: What::NotConst(name.to_owned()),
    })
}

/// A borrow must last for ever, and there is one place only that asks for it.
fn forever(problem: &Problem, tokens: &[Token<'_>]) -> Option<Blame> {
    let said = &problem.rendered;
    if !said.contains("`'static`") && !said.contains("static lifetime") {
        return None;
    }
    let line = only(
        tokens.iter().filter(|token| token.is_sign("'static")),
        |token| line(token),
    )?;
    Some(Blame {
        line,
        what: What::Forever,
    })
}

/// The lines on which the file vouches for a type itself.
pub(crate) fn unsafe_impls(source: &str) -> Vec<u32> {
    tokens(source)
        .windows(2)
        .filter(|two| two[0].is_word("unsafe") && two[1].is_word("impl"))
        .map(|two| line(&two[0]))
        .collect()
}

/// What a name that a caller uses stands for in the learner's file, and where that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub name: String,
    /// From 1.
    pub line: u32,
}

/// The one type of `source` that the text `user` names, in a file without bounds: there
/// the compiler has nothing but its fields to go by.
pub(crate) fn type_without_bounds(source: &str, user: &str) -> Option<Named> {
    let own = tokens(source);
    let is_bound = |token: &Token<'_>| {
        token.is_sign("'static") || token.is_word("Send") || token.is_word("Sync")
    };
    if own.iter().any(is_bound) {
        return None;
    }
    named(&own, &["struct", "enum", "union"], user)
}

/// The one function of `source` that the text `user` names.
pub(crate) fn function(source: &str, user: &str) -> Option<Named> {
    named(&tokens(source), &["fn"], user)
}

fn named(own: &[Token<'_>], keywords: &[&str], user: &str) -> Option<Named> {
    let theirs = tokens(user);
    let mut found = own.windows(2).filter(|two| {
        keywords.iter().any(|word| two[0].is_word(word))
            && theirs.iter().any(|token| token.is_word(two[1].text))
    });
    match (found.next(), found.next()) {
        (Some(two), None) => Some(Named {
            name: two[1].text.to_owned(),
            line: line(&two[0]),
        }),
        _ => None,
    }
}

/// The one function that gives away a lifetime that none of its arguments has, such as
/// `fn get<'a>(&self) -> Option<&'a T>`.
pub(crate) fn lifetime_from_nowhere(source: &str) -> Option<u32> {
    let tokens = tokens(source);
    let heads = (0..tokens.len())
        .filter(|start| tokens[*start].is_word("fn"))
        .map(|start| {
            let head = &tokens[start..];
            let end = head.iter().position(|t| t.is_sign("{") || t.is_sign(";"));
            &head[..end.unwrap_or(head.len())]
        });
    only(heads.filter(|head| gives_more(head)), |head| line(&head[0]))
}

/// Whether a function's own lifetime, or `'static`, stands in what it returns only.
fn gives_more(head: &[Token<'_>]) -> bool {
    let is_lifetime = |token: &&Token<'_>| {
        token.text.starts_with('\'') && token.kind == Kind::Sign && token.text != "'_"
    };
    let Some(arguments) = head.iter().position(|token| token.is_sign("(")) else {
        return false;
    };
    let Some(arrow) = head
        .windows(2)
        .position(|t| t[0].is_sign("-") && t[1].is_sign(">"))
    else {
        return false;
    };
    if arrow < arguments {
        return false;
    }
    let (own, rest) = head.split_at(arguments);
    let (taken, given) = rest.split_at(arrow - arguments);
    given.iter().filter(is_lifetime).any(|lifetime| {
        let is_it = |token: &Token<'_>| token.text == lifetime.text;
        let is_own = own.iter().any(is_it) || lifetime.text == "'static";
        is_own && !taken.iter().any(is_it)
    })
}

/// The line that all of them are on.
fn only<T>(all: impl Iterator<Item = T>, line: impl Fn(T) -> u32) -> Option<u32> {
    let mut lines: Vec<u32> = all.map(line).collect();
    lines.dedup();
    match lines[..] {
        [line] => Some(line),
        _ => None,
    }
}

/// The name of a type or trait, without its path and what stands in `<>`. What is no
/// plain name, such as a reference, has none.
fn bare(told: &str) -> Option<&str> {
    let path = told.split(['<', '`']).next()?;
    let name = path.rsplit("::").next()?;
    let plain = |letter: char| letter.is_alphanumeric() || letter == '_';
    (!name.is_empty() && name.chars().all(plain)).then_some(name)
}

fn line(token: &Token<'_>) -> u32 {
    u32::try_from(token.line).unwrap_or(u32::MAX)
}

/// What stands on a line, without the space around it.
pub(crate) fn quote(source: &str, line: u32) -> Option<&str> {
    let index = usize::try_from(line).ok()?.checked_sub(1)?;
    source.lines().nth(index).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "exercises/ex90/src/lib.rs";
    const CASE: &str = "exercises/ex90/tests/compile_fail/control.rs";

    fn aside(says: &str, place: Option<(&str, u32)>) -> Aside {
        Aside {
            says: says.to_owned(),
            file: place.map(|(file, _)| file.to_owned()),
            line: place.map(|(_, line)| line),
        }
    }

    fn found(code: &str, message: &str, asides: Vec<Aside>, source: &str) -> Option<Blame> {
        let problem = Problem {
            code: Some(code.to_owned()),
            message: message.to_owned(),
            file: Some(CASE.to_owned()),
            line: Some(7),
            rendered: format!("{message} `'static`"),
            files: Vec::new(),
            asides,
        };
        find(&problem, FILE, source)
    }

    fn blame(line: u32, what: What) -> Blame {
        Blame { line, what }
    }

    #[test]
    fn a_bound_is_where_the_compiler_says_so() {
        let of = |file| vec![aside("required by a bound in `f`", Some((file, 3)))];
        assert_eq!(
            found("E0277", "no", of(FILE), ""),
            Some(blame(3, What::Bound)),
            "its own"
        );
        // That of `spawn`, or of the caller, is none of the learner's.
        assert_eq!(found("E0277", "no", of(CASE), ""), None);
    }

    #[test]
    fn of_several_bounds_the_one_that_asks_for_ever() {
        let says = "requirements that the value outlives `'static` introduced here";
        let asides = vec![
            aside(says, Some((FILE, 2))),
            aside(says, Some((FILE, 3))),
            aside(says, Some((CASE, 1))),
        ];
        let source = "where\n    F: FnOnce() -> T,\n    T: Send + 'static,\n";
        let blamed = found("E0597", "no", asides, source);
        assert_eq!(blamed, Some(blame(3, What::BoundForEver)));
    }

    #[test]
    fn a_type_comes_before_the_bound_that_it_does_not_meet() {
        let asides = vec![
            aside(
                "required because it appears within the type `ex90::Tray<Cell<i32>>`",
                Some((FILE, 9)),
            ),
            aside("required by a bound in `f`", Some((FILE, 3))),
        ];
        assert_eq!(
            found("E0277", "no", asides, ""),
            Some(blame(9, What::Fields("Tray".to_owned())))
        );
    }

    #[test]
    fn an_impl_is_found_by_its_name() {
        let source = "struct Lock<T>(T);\nunsafe impl<T: Send> Send for Lock<T> {}\n\
                      unsafe impl<T: Send + Sync>\n    Sync for Lock<T> {}\n";
        let asides = vec![
            aside(
                "required for `std::cell::Cell<i32>` to implement `Sync`",
                None,
            ),
            aside("required for `Lock<Cell<i32>>` to implement `Sync`", None),
            aside("required for `&Lock<Cell<i32>>` to implement `Send`", None),
        ];
        assert_eq!(
            found("E0277", "no", asides, source),
            Some(blame(3, What::Impl("Sync".to_owned())))
        );
    }

    #[test]
    fn a_derive_is_found_by_its_type() {
        let source = "#[derive(Clone)]\nstruct Other;\n\n#[derive(Debug, Clone)]\n\
                      pub struct Tray<P>(Arc<P>);\n";
        let asides = |says| vec![aside(says, Some((FILE, 5)))];
        let said = "doesn't satisfy `Tray<Portrait>: Clone`";
        assert_eq!(
            found("E0599", "no", asides(said), source),
            Some(blame(
                4,
                What::Derive("Clone".to_owned(), "Tray".to_owned())
            ))
        );
        let said = "doesn't satisfy `Tray<Portrait>: Copy`";
        assert_eq!(found("E0599", "no", asides(said), source), None);
    }

    #[test]
    fn a_missing_const_is_found_if_there_is_one_function_of_the_name() {
        let message = "cannot call non-const associated function `Place::<u8>::empty` in statics";
        let one = "impl Place {\n    pub fn empty() -> Self {}\n}\n";
        let found = |source: &str| found("E0015", message, Vec::new(), source);
        assert_eq!(
            found(one),
            Some(blame(2, What::NotConst("empty".to_owned())))
        );
        assert_eq!(found(&one.repeat(2)), None);
    }

    #[test]
    fn what_lasts_for_ever_is_found_if_it_stands_in_one_place() {
        let one = "// 'static\nfn f<T: 'static>(t: &'static T) {}\n";
        let found = |source: &str| found("E0310", "no", Vec::new(), source);
        assert_eq!(found(one), Some(blame(2, What::Forever)));
        assert_eq!(found(&one.repeat(2)), None);
    }

    #[test]
    fn a_lifetime_that_no_argument_has_is_found() {
        for (head, found) in [
            ("fn get<'a>(&self) -> Option<&'a T>", true),
            ("fn get(&self) -> Guard<'static, T>", true),
            ("fn get<'a>(&'a self) -> Option<&'a T>", false),
            ("fn get(self) -> &'a T", false),
            ("fn get(&self) -> Guard<'_, T>", false),
            ("fn get(&self)", false),
        ] {
            let source = format!("impl<'a> P<'a> {{\n    {head} {{ let x: &'static str; }}\n}}\n");
            assert_eq!(lifetime_from_nowhere(&source), found.then_some(2), "{head}");
        }
    }

    #[test]
    fn what_a_caller_names_is_found_if_it_is_one_thing() {
        let source = "struct Meter(u8);\nstruct Other;\nfn scan() {}\nfn other() {}\n";
        let meter = Some(Named {
            name: "Meter".to_owned(),
            line: 1,
        });
        assert_eq!(type_without_bounds(source, "Meter::new();"), meter);
        assert_eq!(type_without_bounds(source, "Meter::new(Other);"), None);
        let bound = format!("{source}fn f<T: Send>() {{}}");
        assert_eq!(type_without_bounds(&bound, "Meter::new();"), None);
        assert_eq!(function(source, "let a = ex90::scan(a);").unwrap().line, 3);
        assert_eq!(function(source, "scan(other())"), None);
    }
}
