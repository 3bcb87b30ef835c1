//! Rust code in colours, by the compiler's own lexer.

use anstyle::{AnsiColor, Style};
use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

use crate::screen::style::{DIM, paint};

const KEYWORD: Style = AnsiColor::Magenta.on_default();
const TEXT: Style = AnsiColor::Green.on_default();
const MACRO: Style = AnsiColor::Cyan.on_default();
const TYPE: Style = AnsiColor::Yellow.on_default();

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "type", "union",
    "unsafe", "use", "where", "while",
];

/// The lines of a piece of code, in colours.
pub fn lines(code: &str) -> Vec<String> {
    let mut out = String::new();
    let mut start = 0;
    for token in tokenize(code, FrontmatterAllowed::No) {
        let end = start + token.len as usize;
        let text = &code[start..end];
        let style = match token.kind {
            TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => DIM,
            TokenKind::Literal { .. } | TokenKind::Lifetime { .. } => TEXT,
            TokenKind::Ident if KEYWORDS.contains(&text) => KEYWORD,
            TokenKind::Ident if is_macro(&code[end..]) => MACRO,
            TokenKind::Ident if text.starts_with(char::is_uppercase) => TYPE,
            _ => Style::new(),
        };
        // A colour ends with its line.
        let pieces = text.split('\n').map(|piece| {
            if style == Style::new() || piece.is_empty() {
                piece.to_owned()
            } else {
                paint(style, piece)
            }
        });
        out.push_str(&pieces.collect::<Vec<_>>().join("\n"));
        start = end;
    }
    out.lines().map(str::to_owned).collect()
}

fn is_macro(after: &str) -> bool {
    after.starts_with('!') && !after.starts_with("!=")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_colour_of_what_they_are() {
        let code = "let a: Arc<u8> = f(\"x\ny\"); // end\nvec![1]; a != b";
        let drawn = lines(code);
        assert_eq!(drawn.len(), 3);
        let plain = drawn
            .iter()
            .map(|line| anstream::adapter::strip_str(line).to_string());
        assert_eq!(plain.collect::<Vec<_>>().join("\n"), code);
        for (line, style, text) in [
            (0, KEYWORD, "let"),
            (0, TYPE, "Arc"),
            (0, TEXT, "\"x"),
            (1, TEXT, "y\""),
            (1, DIM, "// end"),
            (2, MACRO, "vec"),
            (2, TEXT, "1"),
        ] {
            assert!(
                drawn[line].contains(&paint(style, text)),
                "{text}: {drawn:?}"
            );
        }
        assert!(drawn[2].contains(" a != b"), "{drawn:?}");
    }

    #[test]
    fn half_a_piece_of_code_is_drawn_too() {
        for odd in ["", "\n", "/* … */;\n", "'a", "\"open", "🦀"] {
            let plain = anstream::adapter::strip_str(&lines(odd).join("\n")).to_string();
            assert_eq!(plain, odd.trim_end_matches('\n'));
        }
    }
}
