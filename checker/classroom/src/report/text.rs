//! Foreign text on a page.

use std::borrow::Cow;
use std::fmt::Write as _;

use maud::{Escaper, Render};

use crate::intake::name::deceives;

/// `text` in one line. What deceives is shown by number, such as `\u{202e}`, and what
/// ends a line as a space.
pub(super) fn line(text: &str) -> Cow<'_, str> {
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
pub(super) fn block(text: &str) -> Cow<'_, str> {
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

fn push(shown: &mut String, c: char) {
    if deceives(c) {
        // Writing to a string does not fail.
        let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
    } else {
        shown.push(c);
    }
}

/// The first `most` characters of `text`, and `…` if there are more.
pub(super) fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

/// A part of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// What stood between backticks.
    Code(&'a str),
}

/// Sentences of the judge have code between backticks. A backtick without a partner is
/// a word like any other.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
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

/// A foreign text in one line of HTML.
pub(super) struct Line<'a>(pub &'a str);

impl Render for Line<'_> {
    fn render_to(&self, html: &mut String) {
        escape(&line(self.0), html);
    }
}

/// A foreign text in HTML's `<pre>`.
pub(super) struct Block<'a>(pub &'a str);

impl Render for Block<'_> {
    fn render_to(&self, html: &mut String) {
        // HTML swallows the first line end of a `pre`.
        html.push('\n');
        escape(&block(self.0), html);
    }
}

/// A foreign sentence in HTML, with its code as code.
pub(super) struct Prose<'a>(pub &'a str);

impl Render for Prose<'_> {
    fn render_to(&self, html: &mut String) {
        for piece in pieces(&line(self.0)) {
            match piece {
                Piece::Words(words) => escape(words, html),
                Piece::Code(code) => {
                    html.push_str("<code>");
                    escape(code, html);
                    html.push_str("</code>");
                }
            }
        }
    }
}

fn escape(text: &str, html: &mut String) {
    // Writing to a string does not fail.
    let _ = Escaper::new(html).write_str(text);
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

    #[test]
    fn nothing_foreign_is_markup() {
        let evil = "`<script>`\"&'</script>]]>";
        let html = |text: &dyn Render| text.render().into_string();
        assert_eq!(
            html(&Prose(evil)),
            "<code>&lt;script&gt;</code>&quot;&amp;'&lt;/script&gt;]]&gt;"
        );
        assert_eq!(html(&Line("<b>\n\u{7}")), "&lt;b&gt; \\u{7}");
        assert_eq!(html(&Block("\nx<")), "\n\nx&lt;");
    }
}
