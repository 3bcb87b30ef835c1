//! Holes of the compiler by which safe code can make one type of another, or a reference
//! live for ever. Threads then share memory without a step that the explorer sees.
//!
//! The oldest one has a module of its own, [`crate::lifetimes`]. Here are three more:
//!
//! - <https://github.com/rust-lang/rust/issues/57893>: a trait that all types implement,
//!   also those without a size, and a trait object that says otherwise.
//! - <https://github.com/rust-lang/rust/issues/84591>: a bound for all lifetimes, on a trait
//!   that is implemented for some.
//! - <https://github.com/rust-lang/rust/issues/84366>: a closure that holds nothing lives for
//!   ever, whatever it returns; so a function that asks a type to live for ever may believe it
//!   of what belongs to the type, and takes that as an argument.
//!
//! Code that runs on threads needs none of them.

use std::collections::BTreeSet;

use course::source::{Kind, Token, tokens};

/// Which hole it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hole {
    /// A trait of all types, with a type in it.
    AllTypes,
    /// A bound for all lifetimes.
    AllLifetimes,
    /// What belongs to a type that lives for ever.
    WhatBelongs,
}

/// The first one, and its line.
pub(crate) fn find(source: &str) -> Option<(Hole, u32)> {
    let tokens = tokens(source);
    let finders: [(Hole, Finder); 3] = [
        (Hole::AllTypes, impl_for_all),
        (Hole::AllLifetimes, bound_for_all_lifetimes),
        (Hole::WhatBelongs, believes_of_what_belongs),
    ];
    finders.into_iter().find_map(|(hole, finder)| {
        let line = tokens[finder(&tokens)?].line;
        Some((hole, u32::try_from(line).unwrap_or(u32::MAX)))
    })
}

