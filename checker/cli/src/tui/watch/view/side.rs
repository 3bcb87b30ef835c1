//! How far the learner is: beside the verdict in a wide window, in one line in a narrow one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::book::Part;
use super::super::model::Model;
use crate::screen::text::{columns, time};
use crate::tui::panes::cut;
use crate::tui::{FAINT, HEAD, Look};
use crate::view::State;

/// A bar of `cells` cells.
pub fn bar(done: usize, total: usize, cells: usize, look: Look) -> [Span<'static>; 2] {
    // Something done shows, and something left shows.
    let full = match (done, total) {
        (0, _) => 0,
        (done, total) if done >= total => cells,
        _ => (done * cells / total).clamp(1, cells.saturating_sub(1)),
    };
    let colour = if total > 0 && done == total {
        Color::Green
    } else {
        Color::Yellow
    };
    [
        Span::styled(look.glyphs.full.repeat(full), look.ink(colour)),
        Span::styled(look.glyphs.empty.repeat(cells - full), FAINT),
    ]
}

/// The sign of an exercise, and its style.
pub fn sign(state: State, is_here: bool, look: Look) -> (&'static str, Style) {
    match state {
        _ if is_here => (look.glyphs.here, HEAD),
        State::Passed => (look.glyphs.passed, look.ink(Color::Green)),
        State::Failing => (look.glyphs.failed, look.ink(Color::Red)),
        State::Open => (look.glyphs.open, FAINT),
    }
}

/// All parts in one line: `1 ██░ 2 ░░░`.
pub fn draw_line(model: &Model, frame: &mut Frame<'_>, area: Rect, look: Look) {
    let parts = model.standing.parts(&model.book);
    let total = model.standing.total(&model.book);
    let words = format!("{}/{} passed", total.passed, total.exercises);
    let room = usize::from(area.width).saturating_sub(columns(&words) + 1);
    let each = room / parts.len().max(1);
    let cells = each.saturating_sub(3).min(6);
    let mut spans = Vec::new();
    for part in &parts {
        let is_here = part.number == model.entry().part;
        let style = if is_here { HEAD } else { FAINT };
        spans.push(Span::styled(format!("{} ", part.number), style));
        spans.extend(bar(part.passed, part.total, cells, look));
        spans.push(Span::raw(" "));
    }
    let used: usize = spans.iter().map(Span::width).sum();
    let gap = usize::from(area.width).saturating_sub(used + columns(&words));
    spans.push(Span::raw(" ".repeat(gap)));
    spans.push(Span::raw(words));
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

/// All parts below each other, and the exercises of the current one.
pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, look: Look) {
    let width = usize::from(area.width);
    let total = model.standing.total(&model.book);
    let mut lines = vec![
        Line::styled("Progress", HEAD),
        Line::raw(format!(
            "{} of {} exercises, {} of {} points",
            total.passed, total.exercises, total.points, total.of_points
        )),
        Line::from(bar(total.passed, total.exercises, width, look).to_vec()),
        Line::raw(""),
    ];
    for part in model.standing.parts(&model.book) {
        lines.push(part_line(part, model, width, look));
    }
    lines.push(Line::raw(""));
    let here = model.entry();
    lines.push(Line::styled(
        format!("{} {}", here.part, here.part_title),
        HEAD,
    ));
    for (index, entry) in model.book.iter().enumerate() {
        if entry.part == here.part {
            let Some(row) = model.standing.rows.get(index) else {
                continue;
            };
            let (sign, style) = sign(row.state, index == model.at, look);
            let name = format!(" {}  {}", entry.name, entry.title);
            // Seconds come and go too fast to be read.
            let spent = match row.spent.as_secs() {
                0..60 => String::new(),
                seconds => time(seconds),
            };
            let room = width.saturating_sub(2 + columns(&spent));
            let name = cut(look, &name, room);
            let gap = (room + 1).saturating_sub(columns(&name));
            lines.push(Line::from(vec![
                Span::styled(sign, style),
                Span::raw(name),
                Span::raw(" ".repeat(gap)),
                Span::styled(spent, FAINT),
            ]));
        }
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn part_line(part: Part, model: &Model, width: usize, look: Look) -> Line<'static> {
    let count = format!(" {:>2}/{:<2}", part.passed, part.total);
    let cells = 10;
    let room = width.saturating_sub(cells + columns(&count) + 1);
    let name = cut(look, &format!("{} {}", part.number, part.title), room);
    let is_here = part.number == model.entry().part;
    let style = if is_here { HEAD } else { Style::new() };
    let gap = (room + 1).saturating_sub(columns(&name));
    let mut spans = vec![Span::styled(name, style), Span::raw(" ".repeat(gap))];
    spans.extend(bar(part.passed, part.total, cells, look));
    spans.push(Span::raw(count));
    Line::from(spans)
}
