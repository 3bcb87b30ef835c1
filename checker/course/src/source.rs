//! Rust source cut into tokens by the compiler's own lexer.
//!
//! Names in comments and strings are no names; that is all this is for.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// A piece of source that is neither white space nor a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// As written. A raw identifier stands here without its `r#`.
    pub text: &'a str,
    /// What it is.
    pub kind: Kind,
    /// The line it begins on, from 1.
    pub line: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name or a keyword.
    Word,
    /// A string, a number or a character.
    Literal,
    /// Anything else; one character each.
    Sign,
}

impl Token<'_> {
    /// Whether this is the name or keyword `word`.
    pub fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text == word
    }

    /// Whether this is the sign `sign`.
    pub fn is_sign(&self, sign: &str) -> bool {
        self.kind == Kind::Sign && self.text == sign
    }
}

/// The tokens of `source`, in order. Works on any text, valid Rust or not.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut rest = source;
    // The compiler skips a first line that names an interpreter.
    if let Some(length) = ra_ap_rustc_lexer::strip_shebang(source) {
        rest = &source[length..];
    }
    let mut start = source.len() - rest.len();
    let mut line = 1;
    let mut tokens = Vec::new();
    for token in tokenize(rest, FrontmatterAllowed::No) {
        let end = start + token.len as usize;
        let text = &source[start..end];
        let kind = match token.kind {
            TokenKind::Whitespace
            | TokenKind::LineComment { .. }
            | TokenKind::BlockComment { .. } => None,
            TokenKind::Ident | TokenKind::InvalidIdent => Some((text, Kind::Word)),
            TokenKind::RawIdent => Some((text.trim_start_matches("r#"), Kind::Word)),
            TokenKind::Literal { .. } => Some((text, Kind::Literal)),
            _ => Some((text, Kind::Sign)),
        };
        if let Some((text, kind)) = kind {
            tokens.push(Token { text, kind, line });
        }
        line += source[start..end].bytes().filter(|b| *b == b'\n').count();
        start = end;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_hold_no_words() {
        let source = "#!/bin/sh\n// include!\n/* mod a; /* b */ */ fn r#mod() {\n\
                      let s = \"crate::x\"; let r = r#\"path\"#; 'a'; 'a: loop {} }";
        let words: Vec<_> = tokens(source)
            .into_iter()
            .filter(|token| token.kind == Kind::Word)
            .map(|token| (token.text, token.line))
            .collect();
        assert_eq!(
            words,
            [
                ("fn", 3),
                ("mod", 3),
                ("let", 4),
                ("s", 4),
                ("let", 4),
                ("r", 4),
                ("loop", 4)
            ]
        );
    }

    #[test]
    fn text_that_is_no_rust_is_cut_up_all_the_same() {
        assert!(tokens("").is_empty());
        let kinds: Vec<_> = tokens("\u{0}🦀 \" unterminated")
            .into_iter()
            .map(|token| token.kind)
            .collect();
        assert_eq!(kinds, [Kind::Sign, Kind::Word, Kind::Literal]);
    }
}
