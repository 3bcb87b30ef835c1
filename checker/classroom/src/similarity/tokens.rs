//! A source as the comparison sees it: what no disguise should change is left out.
//!
//! | in the source | here |
//! |---|---|
//! | white space, comments, also those of documentation | nothing |
//! | names, `Self`, raw identifiers | one token, the same for all |
//! | well-known names of `std`, if [`Names::Std`] | each its own token |
//! | lifetimes and labels; numbers; strings and characters | one token each kind |
//! | `use` declarations, attributes, `pub`, `pub(crate)` | nothing |
//! | modules and `Ordering` before `::`, as in `std::thread::spawn` | nothing |
//! | a comma before a closing bracket | nothing |
//! | keywords and signs | themselves |

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, strip_shebang, tokenize};

use super::words;

/// Which names count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// None: `lock` and `send` are the same token.
    None,
    /// Those of `std` that a thread program rests on, where they stand as a type or a call.
    Std,
}

/// A piece of source that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is. Two tokens with the same class are the same to the comparison.
    pub class: u32,
    /// The line on which it begins, from 1.
    pub first: u32,
    /// The line on which it ends.
    pub last: u32,
}

/// The tokens of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tokens {
    /// At most as many as asked for.
    pub list: Vec<Token>,
    /// Whether there were more.
    pub cut: bool,
}

/// How many tokens are read for each that is kept, so that a file that is nothing
/// but `use` cannot cost more than any other.
const READ_FOR_EACH_KEPT: usize = 4;

// Signs are their own character. All other classes lie above those.
const KEYWORD: u32 = 1 << 24;
const STD: u32 = 2 << 24;
const NAME: u32 = 3 << 24;
const LIFETIME: u32 = 4 << 24;
const NUMBER: u32 = 5 << 24;
const STRING: u32 = 6 << 24;

/// A token as the compiler's lexer cuts it.
struct Raw<'a> {
    text: &'a str,
    kind: Kind,
    first: u32,
    last: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    /// A raw identifier, without its `r#`: never a keyword, whatever it is called.
    Name,
    Lifetime,
    Number,
    String,
    Sign,
}

/// The first `most` tokens of `source`. Works on any text, valid Rust or not.
pub(super) fn read(source: &str, names: Names, most: usize) -> Tokens {
    let (raw, mut cut) = lex(source, most.saturating_mul(READ_FOR_EACH_KEPT));
    let mut list = Vec::new();
    let mut at = 0;
    while at < raw.len() {
        let skipped = idle(&raw, at);
        if skipped > 0 {
            at += skipped;
            continue;
        }
        if list.len() == most {
            cut = true;
            break;
        }
        list.push(Token {
            class: class(&raw, at, names),
            first: raw[at].first,
            last: raw[at].last,
        });
        at += 1;
    }
    Tokens { list, cut }
}

/// The first `most` tokens, and whether there are more.
fn lex(source: &str, most: usize) -> (Vec<Raw<'_>>, bool) {
    let mut start = strip_shebang(source).unwrap_or(0);
    let mut line = 1_u32;
    let mut raw = Vec::new();
    for token in tokenize(&source[start..], FrontmatterAllowed::No) {
        let end = start + token.len as usize;
        let text = &source[start..end];
        let first = line;
        line = text
            .bytes()
            .filter(|byte| *byte == b'\n')
            .fold(line, |line, _| line.saturating_add(1));
        start = end;
        let kind = match token.kind {
            TokenKind::Whitespace
            | TokenKind::LineComment { .. }
            | TokenKind::BlockComment { .. } => continue,
            TokenKind::Ident | TokenKind::InvalidIdent => Kind::Word,
            TokenKind::RawIdent => Kind::Name,
            TokenKind::Lifetime { .. } | TokenKind::RawLifetime => Kind::Lifetime,
            TokenKind::Literal { kind, .. } => match kind {
                LiteralKind::Int { .. } | LiteralKind::Float { .. } => Kind::Number,
                _ => Kind::String,
            },
            _ => Kind::Sign,
        };
        if raw.len() == most {
            return (raw, true);
        }
        raw.push(Raw {
            text: text
                .strip_prefix("r#")
                .filter(|_| kind == Kind::Name)
                .unwrap_or(text),
            kind,
            first,
            last: line,
        });
    }
    (raw, false)
}

