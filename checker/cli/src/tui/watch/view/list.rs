//! The list of all exercises, by part.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::book::Part;
use super::super::list::Filter;
use super::super::model::Model;
use super::side::{bar, sign};
use crate::screen::text::{columns, time};
use crate::tui::panes::cut;
use crate::tui::{FAINT, HEAD, Look, MARKED};
use crate::view::State;

/// How wide a title is at least, and how much it may grow in a wide window.
const TITLE: usize = 26;
const WIDEST_TITLE: usize = 44;
/// The columns behind the title: points, tries, time, verdict.
const BEHIND: usize = 8 + 7 + 12 + 16;

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, look: Look) {
    let width = usize::from(area.width);
    let head = head(model, width, look);
    let above = u16::try_from(head.len()).unwrap_or(0);
    frame.render_widget(Paragraph::new(head), area);
    let below = Rect {
        y: area.y + above,
        height: area.height.saturating_sub(above),
        ..area
    };
    let (lines, selected) = rows(model, width, look);
    let page = usize::from(below.height);
    // The selected one is in the middle where it can be.
    let most = lines.len().saturating_sub(page);
    let top = selected.saturating_sub(page / 2).min(most);
    let shown: Vec<_> = lines.into_iter().skip(top).take(page).collect();
    frame.render_widget(Paragraph::new(shown), below);
}

fn head(model: &Model, width: usize, look: Look) -> Vec<Line<'static>> {
    let total = model.standing.total(&model.book);
    let mut spans = vec![Span::styled("All exercises  ", HEAD)];
    spans.extend(bar(total.passed, total.exercises, 24.min(width / 4), look));
    spans.push(Span::raw(format!(
        "  {}/{} passed, {}/{} points",
        total.passed, total.exercises, total.points, total.of_points
    )));
    let mut filter = vec![Span::styled("show ", FAINT)];
    for one in Filter::ALL {
        let style = if one == model.list.filter {
            MARKED
        } else {
            FAINT
        };
        filter.push(Span::styled(format!(" {} ", one.word()), style));
    }
    if model.list.is_searching || !model.list.search.is_empty() {
        filter.push(Span::styled("   search: ", FAINT));
        filter.push(Span::raw(model.list.search.clone()));
        if model.list.is_searching {
            filter.push(Span::styled(" ", MARKED));
        }
    }
    let title = title_width(width);
    let columns = format!(
        "         {:<title$} {:>6} {:>6}  {:<10}  last verdict",
        "", "points", "tries", "time"
    );
    vec![
        Line::from(spans),
        Line::from(filter),
        Line::raw(""),
        Line::styled(cut(look, &columns, width), FAINT),
    ]
}

fn title_width(width: usize) -> usize {
    width
        .saturating_sub(9 + BEHIND)
        .clamp(TITLE - 6, WIDEST_TITLE)
}

/// The lines, and which of them is the selected one.
fn rows(model: &Model, width: usize, look: Look) -> (Vec<Line<'static>>, usize) {
    let shown = model.list.shown(&model.book, &model.standing);
    let mut lines = Vec::new();
    let mut selected = 0;
    for part in model.standing.parts(&model.book) {
        let mut of_part = shown
            .iter()
            .filter(|index| model.book[**index].part == part.number);
        let Some(first) = of_part.next() else {
            continue;
        };
        if !lines.is_empty() {
            lines.push(Line::raw(""));
        }
        lines.push(part_line(part, width, look));
        for index in std::iter::once(first).chain(of_part) {
            if *index == model.list.selected {
                selected = lines.len();
            }
            lines.push(row(model, *index, width, look));
        }
    }
    if lines.is_empty() {
        lines.push(Line::styled(
            "  Nothing fits. Esc shows all again, f changes what is shown.",
            FAINT,
        ));
    }
    (lines, selected)
}

fn part_line(part: Part, width: usize, look: Look) -> Line<'static> {
    let title = format!("{} {}", part.number, part.title);
    let gap = (title_width(width) + 10)
        .saturating_sub(columns(&title))
        .max(1);
    let mut spans = vec![Span::styled(title, HEAD), Span::raw(" ".repeat(gap))];
    spans.extend(bar(part.passed, part.total, 12, look));
    spans.push(Span::raw(format!("  {}/{}", part.passed, part.total)));
    Line::from(spans)
}

fn row(model: &Model, index: usize, width: usize, look: Look) -> Line<'static> {
    let entry = &model.book[index];
    let Some(row) = model.standing.rows.get(index) else {
        return Line::default();
    };
    let is_here = index == model.at;
    let (sign, style) = sign(row.state, is_here, look);
    let title = title_width(width);
    let tries = match row.attempts {
        0 => String::new(),
        tries => tries.to_string(),
    };
    let spent = match row.spent.as_secs() {
        0 => String::new(),
        seconds => time(seconds),
    };
    let middle = format!(
        " {}  {:<title$} {:>6} {:>6}  {:<10}  ",
        entry.name,
        cut(look, &entry.title, title),
        entry.points,
        tries,
        spent,
    );
    let verdict = match (row.state, row.last) {
        (State::Passed, Some(last)) if !last.is_pass() => format!("passed, now {last}"),
        (State::Passed, _) => "passed".to_owned(),
        (_, Some(last)) => last.to_string(),
        (_, None) => String::new(),
    };
    if index == model.list.selected {
        let text = cut(look, &format!(" {sign}{middle}{verdict}"), width);
        let gap = " ".repeat(width.saturating_sub(columns(&text)));
        return Line::styled(text + &gap, MARKED);
    }
    let ink = match row.state {
        State::Passed => look.ink(Color::Green),
        State::Failing => look.ink(Color::Red),
        State::Open => FAINT,
    };
    let room = width.saturating_sub(2 + columns(&middle));
    Line::from(vec![
        Span::raw(" "),
        Span::styled(sign, style),
        Span::raw(middle),
        Span::styled(cut(look, &verdict, room), ink),
    ])
}
