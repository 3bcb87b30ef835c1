//! Draws a story as lanes: one column a thread, one line a step, as wide as a
//! terminal is.

use super::data::{Step, Telling};
use super::paint::Paint;
use super::rows::{self, Row};
use crate::source::shortest;
use std::fmt::Write as _;

/// Set to `full`, this environment variable keeps every step of a story.
const DETAIL: &str = "INTERLEAVE";
/// No line is wider than this, or than the number in [`WIDTH_VARIABLE`].
const WIDTH: usize = 100;
const WIDTH_VARIABLE: &str = "INTERLEAVE_WIDTH";
/// What a step did gets at most this much of it, and less of a narrow one.
const TEXT_WIDTH: usize = 30;
const NARROW: usize = 90;
const NARROW_TEXT_WIDTH: usize = 25;
/// Less source text than this says nothing: what the step did gets its room.
const LEAST_SOURCE: usize = 14;

/// So many rows are no trouble to read, even if they should explain nothing.
const FEW_ROWS: usize = 8;

fn is_asked_in_full() -> bool {
    std::env::var_os(DETAIL).is_some_and(|value| value == "full")
}

/// Whether the steps are few, or all were asked for.
pub(crate) fn is_short(telling: &Telling) -> bool {
    is_asked_in_full() || rows::short(telling).len() <= FEW_ROWS
}

/// Draws the steps.
pub(crate) fn draw(out: &mut String, telling: &Telling, paint: Paint) {
    let rows = if is_asked_in_full() {
        rows::full(telling)
    } else {
        rows::short(telling)
    };
    if rows.is_empty() {
        return;
    }
    let board = Board::new(telling, &rows, paint);
    board.heading(out);
    for row in &rows {
        match row {
            Row::Step(step, text, _) => board.step(out, step, text),
            other => {
                let _ = writeln!(out, "       {}", paint.dim(other.words()));
            }
        }
    }
}

/// The heading of a thread's column: short, so that many fit beside each other.
pub(crate) fn heading(telling: &Telling, thread: usize) -> String {
    let name = &telling.threads[thread];
    if *name == format!("thread {thread}") {
        return format!("T{thread}");
    }
    cut(name, 8)
}

/// How wide lines may be.
pub(crate) fn width() -> usize {
    let asked = std::env::var(WIDTH_VARIABLE).ok();
    let asked = asked.and_then(|width| width.parse().ok());
    asked.filter(|width| *width >= 40).unwrap_or(WIDTH)
}

/// Where a step stands in the program.
fn place(step: &Step) -> String {
    let place = step.place.as_ref();
    place.map(|quote| shortest(&quote.spot)).unwrap_or_default()
}

/// The columns.
struct Board {
    names: Vec<String>,
    place_width: usize,
    text_width: usize,
    /// `0` if there is no room for the program's text.
    source_width: usize,
    paint: Paint,
}

impl Board {
    fn new(telling: &Telling, rows: &[Row], paint: Paint) -> Board {
        let steps = || {
            rows.iter().filter_map(|row| match row {
                Row::Step(step, text, _) => Some((*step, text)),
                _ => None,
            })
        };
        let places = steps().map(|(step, _)| length(&place(step)));
        let texts = steps().map(|(_, text)| length(text));
        let width = width();
        let most = if width < NARROW {
            NARROW_TEXT_WIDTH
        } else {
            TEXT_WIDTH
        };
        let names: Vec<String> = (0..telling.threads.len())
            .map(|thread| heading(telling, thread))
            .collect();
        let place_width = places.max().unwrap_or(0);
        let longest = texts.max().unwrap_or(0);
        let room = width.saturating_sub(7 + lanes_width(&names) + place_width + 2);
        let with_source = room >= longest.min(most) + 2 + LEAST_SOURCE;
        Board {
            names,
            place_width,
            text_width: longest.min(if with_source { most } else { room.max(most) }),
            source_width: if with_source {
                room - longest.min(most) - 2
            } else {
                0
            },
            paint,
        }
    }

