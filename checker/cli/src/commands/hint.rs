//! `hint`: one tier of help at a time. Changes nothing on disk.

use course::VerdictKind;
use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::Result;
use crate::report::Report;
use crate::screen::style::{CODE, DIM, HEAD, paint};
use crate::screen::{Page, markdown, text};
use crate::workbook::Workbook;

const TIERS: u8 = 3;

#[derive(Debug, Serialize)]
pub struct Hint {
    exercise: String,
    title: String,
    tier: u8,
    tiers: u8,
    /// The hint for the last verdict, where there is one. It comes first.
    for_verdict: Option<ForVerdict>,
    /// Markdown.
    text: String,
}

/// What to try after a certain verdict.
#[derive(Debug, Serialize)]
struct ForVerdict {
    kind: VerdictKind,
    /// Markdown.
    text: String,
}

pub fn run(asked: &args::Hint, console: &Console) -> Result<Hint> {
    let workbook = Workbook::open(console)?;
    let exercise = workbook.pick(asked.exercise.as_deref())?;
    let hints = workbook.course.hints(exercise)?;
    let for_verdict = workbook
        .progress()
        .last_kind(&exercise.package)
        .and_then(|kind| {
            let text = hints.for_verdict(kind)?.to_owned();
            Some(ForVerdict { kind, text })
        });
    let [nudge, idea, shape] = hints.tiers;
    Ok(Hint {
        exercise: exercise.package.clone(),
        title: exercise.title.clone(),
        tier: asked.tier,
        tiers: TIERS,
        for_verdict,
        text: match asked.tier {
            1 => nudge,
            2 => idea,
            _ => shape,
        },
    })
}

impl Report for Hint {
    fn command(&self) -> &'static str {
        "hint"
    }

    fn draw(&self, page: &mut Page) {
        let kind = match self.tier {
            1 => "a nudge",
            2 => "the idea",
            _ => "the shape of the code",
        };
        let width = page.width.saturating_sub(2);
        let title = paint(HEAD, format_args!("{} {}", self.exercise, self.title));
        let tier = format!("hint {} of {}: {kind}", self.tier, self.tiers);
        if let Some(first) = &self.for_verdict {
            let verdict = format!("for your last verdict, {}", first.kind);
            page.line(format_args!("{title}  {}", paint(DIM, verdict)));
            page.gap();
            page.line(text::indent(&markdown::draw(&first.text, width), "  "));
            page.gap();
            page.line(paint(DIM, tier));
        } else {
            page.line(format_args!("{title}  {}", paint(DIM, tier)));
        }
        page.gap();
        page.line(text::indent(&markdown::draw(&self.text, width), "  "));
        if self.tier < self.tiers {
            page.gap();
            let more = format!(
                "cargo checker hint {} --tier {}",
                self.exercise,
                self.tier + 1
            );
            page.field("more", paint(CODE, more));
        }
    }
}
