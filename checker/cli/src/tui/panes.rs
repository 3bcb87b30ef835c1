//! What `step` and `play` show alike: the source, the lanes, and where each
//! thread stands.

use judge::{Standing, State, Step};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{FAINT, HEAD, LEAST, Look, MARKED, Sources};
use crate::screen::text::{columns, wrap};

/// A lane is headed by a name of at most so many letters.
const LONGEST_NAME: usize = 8;

/// The parts of a window.
pub struct Parts {
    pub title: Rect,
    pub source: Rect,
    pub lanes: Rect,
    /// What the current step did, in full.
    pub detail: Rect,
    pub threads: Rect,
    pub keys: Rect,
}

/// Splits a window. `None` if it is too small.
pub fn split(area: Rect, threads: usize) -> Option<Parts> {
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return None;
    }
    let threads = u16::try_from(threads).unwrap_or(u16::MAX);
    let threads = threads.min(area.height / 3).max(2);
    let (title, detail, keys) = (2, 3, 2);
    let middle = area.height - title - detail - keys - threads;
    let left = area.width / 2 - 1;
    let row = |y, height| Rect::new(area.x, area.y + y, area.width, height);
    Some(Parts {
        title: row(0, 1),
        source: Rect::new(area.x, area.y + title, left, middle),
        lanes: Rect::new(
            area.x + left + 2,
            area.y + title,
            area.width - left - 2,
            middle,
        ),
        detail: row(title + middle, detail),
        threads: row(title + middle + detail, threads),
        keys: row(area.height - 1, 1),
    })
}

/// Says that a window is too small.
pub fn too_small(frame: &mut Frame<'_>) {
    let (columns, rows) = LEAST;
    let words = format!("This needs a window of {columns} columns and {rows} lines.");
    let area = frame.area();
    let fitted = wrap(&words, usize::from(area.width.max(10)));
    frame.render_widget(Paragraph::new(fitted), area);
}

/// The title on the left, a remark on the right.
pub fn title(frame: &mut Frame<'_>, area: Rect, look: Look, title: &str, remark: &str) {
    let room = usize::from(area.width).saturating_sub(columns(remark) + 2);
    let title = cut(look, title, room);
    let gap = usize::from(area.width).saturating_sub(columns(&title) + columns(remark));
    let line = Line::from(vec![
        Span::styled(title, HEAD),
        Span::raw(" ".repeat(gap)),
        Span::raw(remark.to_owned()),
    ]);
    frame.render_widget(Paragraph::new(line), area);
}

/// A line of keys and what they do.
pub fn keys(frame: &mut Frame<'_>, area: Rect, look: Look, words: &str) {
    let line = Line::styled(cut(look, words, usize::from(area.width)), FAINT);
    frame.render_widget(Paragraph::new(line), area);
}

/// How threads are called above their lanes.
pub fn short_names<'a>(look: Look, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let short = |(number, name): (usize, &str)| {
        if name == format!("thread {number}") {
            return format!("T{number}");
        }
        cut(look, name, LONGEST_NAME)
    };
    names.enumerate().map(short).collect()
}

/// As [`short_names`].
pub fn names_of(look: Look, threads: &[Standing]) -> Vec<String> {
    short_names(look, threads.iter().map(|thread| thread.name.as_str()))
}

/// `lib.rs:31`, or nothing.
pub fn place(file: Option<&str>, line: Option<u32>) -> String {
    match (file, line) {
        (Some(file), Some(line)) => {
            let name = file.rsplit('/').next().unwrap_or(file);
            format!("{name}:{line}")
        }
        _ => String::new(),
    }
}

/// The number of a step. A remark has that of the step before it.
pub fn number(steps: &[Step], at: usize) -> usize {
    let until = steps.iter().take(at + 1);
    until.filter(|step| !step.is_remark()).count()
}

/// The line of code where step `at` was taken. Where a step has none, as when
/// something is dropped, the last one of its thread.
pub fn spot(steps: &[Step], at: usize) -> Option<(&str, u32)> {
    let thread = steps.get(at)?.thread;
    let mut own = steps[..=at].iter().rev().filter(|s| s.thread == thread);
    own.find_map(|step| Some((step.file.as_deref()?, step.line?)))
}

