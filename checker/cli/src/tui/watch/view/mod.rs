//! Draws the state of the screen.

mod body;
mod list;
mod paper;
mod side;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::model::{Kind, Message, Model, Outcome, Pane, Scroll};
use super::sight::{Means, Why};
use crate::judging::BUILDING;
use crate::screen::text::{columns, wrap};
use crate::screen::{Page, markdown, verdict};
use crate::tui::panes::{cut, too_small};
use crate::tui::{FAINT, HEAD, LEAST, Look, Screen as _};

/// From this width on, progress stands beside the verdict.
const WIDE: u16 = 124;
/// The width that it has there.
const SIDE: u16 = 42;
/// How many lines of the task are shown.
const TASK: usize = 2;
/// How many lines the next step may take.
const NEXT: u16 = 2;
/// From so many seconds on, waiting is counted.
const LONG: u64 = 2;

/// Draws the screen, and says how far its middle can be scrolled.
pub fn draw(model: &Model, frame: &mut Frame<'_>, look: Look) -> Scroll {
    let area = frame.area();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(frame);
        return model.scroll;
    }
    match &model.pane {
        Pane::Walk(walk) => {
            walk.draw(frame, look);
            model.scroll
        }
        Pane::List => {
            let (above, foot) = cut_off(area, 2);
            list::draw(model, frame, above, look);
            draw_foot(model, frame, foot, look);
            model.scroll
        }
        _ => draw_exercise(model, frame, look),
    }
}

/// Cuts rows off the bottom.
fn cut_off(area: Rect, rows: u16) -> (Rect, Rect) {
    let above = Rect {
        height: area.height - rows,
        ..area
    };
    let below = Rect {
        y: area.y + area.height - rows,
        height: rows,
        ..area
    };
    (above, below)
}

fn draw_exercise(model: &Model, frame: &mut Frame<'_>, look: Look) -> Scroll {
    let is_wide = frame.area().width >= WIDE;
    let mut area = frame.area();
    if is_wide {
        let side = Rect {
            x: area.x + area.width - SIDE,
            width: SIDE,
            ..area
        };
        area.width -= SIDE + 2;
        side::draw(model, frame, side, look);
    }
    let (area, foot) = cut_off(area, 2);
    draw_foot(model, frame, foot, look);
    // Whoever reads something else needs the room.
    let is_narrow_verdict = matches!(model.pane, Pane::Verdict) && !is_wide;
    let (area, progress) = cut_off(area, u16::from(is_narrow_verdict));
    if is_narrow_verdict {
        side::draw_line(model, frame, progress, look);
    }
    let next_rows = if matches!(model.pane, Pane::Verdict) {
        NEXT
    } else {
        0
    };
    let (area, next) = cut_off(area, next_rows);
    draw_next(model, frame, next, look);

    let mut row = area.y;
    let mut put = |frame: &mut Frame<'_>, lines: Vec<Line<'static>>, rows: u16| {
        let at = Rect {
            y: row,
            height: rows.min(area.height),
            ..area
        };
        row += rows;
        frame.render_widget(Paragraph::new(lines), at);
    };
    put(frame, vec![title(model, area.width, look)], 1);
    if !matches!(model.pane, Pane::Task) {
        put(frame, task(model, area.width, look), 2);
    }
    put(frame, vec![rule(area.width, "", look)], 1);
    put(frame, vec![verdict_line(model, area.width, look)], 1);
    // The rule below the middle belongs to it.
    let middle = Rect {
        y: row,
        height: (area.y + area.height).saturating_sub(row),
        ..area
    };
    draw_middle(model, frame, middle, look)
}

/// `ex16 Lost update  part 3, Shared state, 20 points`
fn title(model: &Model, width: u16, look: Look) -> Line<'static> {
    let entry = model.entry();
    let name = format!("{} {}", entry.name, entry.title);
    let about = format!(
        "  part {}, {}, {} points",
        entry.part, entry.part_title, entry.points
    );
    let solved = if model.is_solved() {
        format!("{} solved", look.glyphs.passed)
    } else {
        String::new()
    };
    let width = usize::from(width);
    let about = cut(
        look,
        &about,
        width.saturating_sub(columns(&name) + columns(&solved) + 1),
    );
    let gap = width.saturating_sub(columns(&name) + columns(&about) + columns(&solved));
    Line::from(vec![
        Span::styled(name, HEAD),
        Span::styled(about, FAINT),
        Span::raw(" ".repeat(gap)),
        Span::styled(solved, look.ink(Color::Green)),
    ])
}

/// The task in two lines.
fn task(model: &Model, width: u16, look: Look) -> Vec<Line<'static>> {
    let width = usize::from(width.min(100)).saturating_sub(2);
    let mut lines = paper::lines(&markdown::draw(&model.entry().summary, width), look);
    if lines.len() > TASK {
        lines.truncate(TASK);
        if let Some(last) = lines.last_mut() {
            go_on(last, width, look);
        }
    }
    for line in &mut lines {
        line.spans.insert(0, Span::raw("  "));
    }
    lines
}