    fn heading(&self, out: &mut String) {
        let names = self.names.iter().enumerate();
        let names = names.map(|(thread, name)| self.paint.thread(thread, name));
        let names: Vec<String> = names.collect();
        let _ = writeln!(out, "       {}", names.join("  ").trim_end());
    }

    fn step(&self, out: &mut String, step: &Step, text: &str) {
        let paint = self.paint;
        let number = if step.is_remark() {
            String::new()
        } else {
            step.number.to_string()
        };
        let mut texts = wrap(text, self.text_width).into_iter();
        let first = texts.next().unwrap_or_default();
        let source = step
            .place
            .as_ref()
            .and_then(|quote| quote.source.as_deref());
        let source = match source {
            Some(source) if self.source_width > 0 => cut(source, self.source_width),
            _ => String::new(),
        };
        let said = |text: &str| match step.act {
            "panic" => paint.alarm(text),
            super::data::BLOCKED => paint.bold(text),
            _ => text.to_string(),
        };
        let mark = if step.is_remark() { "○" } else { "●" };
        let row = format!(
            "  {}  {}{:place_width$}  {}{}  {}",
            paint.dim(format!("{number:>3}")),
            self.lanes(Some((step.thread, mark))),
            place(step),
            said(&first),
            " ".repeat(self.text_width.saturating_sub(length(&first))),
            paint.dim(source),
            place_width = self.place_width,
        );
        let row = if paint.is_on() { &row } else { row.trim_end() };
        let _ = writeln!(out, "{row}");
        for text in texts {
            let lanes = self.lanes(None);
            let gap = " ".repeat(self.place_width + 2);
            let _ = writeln!(out, "       {lanes}{gap}{}", said(&text));
        }
    }

    /// The columns of the threads, with a mark in one of them.
    fn lanes(&self, marked: Option<(usize, &str)>) -> String {
        let mut lanes = String::new();
        for (thread, name) in self.names.iter().enumerate() {
            let width = length(name);
            let mark = match marked {
                Some((marked, mark)) if marked == thread => self.paint.thread(thread, mark),
                _ => self.paint.dim("│"),
            };
            let left = (width - 1) / 2;
            let right = width - 1 - left;
            let _ = write!(lanes, "{}{mark}{}  ", " ".repeat(left), " ".repeat(right));
        }
        lanes
    }
}

fn lanes_width(names: &[String]) -> usize {
    names.iter().map(|name| length(name) + 2).sum()
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// Breaks a text between words, so that no line is longer than `width` unless
/// a word is.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("never empty");
        if line.is_empty() {
            line.push_str(word);
        } else if length(line) + 1 + length(word) <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_string());
        }
    }
    lines
}

pub(crate) fn cut(text: &str, width: usize) -> String {
    if length(text) <= width {
        return text.to_string();
    }
    text.chars().take(width - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_break_between_words() {
        assert_eq!(
            wrap("loads atomic 1 -> 0", 10),
            ["loads", "atomic 1", "-> 0"]
        );
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn text_of_the_program_that_says_nothing_is_left_out() {
        let shown = |threads: usize| {
            let step = Step {
                number: 1,
                thread: 0,
                act: "load",
                place: Some(crate::story::data::Quote {
                    spot: crate::engine::failure::Spot {
                        file: "lib.rs".to_string(),
                        line: 7,
                    },
                    source: Some("let seen = hits.load(SeqCst);".to_string()),
                }),
                text: "turns atomic 1 from 10 into 11".to_string(),
                object: None,
                matters: true,
                locks: Vec::new(),
                after: Vec::new(),
            };
            let telling = Telling {
                threads: (0..threads).map(|n| format!("thread {n}")).collect(),
                steps: vec![step],
                ..Telling::default()
            };
            let mut out = String::new();
            draw(&mut out, &telling, Paint::plain());
            out
        };
        assert!(shown(3).contains("let seen"));
        let many = shown(10);
        assert!(!many.contains("let"), "{many}");
        // What the step did has the room.
        assert!(many.contains("turns atomic 1 from 10 into 11\n"), "{many}");
    }

    #[test]
    fn long_lines_are_cut() {
        assert_eq!(cut("let seen = 1;", 8), "let see…");
        assert_eq!(cut("let", 8), "let");
    }
}