/// The source around the current line, with the lines that other threads are at.
pub fn source(
    frame: &mut Frame<'_>,
    area: Rect,
    look: Look,
    sources: &Sources<'_>,
    spot: Option<(&str, u32)>,
    threads: &[Standing],
) {
    let Some((file, current)) = spot else {
        return;
    };
    let width = usize::from(area.width);
    let mut shown = vec![Line::styled(cut_left(file, width), FAINT)];
    let lines = sources.lines(file);
    let rows = usize::from(area.height).saturating_sub(1);
    let current = current as usize;
    let first = window(current.saturating_sub(1), lines.len(), rows);
    let names = names_of(look, threads);
    for (index, text) in lines.iter().enumerate().skip(first).take(rows) {
        let number = index + 1;
        let here: Vec<&str> = threads
            .iter()
            .zip(&names)
            .filter(|(thread, _)| thread.state != State::Ended)
            .filter(|(thread, _)| thread.file.as_deref() == Some(file))
            .filter(|(thread, _)| thread.line.is_some_and(|line| line as usize == number))
            .map(|(_, name)| name.as_str())
            .collect();
        let mark = if here.is_empty() {
            String::new()
        } else {
            format!(" {} {}", look.glyphs.at, here.join(" "))
        };
        let sign = if number == current {
            look.glyphs.here
        } else {
            " "
        };
        let room = width.saturating_sub(columns(&mark));
        let body = cut(look, &format!("{sign}{number:>4} {text}"), room);
        let gap = " ".repeat(room.saturating_sub(columns(&body)));
        let style = if number == current {
            MARKED
        } else {
            ratatui::style::Style::new()
        };
        shown.push(Line::from(vec![
            Span::styled(body + &gap, style),
            Span::styled(mark, look.ink(Color::Cyan)),
        ]));
    }
    if lines.is_empty() {
        shown.push(Line::raw("(this file is not here)"));
    }
    frame.render_widget(Paragraph::new(shown), area);
}

/// The steps, one column a thread. Those after `current` are still to come.
pub fn lanes(
    frame: &mut Frame<'_>,
    area: Rect,
    look: Look,
    steps: &[Step],
    names: &[String],
    current: Option<usize>,
) {
    let width = usize::from(area.width);
    let heading = cut(look, &format!("     {}", names.join(" ")), width);
    let mut shown = vec![Line::styled(heading, FAINT)];
    let rows = usize::from(area.height).saturating_sub(1);
    let first = window(current.unwrap_or(0), steps.len(), rows);
    for (index, step) in steps.iter().enumerate().skip(first).take(rows) {
        let mut row = if step.is_remark() {
            " ".repeat(5)
        } else {
            format!("{:>4} ", number(steps, index))
        };
        for (thread, name) in names.iter().enumerate() {
            let sign = match thread == step.thread {
                true if step.is_remark() => look.glyphs.waits,
                true => look.glyphs.moves,
                false => look.glyphs.lane,
            };
            let left = (columns(name) - 1) / 2;
            let right = columns(name) - left;
            row.push_str(&" ".repeat(left));
            row.push_str(sign);
            row.push_str(&" ".repeat(right));
        }
        row.push(' ');
        row.push_str(&step.text);
        let row = cut(look, &row, width);
        shown.push(match current {
            Some(current) if index == current => {
                let gap = " ".repeat(width.saturating_sub(columns(&row)));
                Line::styled(row + &gap, MARKED)
            }
            Some(current) if index > current => Line::styled(row, FAINT),
            _ => Line::raw(row),
        });
    }
    frame.render_widget(Paragraph::new(shown), area);
}

/// Where a thread stands, in words.
pub fn standing(thread: &Standing, name: &str) -> String {
    let place = place(thread.file.as_deref(), thread.line);
    let doing = match thread.state {
        State::Ended => "has ended".to_owned(),
        State::Idle => "goes round until another thread changes something".to_owned(),
        State::Blocked => format!(
            "waits for {}",
            plain(thread.waits_for.as_deref().unwrap_or("something"))
        ),
        State::Ready => thread
            .next
            .clone()
            .unwrap_or_else(|| "can go on".to_owned()),
    };
    let held: Vec<String> = thread
        .holds
        .iter()
        .map(|held| format!("{} since line {}", held.lock, held.line))
        .collect();
    let holds = if held.is_empty() {
        String::new()
    } else {
        format!("; holds {}", held.join(", "))
    };
    format!("{name:<8} {place:<16} {doing}{holds}")
}

/// Where each thread stands.
pub fn threads(frame: &mut Frame<'_>, area: Rect, look: Look, threads: &[Standing]) {
    let names = names_of(look, threads);
    let rows = usize::from(area.height);
    let lines: Vec<Line<'_>> = threads
        .iter()
        .zip(&names)
        .take(rows)
        .map(|(thread, name)| {
            let words = format!("  {}", standing(thread, name));
            Line::raw(cut(look, &words, usize::from(area.width)))
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// On one line, whatever it was on.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first row to show, of `all` rows, so that `wanted` is in the middle of
/// `rows` where it can be.
fn window(wanted: usize, all: usize, rows: usize) -> usize {
    let last = all.saturating_sub(rows);
    wanted.saturating_sub(rows / 2).min(last)
}

/// As much of a text as there is room for.
pub fn cut(look: Look, text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let more = look.glyphs.more;
    let kept = text.chars().take(width.saturating_sub(columns(more)));
    kept.collect::<String>() + more
}

fn cut_left(text: &str, width: usize) -> String {
    let excess = columns(text).saturating_sub(width);
    text.chars().skip(excess).collect()
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn what_is_wanted_is_in_the_middle_where_it_can_be() {
        assert_eq!(window(0, 100, 10), 0);
        assert_eq!(window(50, 100, 10), 45);
        assert_eq!(window(99, 100, 10), 90);
        assert_eq!(window(3, 5, 10), 0);
    }
}
