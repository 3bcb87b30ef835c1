//! Makes copies that do not look like copies, as somebody in a hurry does.

use std::collections::{BTreeMap, BTreeSet};

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, tokenize};

/// One way to disguise a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trick {
    /// Names that the file declares and the stub does not are replaced.
    Names,
    /// Comments go, others come, lines are broken and joined elsewhere.
    Layout,
    /// Functions, types and methods change places.
    Order,
    /// Numbers and texts become others.
    Values,
    /// After every fifth statement, from the first on, comes one that does nothing.
    Additions,
}

/// All that a copyist can do without thinking about the program.
pub const WITHOUT_THINKING: [Trick; 4] = [Trick::Names, Trick::Layout, Trick::Order, Trick::Values];

/// `source` disguised by `tricks`, in this order. The same seed gives the same disguise.
pub fn disguise(source: &str, stub: &str, tricks: &[Trick], seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut text = source.to_owned();
    for trick in tricks {
        let pieces = lex(&text);
        text = match trick {
            Trick::Names => rename(&pieces, stub),
            Trick::Layout => lay_out(&pieces, &mut dice),
            Trick::Order => reorder(&pieces, &mut dice),
            Trick::Values => revalue(&pieces),
            Trick::Additions => add(&pieces),
        };
    }
    text
}

/// `SplitMix64`.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        usize::try_from(z % limit as u64).unwrap()
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

#[derive(Clone, Copy)]
struct Piece<'a> {
    text: &'a str,
    kind: TokenKind,
}

impl Piece<'_> {
    fn is_comment(&self) -> bool {
        matches!(
            self.kind,
            TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        )
    }

    fn is_idle(&self) -> bool {
        self.kind == TokenKind::Whitespace || self.is_comment()
    }

    fn is_word(&self) -> bool {
        self.kind == TokenKind::Ident
    }
}

fn lex(text: &str) -> Vec<Piece<'_>> {
    let mut start = 0;
    tokenize(text, FrontmatterAllowed::No)
        .map(|token| {
            let end = start + token.len as usize;
            let piece = Piece {
                text: &text[start..end],
                kind: token.kind,
            };
            start = end;
            piece
        })
        .collect()
}

const ITEM: [&str; 7] = ["fn", "struct", "enum", "trait", "type", "const", "static"];
const KEYWORDS: [&str; 38] = [
    "_", "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum",
    "extern", "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move",
    "mut", "pub", "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true",
    "type", "unsafe", "use", "while",
];

/// Methods that a trait of `std` names.
const TRAIT_METHODS: [&str; 8] = [
    "clone",
    "default",
    "deref",
    "deref_mut",
    "drop",
    "fmt",
    "from",
    "next",
];

/// The names that `pieces` declare: after `let`, `fn`, before a single `:` and so on.
/// With `items`, only those of functions and types.
fn declared<'a>(pieces: &[Piece<'a>], items: bool) -> BTreeSet<&'a str> {
    let code: Vec<&Piece> = pieces.iter().filter(|piece| !piece.is_idle()).collect();
    let text = |at: usize| code.get(at).map_or("", |piece| piece.text);
    let mut names = BTreeSet::new();
    for (at, piece) in code.iter().enumerate() {
        if !piece.is_word() || KEYWORDS.contains(&piece.text) || TRAIT_METHODS.contains(&piece.text)
        {
            continue;
        }
        let before = if at == 0 { "" } else { text(at - 1) };
        let item = ITEM.contains(&before);
        // `let Ok(x)` declares no `Ok`.
        let variable = (matches!(before, "let" | "mut" | "for" | "|")
            && !piece.text.starts_with(char::is_uppercase))
            || (text(at + 1) == ":" && text(at + 2) != ":" && before != ":");
        if item || (variable && !items) {
            names.insert(piece.text);
        }
    }
    names
}