/// Says at which token a hole begins.
type Finder = fn(&[Token<'_>]) -> Option<usize>;

/// An `impl<T: ?Sized> Trait for T` with a type in it, in a file that has trait objects.
fn impl_for_all(tokens: &[Token<'_>]) -> Option<usize> {
    if !tokens.iter().any(|token| token.is_word("dyn")) {
        return None;
    }
    (0..tokens.len()).find(|start| {
        if !tokens[*start].is_word("impl") {
            return false;
        }
        let Some(body) = next(tokens, *start, "{") else {
            return false;
        };
        let head = &tokens[*start..body];
        let unsized_too = head
            .windows(2)
            .any(|two| two[0].is_sign("?") && two[1].is_word("Sized"));
        unsized_too && is_for_a_parameter(head) && has_a_type(&tokens[body..])
    })
}

/// Whether a head of an `impl` ends with `for T`, where `T` is one of its parameters.
fn is_for_a_parameter(head: &[Token<'_>]) -> bool {
    let Some(at) = head.iter().position(|token| token.is_word("for")) else {
        return false;
    };
    // In pieces, or with lifetimes: then anything may come of it.
    let Some(name) = head[at..]
        .iter()
        .find(|token| token.kind == Kind::Word && !token.is_word("for"))
    else {
        return true;
    };
    head[..at]
        .windows(2)
        .any(|two| (two[0].is_sign("<") || two[0].is_sign(",")) && two[1].is_word(name.text))
}

/// Whether a body, from its bracket on, has an associated type.
fn has_a_type(body: &[Token<'_>]) -> bool {
    let mut open = 0;
    for token in body {
        if token.is_sign("{") {
            open += 1;
        } else if token.is_sign("}") {
            open -= 1;
        } else if open == 1 && token.is_word("type") {
            return true;
        }
        if open == 0 {
            break;
        }
    }
    false
}

/// A `for<'a> Trait<'a>` where the trait is the file's own.
fn bound_for_all_lifetimes(tokens: &[Token<'_>]) -> Option<usize> {
    let own: BTreeSet<&str> = tokens
        .windows(2)
        // Under another name it may be its own as well.
        .filter(|two| two[0].is_word("trait") || two[0].is_word("as"))
        .map(|two| two[1].text)
        .collect();
    (0..tokens.len()).find(|start| {
        let is = |at: usize, sign| tokens.get(at).is_some_and(|token| token.is_sign(sign));
        if !tokens[*start].is_word("for") || !is(start + 1, "<") {
            return false;
        }
        let Some(end) = next(tokens, *start, ">") else {
            return false;
        };
        // `for<'a> Trait<'a>`, or `for<'a> T: Trait<'a> + Other<'a>`.
        tokens[end + 1..]
            .iter()
            .take_while(|token| !["{", "(", ",", ";", "="].iter().any(|s| token.is_sign(s)))
            .any(|token| token.kind == Kind::Word && own.contains(token.text))
    })
}

/// A function with an argument of a type `T::Item`, which has a bound `'static`.
fn believes_of_what_belongs(tokens: &[Token<'_>]) -> Option<usize> {
    let is = |at: usize, sign| {
        tokens
            .get(at)
            .is_some_and(|token: &Token<'_>| token.is_sign(sign))
    };
    (0..tokens.len()).find(|start| {
        if !tokens[*start].is_word("fn") {
            return false;
        }
        let end = next(tokens, *start, "{").unwrap_or(tokens.len());
        let bound = |at: &usize| {
            tokens[*at].text == "'static" && (is(at - 1, "+") || (is(at - 1, ":") && *at > 1))
        };
        let mut signature = *start..end;
        if !signature.clone().skip(1).any(|at| bound(&at)) {
            return false;
        }
        let is_parameter = |name: &Token<'_>| {
            let mut pairs = tokens[*start..end].windows(2);
            pairs.any(|two| {
                (two[0].is_sign("<") || two[0].is_sign(",")) && two[1].is_word(name.text)
            })
        };
        // `: T::Item,`, but not `where T::Item: Send,`.
        signature.any(|at| {
            let here =
                tokens[at].kind == Kind::Word && at > 1 && is(at - 1, ":") && !is(at - 2, ":");
            here && is(at + 1, ":")
                && is(at + 2, ":")
                && (is(at + 4, ",") || is(at + 4, ")"))
                && is_parameter(&tokens[at])
        })
    })
}

/// Where the next `sign` is.
fn next(tokens: &[Token<'_>], start: usize, sign: &str) -> Option<usize> {
    (start..tokens.len()).find(|at| tokens[*at].is_sign(sign))
}

#[cfg(test)]
mod tests {
    use super::{Hole, find};

    #[test]
    fn holes_are_found() {
        for (hole, source) in [
            (
                Hole::AllTypes,
                "impl<T: ?Sized, U> Object<U> for T { type Output = U; } fn f(_: &dyn Object<u8>) {}",
            ),
            (
                Hole::AllTypes,
                "impl<U, T> Object<U> for T where T: ?Sized { fn f() {} type Output = U; } type D = dyn X;",
            ),
            (
                Hole::AllLifetimes,
                "trait Sub<'a> {} fn f<S>() where S: for<'a> Sub<'a> {}",
            ),
            (
                Hole::AllLifetimes,
                "trait Sub<'a, 'b, R> {} fn f<S: for<'a, 'b> Sub<'a, 'b, &'b &'a ()>>() {}",
            ),
            (
                Hole::AllLifetimes,
                "trait Sub<'a> {} fn f<S>() where for<'a> S: Send + Sub<'a> {}",
            ),
            (
                Hole::WhatBelongs,
                "fn keep<I: Iterator + 'static>(_: &I, x: I::Item) -> Box<dyn Number> { Box::new(x) }",
            ),
            (
                Hole::WhatBelongs,
                "fn keep<R, I>(x: I::Item, _: &I) where I: 'static + Iterator<Item = R> { go(x) }",
            ),
            (
                Hole::AllLifetimes,
                "trait Sub<'a> {} use Sub as Other; fn f<S: for<'a> self::Other<'a>>() {}",
            ),
        ] {
            assert_eq!(find(source), Some((hole, 1)), "{source}");
        }
    }

    #[test]
    fn honest_code_may_look_alike() {
        for source in [
            "impl<T: ?Sized> Lock<T> { fn f(&self) {} } type Job = Box<dyn FnOnce() + Send>;",
            "impl<T: ?Sized> Deref for Guard<'_, T> { type Target = T; } fn f(_: &dyn Fn()) {}",
            "impl<F: FnOnce()> Task for F { type Output = (); } fn f(_: &dyn Task<Output = ()>) {}",
            "impl<T: ?Sized + Debug> Say for T { fn say(&self) { type X = u8; } } fn f(_: &dyn Say) {}",
            "trait Task {} fn f<F: for<'a> Fn(&'a dyn Task) -> u8>(f: F) {}",
            "trait Task {} fn f(f: for<'a> fn(&'a u8) -> u8) { for x in 0..3 {} }",
            "trait Task {} impl Task for Vec<u8> {}",
            "fn pump<S: Iterator + Send + 'static>(s: S, to: Sender<S::Item>) where S::Item: Send, {}",
            "fn first<S: Iterator>(s: S, or: S::Item) -> S::Item { s.next().unwrap_or(or) }",
            "fn start<S>(s: S) -> Receiver<S::Item> where S: Iterator + 'static, S::Item: Send + 'static {}",
        ] {
            assert_eq!(find(source), None, "{source}");
        }
    }

    #[test]
    fn the_line_is_told() {
        let source = "trait Sub<'a> {}\n\nfn f<S: for<'a> Sub<'a>>() {}";
        assert_eq!(find(source), Some((Hole::AllLifetimes, 3)));
    }
}
