//! Foreign text as such: for terminals, and what all the others begin with.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::intake::name::deceives;

/// `text` in one line, safe on a terminal and in a log. What deceives is shown by number,
/// such as `\u{202e}`, and what ends a line as a space.
///
/// What deceives are control characters, and so every terminal escape, characters that
/// turn the direction of text, and those that cannot be seen.
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(deceives) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\t' => shown.push(' '),
            c => push(&mut shown, c),
        }
    }
    Cow::Owned(shown)
}

/// `text` as a block of lines, otherwise like [`line()`].
pub fn block(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| deceives(c) && c != '\n') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\t' => shown.push(c),
            c => push(&mut shown, c),
        }
    }
    Cow::Owned(shown)
}

pub(super) fn push(shown: &mut String, c: char) {
    if deceives(c) {
        // Writing to a string does not fail.
        let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
    } else {
        shown.push(c);
    }
}

/// The first `most` characters of `text`, and `…` if there are more.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

/// A part of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// What stood between backticks.
    Code(&'a str),
}

/// Sentences of the judge have code between backticks. A backtick without a partner is
/// a word like any other.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, code, after)) = first_code(rest) {
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        pieces.push(Piece::Code(code));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

fn first_code(text: &str) -> Option<(&str, &str, &str)> {
    let (words, rest) = text.split_once('`')?;
    let (code, after) = rest.split_once('`')?;
    (!code.is_empty()).then_some((words, code, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_deceives_is_shown_by_number() {
        let evil = "a\u{202e}b\u{1b}[1m\r\nc\td\u{0}";
        assert_eq!(line(evil), "a\\u{202e}b\\u{1b}[1m c d\\u{0}");
        assert_eq!(block(evil), "a\\u{202e}b\\u{1b}[1m\nc\td\\u{0}");
        assert!(matches!(line("plain ✓"), Cow::Borrowed("plain ✓")));
        assert!(matches!(block("two\nlines"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(cut("äöü", 3), "äöü");
        assert_eq!(cut("äöü", 2), "äö…");
        assert_eq!(cut("", 0), "");
    }

    #[test]
    fn code_stands_between_two_backticks() {
        use Piece::{Code, Words};
        assert_eq!(
            pieces("Take `a` or `b`."),
            [
                Words("Take "),
                Code("a"),
                Words(" or "),
                Code("b"),
                Words(".")
            ]
        );
        assert_eq!(pieces("one ` alone"), [Words("one ` alone")]);
        assert_eq!(pieces("``"), [Words("``")]);
        assert_eq!(pieces(""), []);
    }
}
