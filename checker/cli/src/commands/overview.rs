//! No command: where you are, and what is next. Changes nothing on disk.

use serde::Serialize;

use crate::console::Console;
use crate::failure::Result;
use crate::report::Report;
use crate::screen::Page;
use crate::screen::style::{CODE, DIM, HEAD, OPEN, paint};
use crate::task::Task;
use crate::view::{self, ExerciseView, PartView, TotalView};
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct Overview {
    /// Nothing once every exercise has passed.
    current: Option<Current>,
    parts: Vec<PartView>,
    total: TotalView,
}

#[derive(Debug, Serialize)]
struct Current {
    #[serde(flatten)]
    exercise: ExerciseView,
    part_title: &'static str,
    /// What is to be done, in one paragraph.
    summary: String,
}

pub fn run(console: &Console) -> Result<Overview> {
    let workbook = Workbook::open(console)?;
    let current = match workbook.current() {
        None => None,
        Some(exercise) => Some(Current {
            exercise: ExerciseView::new(&workbook, exercise),
            part_title: exercise.part_title(),
            summary: Task::read(&workbook.course.pristine(exercise).stub()?).summary(),
        }),
    };
    Ok(Overview {
        current,
        parts: view::parts(&workbook),
        total: view::total(&workbook),
    })
}

impl Report for Overview {
    fn command(&self) -> &'static str {
        "overview"
    }

    fn draw(&self, page: &mut Page) {
        match &self.current {
            Some(current) => current.draw(page, self.total.passed == 0),
            None if self.total.total == 0 => page.line("  This workbook has no exercises yet."),
            None => page.line(paint(HEAD, "  You have passed every exercise.")),
        }
        page.gap();
        for part in &self.parts {
            part.draw(page);
        }
        page.gap();
        self.total.draw(page);
    }
}

impl Current {
    fn draw(&self, page: &mut Page, at_the_start: bool) {
        let exercise = &self.exercise;
        if at_the_start && exercise.attempts == 0 {
            page.prose(
                "Each exercise is one file. Read the task at its top, replace every todo!(), and \
                 have it judged. Start here:",
            );
            page.gap();
        }
        page.line(format_args!(
            "{} {}  {}",
            paint(HEAD, page.glyphs.here),
            paint(HEAD, format_args!("{} {}", exercise.name, exercise.title)),
            paint(
                DIM,
                format_args!(
                    "part {}, {}, {} points",
                    exercise.part, self.part_title, exercise.points
                )
            ),
        ));
        page.gap();
        if !self.summary.is_empty() {
            let width = page.width.saturating_sub(2);
            let summary = crate::screen::markdown::draw(&self.summary, width);
            page.line(crate::screen::text::indent(&summary, "  "));
            page.gap();
        }
        page.field("edit", &exercise.file);
        page.field("judge", paint(CODE, "cargo checker check"));
        page.field("stuck?", paint(CODE, "cargo checker hint"));
        if let Some(last) = exercise.last {
            page.field("last", paint(OPEN, last));
        }
    }
}