/// Ends a line with the sign that there is more, on a word.
fn go_on(line: &mut Line<'static>, width: usize, look: Look) {
    let more = format!(" {}", look.glyphs.more);
    while line.width() + columns(&more) > width {
        let Some(mut span) = line.spans.pop() else {
            break;
        };
        if let Some((kept, _)) = span.content.trim_end().rsplit_once(' ') {
            span.content = kept.to_owned().into();
            line.spans.push(span);
        }
    }
    line.spans.push(Span::raw(more));
}

/// A line across, with words near its right end.
fn rule(width: u16, words: &str, look: Look) -> Line<'static> {
    let width = usize::from(width);
    if words.is_empty() {
        return Line::styled(look.glyphs.rule.repeat(width), FAINT);
    }
    let right = 2;
    let left = width.saturating_sub(columns(words) + 2 + right);
    Line::styled(
        format!(
            "{} {words} {}",
            look.glyphs.rule.repeat(left),
            look.glyphs.rule.repeat(right)
        ),
        FAINT,
    )
}

/// The verdict, or what is being done about it.
fn verdict_line(model: &Model, width: u16, look: Look) -> Line<'static> {
    let width = usize::from(width);
    let mut page = Page::new(look.glyphs, width);
    if let Some(judged) = model.verdict() {
        page.line(format_args!(
            "{} {}",
            verdict::sign(&page, judged),
            verdict::words(judged, width.saturating_sub(4)),
        ));
    } else if matches!(model.outcome, Outcome::Failure(_)) && !model.is_old() {
        let sign = look.glyphs.failed;
        let style = look.ink(Color::Red).patch(HEAD);
        return Line::styled(format!("{sign} the checker cannot judge"), style);
    }
    let verdict = paper::lines(&page.into_text(), look)
        .into_iter()
        .find(|line| line.width() > 0);
    let Some(work) = model.work else {
        return verdict.unwrap_or_default();
    };
    let seconds = model.clock.saturating_sub(work.since).as_secs();
    let mut words = match work.kind {
        Kind::Judging => "checking".to_owned() + look.glyphs.more,
        Kind::Building => BUILDING.to_owned(),
        Kind::Replaying => "running the schedule again".to_owned() + look.glyphs.more,
    };
    if seconds >= LONG {
        words = format!("{words} {seconds} s");
    }
    let moving = spinner(model, look);
    let mut spans = vec![
        Span::styled(format!("{moving} "), look.ink(Color::Yellow)),
        Span::styled(words, HEAD),
    ];
    if let Some(old) = verdict {
        let old: String = old.spans.iter().map(|span| span.content.as_ref()).collect();
        let label = if model.is_old() { "   before: " } else { "   " };
        let old = format!("{label}{old}");
        let used: usize = spans.iter().map(Span::width).sum();
        spans.push(Span::styled(
            cut(look, &old, width.saturating_sub(used)),
            FAINT,
        ));
    }
    Line::from(spans)
}

fn spinner(model: &Model, look: Look) -> char {
    let signs: Vec<char> = look.glyphs.spinner.chars().collect();
    // The last one is for when nothing moves.
    let moving = signs.len().saturating_sub(1).max(1);
    let at = model.clock.as_millis() / 120 % moving as u128;
    signs
        .get(usize::try_from(at).unwrap_or(0))
        .copied()
        .unwrap_or(' ')
}

/// The pane that is open, and a rule that says how much more of it there is.
fn draw_middle(model: &Model, frame: &mut Frame<'_>, area: Rect, look: Look) -> Scroll {
    let (area, below) = cut_off(area, 1);
    let body = body::of(model, area.width, look);
    let lines = paper::fold(body.lines, usize::from(area.width));
    let page = usize::from(area.height);
    let most = lines.len().saturating_sub(page);
    let mut scroll = model.scroll;
    if scroll.to_newest {
        scroll.top = body.newest;
        scroll.to_newest = false;
    }
    scroll.top = scroll.top.min(most);
    scroll.most = most;
    scroll.page = page;
    let left = most - scroll.top;
    let words = match (scroll.top, left) {
        (0, 0) => String::new(),
        (_, 0) => "the end (PgUp)".to_owned(),
        (_, 1) => "1 more line (PgDn)".to_owned(),
        (_, left) => format!("{left} more lines (PgDn)"),
    };
    let shown: Vec<_> = lines.into_iter().skip(scroll.top).take(page).collect();
    frame.render_widget(Paragraph::new(shown), area);
    frame.render_widget(Paragraph::new(rule(below.width, &words, look)), below);
    scroll
}

