//! What stands inside a line: `names`, **stress**, [links](https://...).

use anstyle::Style;

use crate::screen::style::{CODE, DIM, HEAD, paint};
use crate::screen::text::columns;

/// Links met on the way, each once.
#[derive(Debug, Default)]
pub struct Links(Vec<(String, String)>);

impl Links {
    fn add(&mut self, name: &str, address: &str) {
        if !self.0.iter().any(|(_, known)| known == address) {
            self.0.push((name.to_owned(), address.to_owned()));
        }
    }

    pub fn into_list(self) -> Vec<(String, String)> {
        self.0
    }
}

/// A stretch of text in one style.
type Span = (Style, String);

/// Cuts `text` into stretches of one style.
pub fn spans(text: &str, links: &mut Links) -> Vec<Span> {
    let mut spans = Vec::new();
    cut(text, Style::new(), links, &mut spans);
    spans
}

fn cut(text: &str, style: Style, links: &mut Links, spans: &mut Vec<Span>) {
    let mut rest = text;
    let mut plain = String::new();
    while !rest.is_empty() {
        let (special, left) = if let Some((code, left)) = between(rest, "`", "`") {
            // The marks stay: where there is no colour, they alone tell code from words.
            (vec![(CODE, format!("`{code}`"))], left)
        } else if let Some((strong, left)) = between(rest, "**", "**") {
            let mut inner = Vec::new();
            cut(strong, HEAD, links, &mut inner);
            (inner, left)
        } else if let Some((soft, left)) = between(rest, "*", "*")
            && !soft.starts_with(' ')
        {
            let mut inner = Vec::new();
            cut(soft, style.italic(), links, &mut inner);
            (inner, left)
        } else if let Some((name, left)) = link(rest, links) {
            let mut inner = Vec::new();
            cut(name, style, links, &mut inner);
            (inner, left)
        } else if rest.starts_with("https://") {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            (vec![(DIM, rest[..end].to_owned())], &rest[end..])
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            plain.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        };
        if !plain.is_empty() {
            spans.push((style, std::mem::take(&mut plain)));
        }
        spans.extend(special);
        rest = left;
    }
    if !plain.is_empty() {
        spans.push((style, plain));
    }
}

/// The name of the link with which `text` begins, and what follows. Rustdoc finds out by itself
/// where `[name]` leads; other brackets are just brackets.
fn link<'a>(text: &'a str, links: &mut Links) -> Option<(&'a str, &'a str)> {
    let (name, left) = between(text, "[", "]")?;
    if let Some((address, left)) = between(left, "(", ")") {
        links.add(name, address);
        return Some((name, left));
    }
    name.starts_with('`').then_some((name, left))
}

/// What stands between `open`, with which the text begins, and the next `close`; and what follows.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let (inside, after) = text.strip_prefix(open)?.split_once(close)?;
    (!inside.is_empty()).then_some((inside, after))
}

/// How many columns these stretches take.
pub fn width(spans: &[Span]) -> usize {
    spans.iter().map(|(_, text)| columns(text)).sum()
}

/// Draws them one after the other.
pub fn colour(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|(style, text)| {
            if *style == Style::new() {
                text.clone()
            } else {
                paint(*style, text)
            }
        })
        .collect()
}

/// Breaks `text` into lines of at most `limit` columns, between words. `(first, others)` is the indent.
pub fn fill(
    text: &str,
    (first, others): (usize, usize),
    limit: usize,
    links: &mut Links,
) -> Vec<String> {
    let mut filled = Vec::new();
    let mut line = " ".repeat(first);
    let mut used = first;
    let mut fresh = true;
    for word in words(&spans(text, links)) {
        let wide = width(&word);
        if !fresh && used + 1 + wide > limit {
            filled.push(std::mem::replace(&mut line, " ".repeat(others)));
            used = others;
            fresh = true;
        }
        if !fresh {
            line.push(' ');
            used += 1;
        }
        line.push_str(&colour(&word));
        used += wide;
        fresh = false;
    }
    filled.push(line);
    filled
}

/// Words with their styles: a word may begin in one style and end in another.
fn words(spans: &[Span]) -> Vec<Vec<Span>> {
    let mut words: Vec<Vec<Span>> = Vec::new();
    let mut word: Vec<Span> = Vec::new();
    for (style, text) in spans {
        for (index, piece) in text.split(' ').enumerate() {
            if index > 0 && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if !piece.is_empty() {
                word.push((*style, piece.to_owned()));
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}