/// How many tokens from `at` on do not count.
fn idle(raw: &[Raw], at: usize) -> usize {
    let sign = |offset: usize, sign: &str| {
        raw.get(at + offset)
            .is_some_and(|token| token.kind == Kind::Sign && token.text == sign)
    };
    let word = |offset: usize| {
        raw.get(at + offset)
            .filter(|token| matches!(token.kind, Kind::Word | Kind::Name))
    };
    if let Some(token) = word(0) {
        return match token.text {
            // `impl Trait + use<'a>` is no declaration.
            "use" if token.kind == Kind::Word && !sign(1, "<") => declaration(raw, at),
            "pub" if token.kind == Kind::Word => {
                let scoped = sign(1, "(")
                    && word(2)
                        .is_some_and(|scope| matches!(scope.text, "crate" | "super" | "self"))
                    && sign(3, ")");
                if scoped { 4 } else { 1 }
            }
            // What is before `::` is a module if it is written like one, and says
            // only which `use` the author chose.
            text if (text == "Ordering" || !text.starts_with(char::is_uppercase))
                && sign(1, ":")
                && sign(2, ":")
                && word(3).is_some() =>
            {
                3
            }
            _ => 0,
        };
    }
    if sign(0, "#") {
        return attribute(raw, at);
    }
    usize::from(sign(0, ",") && (sign(1, ")") || sign(1, "]") || sign(1, "}") || sign(1, ">")))
}

/// The length of the `use` declaration at `at`. It ends at the first token that
/// cannot be in one, so that a stray `use` does not hide what follows.
fn declaration(raw: &[Raw], at: usize) -> usize {
    let rest = &raw[at + 1..];
    let length = rest
        .iter()
        .take_while(|token| match token.kind {
            Kind::Word => {
                !words::is_keyword(token.text)
                    || matches!(token.text, "crate" | "self" | "super" | "as" | "_")
            }
            Kind::Name => true,
            Kind::Sign => matches!(token.text, ":" | "{" | "}" | "," | "*"),
            _ => false,
        })
        .count();
    let end = rest.get(length).is_some_and(|token| token.text == ";");
    1 + length + usize::from(end)
}

/// An attribute is not longer than this many tokens. A longer one counts as code.
const LONGEST_ATTRIBUTE: usize = 128;

/// The length of the attribute at `at`, or 0 if it is none.
fn attribute(raw: &[Raw], at: usize) -> usize {
    let inner = raw.get(at + 1).is_some_and(|token| token.text == "!");
    let open = at + 1 + usize::from(inner);
    if raw.get(open).is_none_or(|token| token.text != "[") {
        return 0;
    }
    let mut depth = 0_usize;
    for (offset, token) in raw[open..].iter().take(LONGEST_ATTRIBUTE).enumerate() {
        match token.text {
            "[" => depth += 1,
            "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return open + offset + 1 - at;
        }
    }
    0
}

fn class(raw: &[Raw], at: usize, names: Names) -> u32 {
    let token = &raw[at];
    match token.kind {
        Kind::Lifetime => LIFETIME,
        Kind::Number => NUMBER,
        Kind::String => STRING,
        Kind::Sign => token.text.chars().next().map_or(0, u32::from),
        Kind::Word | Kind::Name => {
            if token.kind == Kind::Word
                && let Some(index) = words::keyword(token.text)
            {
                return KEYWORD + index;
            }
            if names == Names::Std
                && let Some(index) = words::std_name(token.text)
                && stands_for_std(raw, at)
            {
                return STD + index;
            }
            NAME
        }
    }
}