/// The one next step.
fn draw_next(model: &Model, frame: &mut Frame<'_>, area: Rect, look: Look) {
    let text = next_step(model);
    let label = if text.is_empty() { "" } else { "next  " };
    let width = usize::from(area.width.min(120));
    let fitted = wrap(&text, width.saturating_sub(columns(label)));
    let rows = usize::from(area.height);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (index, line) in fitted.lines().take(rows).enumerate() {
        let margin = if index == 0 { label } else { "      " };
        let style = if model.is_old() { FAINT } else { Style::new() };
        let mut line = line.to_owned();
        if index + 1 == rows && fitted.lines().count() > rows {
            line = cut(
                look,
                &(line + "  "),
                width.saturating_sub(columns(label) + 2),
            );
            line += look.glyphs.more;
        }
        lines.push(Line::from(vec![
            Span::styled(margin.to_owned(), FAINT),
            Span::styled(line, style),
        ]));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn next_step(model: &Model) -> String {
    match &model.outcome {
        Outcome::Failure(failure) => failure.advice.clone().unwrap_or_default(),
        Outcome::Verdict(judged) if judged.report.verdict.is_pass() => {
            let passed = model.standing.total(&model.book);
            if passed.passed == passed.exercises {
                "You have passed every exercise. Polish this one as long as you like.".to_owned()
            } else {
                "n goes on to the next exercise. Until then, polish this one as long as you like: \
                 d compares it with the solution."
                    .to_owned()
            }
        }
        Outcome::Verdict(judged) => judged.report.verdict.next_step.clone(),
        Outcome::None => format!(
            "Edit {}. It is judged whenever you save it.",
            model.entry().file
        ),
    }
}

/// What there is to tell, and the keys.
fn draw_foot(model: &Model, frame: &mut Frame<'_>, area: Rect, look: Look) {
    let width = usize::from(area.width);
    let status = if let Some(exercise) = model.reset {
        let name = &model.book[exercise].name;
        let words =
            format!("Reset {name} to how it began? Your file is kept in a backup.  y yes  n no");
        Line::styled(
            cut(look, &words, width),
            look.ink(Color::Yellow).patch(HEAD),
        )
    } else if let Some(message) = &model.message {
        told(message, width, look)
    } else if matches!(model.pane, Pane::List) {
        Line::default()
    } else {
        Line::styled(cut(look, &watching(model), width), FAINT)
    };
    frame.render_widget(Paragraph::new(vec![status, keys(model, width, look)]), area);
}

fn told(message: &Message, width: usize, look: Look) -> Line<'static> {
    let style = if message.is_bad {
        look.ink(Color::Red).patch(HEAD)
    } else {
        HEAD
    };
    Line::styled(cut(look, &message.text, width), style)
}

fn watching(model: &Model) -> String {
    let file = &model.entry().file;
    match model.means {
        Means::Events => format!("watching {file}"),
        Means::Polling(Why::Asked) => format!("polling {file}"),
        Means::Polling(Why::NoEvents) => format!("polling {file}, since no events come here"),
        Means::Polling(Why::Refused) => {
            format!("polling {file}, since the system tells of no events")
        }
    }
}

/// The keys that mean something now, as many as there is room for. The last two always are there.
fn keys(model: &Model, width: usize, look: Look) -> Line<'static> {
    let in_verdict = matches!(model.pane, Pane::Verdict);
    let mut keys: Vec<(&str, &str)> = match &model.pane {
        Pane::List if model.list.is_searching => vec![
            ("letters", "search"),
            ("Enter", "go there"),
            ("Esc", "all again"),
        ],
        Pane::List => vec![
            ("Enter", "go there"),
            ("/", "search"),
            ("f", "filter"),
            ("x", "reset"),
            ("?", "help"),
            ("q", "back"),
        ],
        _ => {
            let mut keys = vec![("n", "next"), ("p", "back"), ("h", "hint"), ("l", "list")];
            if model.token().is_some() {
                keys.push(("s", "step"));
            }
            if model.is_solved() {
                keys.push(("d", "diff"));
            }
            keys.extend([("r", "run"), ("e", "edit"), ("t", "task"), ("x", "reset")]);
            keys.push(("?", "help"));
            keys.push(("q", if in_verdict { "quit" } else { "back" }));
            keys
        }
    };
    let needed = |keys: &[(&str, &str)]| -> usize {
        let words = keys
            .iter()
            .map(|(key, word)| columns(key) + 1 + columns(word));
        words.sum::<usize>() + 2 * keys.len().saturating_sub(1)
    };
    while needed(&keys) > width && keys.len() > 2 {
        keys.remove(keys.len() - 3);
    }
    let mut spans = Vec::new();
    for (index, (key, word)) in keys.iter().enumerate() {
        let gap = if index == 0 { "" } else { "  " };
        spans.push(Span::styled(
            format!("{gap}{key}"),
            look.ink(Color::Cyan).patch(HEAD),
        ));
        spans.push(Span::styled(format!(" {word}"), FAINT));
    }
    Line::from(spans)
}
