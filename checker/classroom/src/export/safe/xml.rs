//! Foreign text in XML 1.0. A writer of XML escapes it; what XML cannot hold at all is
//! up to this.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::text;

/// `foreign` in one line, for an attribute.
pub fn line(foreign: &str) -> Cow<'_, str> {
    only_legal(text::line(foreign))
}

/// `foreign` as a block of lines, for a text.
pub fn block(foreign: &str) -> Cow<'_, str> {
    only_legal(text::block(foreign))
}

/// Control characters are gone already. What is left that XML 1.0 forbids are two
/// characters that mean nothing.
fn only_legal(shown: Cow<'_, str>) -> Cow<'_, str> {
    let is_illegal = |c| matches!(c, '\u{fffe}' | '\u{ffff}');
    if !shown.contains(is_illegal) {
        return shown;
    }
    let mut legal = String::with_capacity(shown.len() + 16);
    for c in shown.chars() {
        if is_illegal(c) {
            // Writing to a string does not fail.
            let _ = write!(legal, "\\u{{{:x}}}", u32::from(c));
        } else {
            legal.push(c);
        }
    }
    Cow::Owned(legal)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The production `Char` of XML 1.0.
    fn is_legal(c: char) -> bool {
        matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    }

    #[test]
    fn what_xml_cannot_hold_is_shown_by_number() {
        assert_eq!(
            line("a\u{0}b\u{ffff}c\nd\u{fffe}"),
            "a\\u{0}b\\u{ffff}c d\\u{fffe}"
        );
        assert_eq!(block("a\r\n\u{c}<b>"), "a\n\\u{c}<b>");
        assert!(matches!(line("plain"), Cow::Borrowed("plain")));
    }

    #[test]
    fn every_character_there_is_becomes_legal() {
        let all: String = ('\0'..=char::MAX).collect();
        assert_eq!(block(&all).chars().find(|c| !is_legal(*c)), None);
        assert_eq!(line(&all).chars().find(|c| !is_legal(*c)), None);
    }
}
