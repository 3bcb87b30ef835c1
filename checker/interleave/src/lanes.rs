//! Draws the steps of an execution as lanes: one column a thread, one line a
//! step, as wide as a terminal is.

use crate::engine::clock::Tid;
use crate::engine::execution::Execution;
use crate::engine::op::Act;
use crate::engine::tell::Line;
use crate::explore::BODY;
use crate::source::{Sources, is_std, shortest};
use std::fmt::Write as _;

/// Set to `full`, this environment variable keeps every step of a story.
const DETAIL: &str = "INTERLEAVE";
/// So many lines fit on a screen; a longer story is cut in the middle.
const MOST_LINES: usize = 36;
const KEPT_AT_THE_START: usize = 8;
/// A loop of at most this many steps is recognised as one.
const LONGEST_ROUND: usize = 24;
/// It is folded once it comes round again so often.
const FEWEST_ROUNDS: usize = 2;
/// No line is wider than this, or than the number in [`WIDTH_VARIABLE`].
const WIDTH: usize = 100;
const WIDTH_VARIABLE: &str = "INTERLEAVE_WIDTH";
/// What a step did gets at most this much of it.
const TEXT_WIDTH: usize = 30;
/// Less source text than this says nothing.
const LEAST_SOURCE: usize = 8;

/// Draws the story of `told`, if one was kept.
pub(crate) fn draw(out: &mut String, told: &Execution, sources: &mut Sources) {
    let Some(story) = &told.story else {
        return;
    };
    let full = std::env::var_os(DETAIL).is_some_and(|value| value == "full");
    let shown: Vec<&Line> = story
        .lines
        .iter()
        .filter(|line| full || is_shown(line))
        .collect();
    if shown.is_empty() {
        return;
    }
    // Once the body panics all is said; what follows is its clean-up.
    let last = shown
        .iter()
        .position(|line| line.tid == BODY && line.act == Act::Panic)
        .map_or(shown.len(), |at| at + 1);
    let rows = if full {
        let numbered = shown.iter().enumerate();
        numbered.map(|(i, line)| Row::Step(i + 1, line)).collect()
    } else {
        fold(&shown[..last])
    };
    let left_out = if full {
        0
    } else {
        rows.len().saturating_sub(MOST_LINES)
    };
    let board = Board::new(told, &shown[..last]);
    board.heading(out);
    for (index, row) in rows.iter().enumerate() {
        if left_out > 0 && index == KEPT_AT_THE_START {
            let _ = writeln!(
                out,
                "       … {left_out} lines left out; INTERLEAVE=full shows them"
            );
        }
        if (KEPT_AT_THE_START..KEPT_AT_THE_START + left_out).contains(&index) {
            continue;
        }
        match row {
            Row::Step(number, line) => board.step(out, *number, line, sources),
            Row::Again { steps: 1, times } => {
                let _ = writeln!(out, "       … the last step again, {times} times");
            }
            Row::Again { steps, times } => {
                let _ = writeln!(out, "       … the last {steps} steps again, {times} times");
            }
        }
    }
}

/// Whether a line is worth a row.
pub(crate) fn is_shown(line: &Line) -> bool {
    !line.text.is_empty() && line.act != Act::Start
}

/// Where a line of code stands, as far as it says anything to the user.
fn place(line: &Line) -> String {
    let spot = line.spot.as_ref().filter(|spot| !is_std(spot));
    spot.map(shortest).unwrap_or_default()
}

/// How wide lines may be.
fn width() -> usize {
    let asked = std::env::var(WIDTH_VARIABLE).ok();
    let asked = asked.and_then(|width| width.parse().ok());
    asked.filter(|width| *width >= 40).unwrap_or(WIDTH)
}

/// The columns.
struct Board {
    names: Vec<String>,
    place_width: usize,
    text_width: usize,
    width: usize,
}