/// Whether the well-known name at `at` stands where `std`'s would: a type, a
/// variant, a call or a macro, but not the learner's own variable or function.
fn stands_for_std(raw: &[Raw], at: usize) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| raw.get(at)).map_or("", |token| token.text);
    let before = text(at.checked_sub(1));
    if matches!(
        before,
        "fn" | "struct" | "enum" | "trait" | "type" | "let" | "mut" | "mod"
    ) {
        return false;
    }
    raw[at].text.starts_with(char::is_uppercase) || matches!(text(Some(at + 1)), "(" | "!" | ":")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(source: &str, names: Names) -> Vec<u32> {
        read(source, names, 10_000)
            .list
            .iter()
            .map(|token| token.class)
            .collect()
    }

    fn same(a: &str, b: &str) -> bool {
        classes(a, Names::Std) == classes(b, Names::Std)
    }

    #[test]
    fn disguises_leave_the_tokens_as_they_are() {
        for (a, b) in [
            ("let a = 1;", "let  bee=0x7fu8 ; // but\n"),
            ("f(\"x\", 'c')", "g(\n  r#\"y\"#,\n  '\\n',\n)"),
            ("fn f<'a>(x: &'a T) {}", "fn g<'long>(y: &'long U) {}"),
            ("thread::spawn(f)", "std::thread::spawn(f)"),
            ("spawn(f)", "std::thread::spawn(f)"),
            ("a.load(Ordering::Relaxed)", "b.load(Relaxed)"),
            (
                "use a::{b, c as d, *};\nfn f() {}",
                "use x; use y::z;\nfn f() {}",
            ),
            (
                "#[derive(Debug)] struct S;",
                "#![allow(x)] pub(crate) struct T;",
            ),
            ("let count = 1;", "let r#match = 1;"),
            ("let lock = x; lock += y", "let guard = x; guard += y"),
            ("a.lock()", "a.r#lock()"),
            ("fn lock(&self) {}", "fn take(&self) {}"),
            ("Self::new(x)", "Stock::new(x)"),
        ] {
            assert!(same(a, b), "{a}\n{b}");
        }
    }

    #[test]
    fn what_the_program_does_counts() {
        for (a, b) in [
            ("a.lock()", "a.send()"),
            ("Arc::new(x)", "Mutex::new(x)"),
            ("match x {}", "loop {}"),
            ("a + b", "a - b"),
            ("f(1)", "f(\"1\")"),
            ("let _ = x;", "let a = x;"),
            ("collect::<Vec<A>>()", "collect()"),
        ] {
            assert!(!same(a, b), "{a}\n{b}");
        }
        assert_eq!(
            classes("a.lock()", Names::None),
            classes("a.send()", Names::None)
        );
    }

    #[test]
    fn a_stray_use_or_hash_hides_nothing() {
        assert_eq!(
            classes("use a::b fn f() {}", Names::Std),
            classes("fn f() {}", Names::Std)
        );
        let open = classes("#[fn f() {}", Names::Std);
        assert_eq!(open.len(), 8);
        let long = format!("#[{}]", "a ".repeat(LONGEST_ATTRIBUTE));
        assert_eq!(classes(&long, Names::Std).len(), LONGEST_ATTRIBUTE + 3);
        assert_eq!(classes("impl A + use<'a>", Names::Std).len(), 7);
    }

    #[test]
    fn lines_are_where_tokens_begin_and_end() {
        let tokens = read("a\n\"x\ny\"\n/* \n */ b", Names::Std, 9).list;
        let lines: Vec<_> = tokens
            .iter()
            .map(|token| (token.first, token.last))
            .collect();
        assert_eq!(lines, [(1, 1), (2, 3), (5, 5)]);
    }

    #[test]
    fn a_long_file_is_cut_and_says_so() {
        let tokens = read("a b c d", Names::Std, 3);
        assert!(tokens.cut);
        assert_eq!(tokens.list.len(), 3);
        assert!(!read("a b c", Names::Std, 3).cut);
        let imports = read(&"use a;".repeat(100), Names::Std, 3);
        assert!(imports.cut && imports.list.is_empty());
    }
}
