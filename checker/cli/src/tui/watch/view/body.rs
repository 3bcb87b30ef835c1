//! What fills the middle of the screen.

use ratatui::text::Line;

use super::super::model::{Model, Outcome, Pane};
use super::paper;
use crate::screen::style::{CODE, DIM, FAIL, HEAD, OPEN, paint};
use crate::screen::{Page, markdown, text, verdict};
use crate::tui::Look;

/// Lines longer than this are tiring to read, however wide the window.
const WIDEST: u16 = 100;

/// The lines of a pane.
pub struct Body {
    pub lines: Vec<Line<'static>>,
    /// Where the newest part of it begins.
    pub newest: usize,
}

pub fn of(model: &Model, width: u16, look: Look) -> Body {
    let mut page = Page::new(look.glyphs, usize::from(width.min(WIDEST)));
    let mut newest = 0;
    match &model.pane {
        Pane::Task => task(model, &mut page),
        Pane::Hints => newest = hints(model, &mut page),
        Pane::Solution(text) => page.line(text.trim_end()),
        Pane::Help => help(&mut page),
        // These two draw themselves.
        Pane::Verdict | Pane::List | Pane::Walk(_) => verdict_body(model, &mut page),
    }
    let mut lines = paper::lines(&page.into_text(), look);
    if matches!(model.pane, Pane::Verdict) && model.is_old() {
        lines = paper::old(lines);
    }
    Body { lines, newest }
}

fn verdict_body(model: &Model, page: &mut Page) {
    let notes = model.standing.damage.iter().chain(&model.notes);
    let judged = match &model.outcome {
        Outcome::Verdict(judged) => Some(judged),
        _ => None,
    };
    for note in notes.chain(judged.iter().flat_map(|judged| &judged.notes)) {
        page.prose(&format!("{} {note}", paint(OPEN, "note:")));
    }
    if let Some(failure) = judged.and_then(|judged| judged.unrecorded.as_ref()) {
        let advice = failure.advice.as_deref().unwrap_or_default();
        page.prose(&format!(
            "{} the verdict stands, but is not recorded: {}. {advice}",
            paint(FAIL, "note:"),
            failure.message
        ));
    }
    page.gap();
    match &model.outcome {
        Outcome::None => {}
        Outcome::Failure(failure) => page.prose(&failure.message),
        Outcome::Verdict(judged) => {
            let verdict = &judged.report.verdict;
            verdict::body(page, verdict);
            let evidence = &verdict.evidence;
            if let Some(file) = &evidence.file {
                page.gap();
                match evidence.line {
                    Some(line) => page.field("look", format_args!("{file}:{line}")),
                    None => page.field("look", file),
                }
            }
            if let Some(more) = evidence.errors.filter(|errors| *errors > 1) {
                page.gap();
                page.prose(&paint(DIM, format_args!("and {}", more_errors(more - 1))));
            }
            if let Some(hints) = model.shelf.hints.as_ref().filter(|_| verdict.is_pass()) {
                page.gap();
                note(page, "After you solve it".to_owned(), &hints.after);
            }
        }
    }
}

fn more_errors(number: u32) -> String {
    match number {
        1 => "1 more error".to_owned(),
        _ => format!("{number} more errors"),
    }
}

fn task(model: &Model, page: &mut Page) {
    let entry = model.entry();
    let width = page.width.saturating_sub(2);
    page.line(text::indent(&markdown::draw(&entry.task, width), "  "));
    if !entry.reads.is_empty() {
        page.gap();
        for address in &entry.reads {
            page.field("read", address);
        }
    }
    page.gap();
    page.field("edit", &entry.file);
}

/// The hints that are open. Says where the one that was opened last begins.
fn hints(model: &Model, page: &mut Page) -> usize {
    let Some(hints) = &model.shelf.hints else {
        return 0;
    };
    let mut newest = 0;
    let mut lines = 0;
    let mut put = |page: &mut Page, heading: String, text: &str| {
        newest = lines;
        lines += note(page, heading, text);
    };
    let kind = model.verdict().map(|verdict| verdict.kind);
    if let Some(kind) = kind.filter(|kind| model.shelf.verdicts.contains(kind))
        && let Some(text) = hints.for_verdict(kind)
    {
        put(page, format!("For the verdict {kind}"), text);
    }
    let all = hints.tiers.len();
    for (index, text) in hints.tiers.iter().enumerate() {
        let tier = index + 1;
        if u8::try_from(tier).is_ok_and(|tier| model.shelf.tiers.contains(&tier)) {
            put(page, format!("Hint {tier} of {all}: {}", what(tier)), text);
        }
    }
    if model.is_solved() {
        put(page, "After you solve it".to_owned(), &hints.after);
    } else if model.shelf.tiers.len() < all {
        let more = format!("h opens {}", what(model.shelf.tiers.len() + 1));
        page.line(format_args!("  {}", paint(DIM, more)));
    }
    newest
}

/// A text below its heading. Says how many lines that takes.
fn note(page: &mut Page, heading: String, text: &str) -> usize {
    let width = page.width.saturating_sub(2);
    let drawn = text::indent(&markdown::draw(text, width), "  ");
    let lines = 3 + drawn.lines().count();
    page.line(paint(HEAD, heading));
    page.gap();
    page.line(drawn);
    page.gap();
    lines
}

fn what(tier: usize) -> &'static str {
    match tier {
        1 => "a nudge",
        2 => "the idea",
        _ => "the shape of the code",
    }
}

const KEYS: [(&str, &str); 12] = [
    ("n  p", "the next exercise, the one before"),
    ("h", "the next hint"),
    ("l", "the list of all exercises"),
    ("s", "step through the failing schedule, forward and back"),
    ("r", "run again, even if nothing changed"),
    ("e", "open the file in your editor, at the line to look at"),
    ("t", "the whole task"),
    ("d", "compare yours with the solution, once it is solved"),
    (
        "x",
        "reset the exercise. It asks first, and keeps your file",
    ),
    (
        "arrows",
        "scroll, and so do the wheel, PgUp, PgDn, Home and End",
    ),
    ("q  Esc", "back. At the verdict, q quits"),
    ("Ctrl-L  -C", "draw the screen anew; end everything at once"),
];

fn help(page: &mut Page) {
    page.prose(
        "Each save is judged at once. A save during a check begins it anew. Nothing moves on \
         before you press n.",
    );
    page.gap();
    for (key, meaning) in KEYS {
        page.line(format_args!(
            "  {} {meaning}",
            paint(CODE, format_args!("{key:<10}"))
        ));
    }
}