impl Board {
    fn new(told: &Execution, lines: &[&Line]) -> Board {
        let name = |index: usize| {
            let name = &told.threads[index].name;
            match name {
                Some(name) if name.chars().count() <= 8 => name.clone(),
                Some(name) => name.chars().take(7).chain(['…']).collect(),
                None => format!("T{index}"),
            }
        };
        let widest = |width: fn(&Line) -> usize| lines.iter().map(|l| width(l)).max().unwrap_or(0);
        Board {
            width: width(),
            names: (0..told.threads.len()).map(name).collect(),
            place_width: widest(|line| place(line).chars().count()),
            text_width: widest(|line| line.text.chars().count()).min(TEXT_WIDTH),
        }
    }

    fn heading(&self, out: &mut String) {
        let _ = writeln!(out, "       {}", self.names.join("  ").trim_end());
    }

    fn step(&self, out: &mut String, number: usize, line: &Line, sources: &mut Sources) {
        let lanes = self.lanes(Some(line.tid));
        let start = format!(
            "  {number:>3}  {lanes}{:width$}  ",
            place(line),
            width = self.place_width
        );
        let indent = start.chars().count();
        let mut texts = wrap(&line.text, self.text_width).into_iter();
        let first = texts.next().unwrap_or_default();
        let room = self.width.saturating_sub(indent + self.text_width + 2);
        let spot = line.spot.as_ref().filter(|spot| !is_std(spot));
        let source = match spot.and_then(|spot| sources.line(spot)) {
            Some(source) if room >= LEAST_SOURCE => cut(source, room),
            _ => String::new(),
        };
        let row = format!("{start}{first:width$}  {source}", width = self.text_width);
        let _ = writeln!(out, "{}", row.trim_end());
        for text in texts {
            let lanes = self.lanes(None);
            let used = 7 + lanes.chars().count();
            let _ = writeln!(out, "       {lanes}{}{text}", " ".repeat(indent - used));
        }
    }

    /// The columns of the threads, with a mark in that of `tid`.
    fn lanes(&self, tid: Option<Tid>) -> String {
        let mut lanes = String::new();
        for (thread, name) in self.names.iter().enumerate() {
            let width = name.chars().count();
            let mark = if tid.is_some_and(|tid| tid.index() == thread) {
                "●"
            } else {
                "│"
            };
            let left = (width - 1) / 2;
            let right = width - 1 - left;
            let _ = write!(lanes, "{}{mark}{}  ", " ".repeat(left), " ".repeat(right));
        }
        lanes
    }
}

/// Breaks a text between words, so that no line is longer than `width` unless
/// a word is.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("never empty");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_string());
        }
    }
    lines
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_string();
    }
    text.chars().take(width - 1).chain(['…']).collect()
}

/// A row of a story.
enum Row<'a> {
    Step(usize, &'a Line),
    /// The last so many steps come again, so many times.
    Again {
        steps: usize,
        times: usize,
    },
}

/// Numbers the steps, and folds those that go round and round.
fn fold<'a>(lines: &[&'a Line]) -> Vec<Row<'a>> {
    let same = |a: &Line, b: &Line| a.tid == b.tid && a.spot == b.spot && a.text == b.text;
    let mut rows = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let ahead = &lines[at..];
        let times = |steps: usize| {
            let repeated = (steps..ahead.len())
                .take_while(|i| same(ahead[*i], ahead[*i - steps]))
                .count();
            repeated / steps
        };
        let round = (1..=LONGEST_ROUND).find(|steps| times(*steps) >= FEWEST_ROUNDS);
        let steps = round.unwrap_or(1);
        rows.extend((at..at + steps).map(|i| Row::Step(i + 1, lines[i])));
        at += steps;
        if round.is_some() {
            let times = times(steps);
            rows.push(Row::Again { steps, times });
            at += steps * times;
        }
    }
    rows
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
    fn long_lines_are_cut() {
        assert_eq!(cut("let seen = 1;", 8), "let see…");
        assert_eq!(cut("let", 8), "let");
    }
}
