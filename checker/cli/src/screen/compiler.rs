//! What the compiler says, in the colours in which it says it. The words stay as they are.

use anstyle::{AnsiColor, Style};

use super::style::{FAIL, HEAD, paint};

const PLACE: Style = AnsiColor::Blue.on_default().bold();
const NOTE: Style = AnsiColor::Green.on_default().bold();
const HELP: Style = AnsiColor::Cyan.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// The openings of messages.
const LEVELS: [(&str, Style); 4] = [
    ("error", FAIL),
    ("warning", WARNING),
    ("note", NOTE),
    ("help", HELP),
];

/// Puts a message of the compiler in colours.
pub fn colour(message: &str) -> String {
    let lines = message.lines().map(line);
    lines.collect::<Vec<_>>().join("\n")
}

fn line(line: &str) -> String {
    headline(line)
        .or_else(|| arrow(line))
        .or_else(|| quoted(line))
        .unwrap_or_else(|| line.to_owned())
}

/// `error[E0382]: borrow of moved value: ...`
fn headline(line: &str) -> Option<String> {
    let (level, rest) = line.split_once(": ")?;
    let (_, style) = LEVELS.iter().find(|(word, _)| {
        level
            .strip_prefix(word)
            .is_some_and(|code| code.is_empty() || (code.starts_with('[') && code.ends_with(']')))
    })?;
    let rest = format!(": {rest}");
    let is_main = level.starts_with("error") || level.starts_with("warning");
    let rest = if is_main { paint(HEAD, rest) } else { rest };
    Some(paint(*style, level) + &rest)
}

/// `  --> src/lib.rs:2:13`
fn arrow(line: &str) -> Option<String> {
    let body = line.trim_start();
    let margin = &line[..line.len() - body.len()];
    let sign = ["-->", ":::"]
        .into_iter()
        .find(|sign| body.starts_with(sign))?;
    Some(format!(
        "{margin}{}{}",
        paint(PLACE, sign),
        &body[sign.len()..]
    ))
}

/// `12 |     let a = 1;`, `   |         ^ not found`, `   = note: ...`
fn quoted(line: &str) -> Option<String> {
    let body = line.trim_start_matches(' ');
    let rest = body.trim_start_matches(|c: char| c.is_ascii_digit());
    let has_number = rest.len() < body.len();
    let rest = rest.trim_start_matches(' ');
    let margin = &line[..line.len() - rest.len()];
    if let Some(note) = rest.strip_prefix("= ").filter(|_| !has_number) {
        let (word, text) = note.split_once(':')?;
        let word = paint(HEAD, word);
        return Some(format!("{margin}{} {word}:{text}", paint(PLACE, "=")));
    }
    let sign = rest.chars().next().filter(|sign| "|+-~".contains(*sign))?;
    let code = &rest[sign.len_utf8()..];
    if !(code.is_empty() || code.starts_with(' ')) {
        return None;
    }
    let (sign_style, code) = match (has_number, sign) {
        (true, '+') => (NOTE, code.to_owned()),
        (true, '-') => (FAIL, code.to_owned()),
        (true, _) => (PLACE, code.to_owned()),
        (false, '|') => (PLACE, marks(code)),
        // What continues a note.
        (false, _) => return None,
    };
    let margin = paint(PLACE, margin);
    Some(margin + &paint(sign_style, sign) + &code)
}

/// `        -- ^^^ not found in this scope`: each mark with the words that belong to it.
fn marks(text: &str) -> String {
    let mut out = String::new();
    let mut style = Style::new();
    let mut piece = String::new();
    for letter in text.chars() {
        let new = match letter {
            '^' => FAIL,
            '-' | '|' | '_' if style != FAIL || letter == '|' => PLACE,
            '+' | '~' => NOTE,
            _ => style,
        };
        if new != style {
            out.push_str(&painted(style, &piece));
            piece.clear();
            style = new;
        }
        piece.push(letter);
    }
    out + &painted(style, &piece)
}

fn painted(style: Style, text: &str) -> String {
    if style == Style::new() || text.trim().is_empty() {
        text.to_owned()
    } else {
        paint(style, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = "\
error[E0382]: borrow of moved value: `a`
 --> exercises/ex01/src/lib.rs:4:9
  |
2 |     let a = String::new();
  |         - move occurs because `a` has type `String`
3 |     drop(a);
  |          - value moved here
4 |     use_it(&a);
  |            ^^ value borrowed here - after move
  |
  = note: it moves
help: consider cloning the value
  |
3 |     drop(a.clone());
  |           ++++++++
";

    #[test]
    fn the_words_stay_as_they_are() {
        let plain = anstream::adapter::strip_str(&colour(MESSAGE)).to_string();
        assert_eq!(plain, MESSAGE.trim_end());
        for odd in ["", "|", "  |", "no message", "12", "= a", "a: b", "-->"] {
            assert_eq!(anstream::adapter::strip_str(&colour(odd)).to_string(), odd);
        }
    }

    #[test]
    fn each_part_has_its_colour() {
        let drawn = colour(MESSAGE);
        for (style, text) in [
            (FAIL, "error[E0382]"),
            (HEAD, ": borrow of moved value: `a`"),
            (PLACE, "-->"),
            (PLACE, "- value moved here"),
            (FAIL, "^^ value borrowed here - after move"),
            (PLACE, "="),
            (HELP, "help"),
            (NOTE, "++++++++"),
        ] {
            assert!(drawn.contains(&paint(style, text)), "{text}:\n{drawn}");
        }
        assert!(drawn.contains("    let a = String::new();"), "code is code");
    }
}