fn rename(pieces: &[Piece], stub: &str) -> String {
    let given = declared(&lex(stub), true);
    let functions = declared(pieces, true);
    let names: BTreeMap<&str, String> = declared(pieces, false)
        .into_iter()
        .filter(|name| !given.contains(name))
        .enumerate()
        .map(|(number, name)| {
            let new = if name.starts_with(char::is_uppercase) {
                format!("Other{number}")
            } else {
                format!("other_{number}")
            };
            (name, new)
        })
        .collect();
    let code: Vec<usize> = (0..pieces.len())
        .filter(|&at| !pieces[at].is_idle())
        .collect();
    let mut new: Vec<&str> = pieces.iter().map(|piece| piece.text).collect();
    let mut import = false;
    for (place, &at) in code.iter().enumerate() {
        let text = |place: usize| code.get(place).map_or("", |&at| pieces[at].text);
        let before = |back: usize| place.checked_sub(back).map_or("", text);
        import = text(place) == "use" || (import && before(1) != ";");
        // A method, module or macro of `std` may be called what a variable here is called.
        let foreign = match before(1) {
            "." => text(place + 1) == "(" && !functions.contains(text(place)),
            ":" if before(2) == ":" => {
                !functions.contains(text(place))
                    || (before(3) != "Self" && !functions.contains(before(3)))
            }
            _ => {
                text(place + 1) == "!"
                    || (text(place + 1) == ":"
                        && text(place + 2) == ":"
                        && !functions.contains(text(place)))
            }
        };
        if pieces[at].is_word()
            && !import
            && !foreign
            && let Some(name) = names.get(text(place))
        {
            new[at] = name;
        }
    }
    new.concat()
}

fn lay_out(pieces: &[Piece], dice: &mut Dice) -> String {
    let mut text = String::new();
    for piece in pieces {
        if piece.is_comment() {
            text.push(' ');
        } else if piece.kind == TokenKind::Whitespace {
            text.push_str(match dice.below(8) {
                0 => "\n\n",
                1 => "\n// Now comes the next step.\n",
                2 => " /* see the book */ ",
                3 => "\n",
                4 => "\t",
                _ => piece.text,
            });
        } else {
            text.push_str(piece.text);
        }
    }
    text
}

/// The items at the outermost level of `pieces`.
fn items<'p, 'a>(pieces: &'p [Piece<'a>]) -> Vec<&'p [Piece<'a>]> {
    let mut items = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, piece) in pieces.iter().enumerate() {
        match piece.text {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        let next = pieces[at + 1..].iter().find(|piece| !piece.is_idle());
        let ends = piece.text == ";"
            || (piece.text == "}" && next.is_none_or(|next| next.text != ";" && next.text != "."));
        if depth == 0 && ends {
            items.push(&pieces[start..=at]);
            start = at + 1;
        }
    }
    items.push(&pieces[start..]);
    items
}

fn reorder(pieces: &[Piece], dice: &mut Dice) -> String {
    let (first, mut rest): (Vec<_>, Vec<_>) = items(pieces).into_iter().partition(|item| {
        let mut code = item.iter().filter(|piece| !piece.is_idle());
        match code.next().map(|piece| piece.text) {
            // What must stay in front: imports and what holds for the whole file.
            Some("use") => true,
            Some("#") => code.next().is_some_and(|piece| piece.text == "!"),
            _ => false,
        }
    });
    dice.shuffle(&mut rest);
    let mut text = String::new();
    for item in first.into_iter().chain(rest) {
        let body = item.iter().position(|piece| piece.text == "{");
        let end = item.iter().rposition(|piece| piece.text == "}");
        let methods = item
            .iter()
            .find(|piece| !piece.is_idle())
            .is_some_and(|p| p.text == "impl");
        if let (true, Some(body), Some(end)) = (methods, body, end) {
            let mut inner = items(&item[body + 1..end]);
            dice.shuffle(&mut inner);
            text.extend(item[..=body].iter().map(|piece| piece.text));
            text.extend(inner.into_iter().flatten().map(|piece| piece.text));
            text.extend(item[end..].iter().map(|piece| piece.text));
        } else {
            text.extend(item.iter().map(|piece| piece.text));
        }
        text.push('\n');
    }
    text
}

fn revalue(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece.kind {
            TokenKind::Literal {
                kind: LiteralKind::Int { .. },
                ..
            } => format!("1{}", piece.text),
            TokenKind::Literal {
                kind: LiteralKind::Str { .. },
                ..
            } => "\"another text\"".to_owned(),
            _ => piece.text.to_owned(),
        })
        .collect()
}

fn add(pieces: &[Piece]) -> String {
    let mut open: Vec<&str> = Vec::new();
    let mut statements = 0;
    let mut text = String::new();
    for piece in pieces {
        match piece.text {
            "{" | "(" | "[" => open.push(piece.text),
            "}" | ")" | "]" => drop(open.pop()),
            _ => {}
        }
        text.push_str(piece.text);
        let in_body = open.len() > 1 && open.last() == Some(&"{");
        if piece.text == ";" && in_body {
            if statements % 5 == 0 {
                text.push_str(" let _unused = 0;");
            }
            statements += 1;
        }
    }
    text
}
