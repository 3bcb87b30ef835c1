//! `next`: the current exercise judged, and the next task shown if it passed.

use std::fs;

use course::{Course, Exercise};
use serde::Serialize;

use super::check::Checked;
use crate::console::Console;
use crate::failure::{Exit, Failure, Result};
use crate::judging::{Bench, Rules};
use crate::progress::Spinner;
use crate::report::Report;
use crate::screen::style::{CODE, DIM, HEAD, paint};
use crate::screen::{Page, markdown, text, verdict};
use crate::task::Task;
use crate::view::{self, ExerciseView, TotalView};
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct Next {
    /// What was judged: the exercises that passed, and last the one that did not, if one did not.
    judged: Vec<Checked>,
    /// The first exercise that has not passed; nothing if all have.
    #[serde(rename = "next")]
    assignment: Option<Assignment>,
    total: TotalView,
    /// Why verdicts could not be recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    unrecorded: Option<Failure>,
}

/// What is to be done in an exercise.
#[derive(Debug, Serialize)]
struct Assignment {
    #[serde(flatten)]
    exercise: ExerciseView,
    part_title: &'static str,
    concepts: Vec<String>,
    reads: Vec<String>,
    /// The whole task, in Markdown.
    task: String,
}

pub fn run(console: &Console) -> Result<Next> {
    let mut workbook = Workbook::open(console)?;
    let mut judged = Vec::new();
    let mut unrecorded = None;
    while let Some(exercise) = workbook.current().cloned() {
        if is_untouched(&workbook.course, &exercise) {
            break;
        }
        let bench = Bench::prepare(&workbook.course, Rules::default(), false, console)?;
        let moving = Spinner::quiet(console, &format!("Judging {}", exercise.package));
        let mut verdict = bench.check(&exercise, workbook.progress())?;
        drop(moving);
        for note in verdict.notes.drain(..) {
            console.note(note);
        }
        unrecorded = verdict.unrecorded.take();
        let passed = verdict.report.verdict.is_pass();
        judged.push(Checked::new(&exercise, verdict));
        workbook.refresh()?;
        // Whatever keeps it current, judging it once more would not help.
        let stays = workbook.current().map(|current| current.number) == Some(exercise.number);
        if !passed || stays {
            break;
        }
    }
    if let Some(failure) = &unrecorded {
        console.warn(failure, "the verdict stands, but is not recorded");
    }
    let assignment = workbook
        .current()
        .map(|exercise| Assignment::new(&workbook, exercise))
        .transpose()?;
    Ok(Next {
        judged,
        assignment,
        total: view::total(&workbook),
        unrecorded,
    })
}

/// A stub that nobody has touched needs no judge. Without a sealed copy nobody can tell.
fn is_untouched(course: &Course, exercise: &Exercise) -> bool {
    let pristine = course.pristine(exercise);
    let yours = fs::read(exercise.source());
    pristine.is_sealed()
        && matches!((pristine.stub(), yours), (Ok(stub), Ok(yours)) if stub.as_bytes() == yours)
}

impl Assignment {
    fn new(workbook: &Workbook, exercise: &Exercise) -> Result<Self> {
        Ok(Self {
            exercise: ExerciseView::new(workbook, exercise),
            part_title: exercise.part_title(),
            concepts: exercise.concepts.clone(),
            reads: exercise.reads.clone(),
            task: Task::read(&workbook.course.pristine(exercise).stub()?).text,
        })
    }

    fn draw(&self, page: &mut Page) {
        let exercise = &self.exercise;
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
        let width = page.width.saturating_sub(2);
        page.line(text::indent(&markdown::draw(&self.task, width), "  "));
        page.gap();
        page.field("edit", &exercise.file);
        page.field("judge", paint(CODE, "cargo checker check"));
        page.field("stuck?", paint(CODE, "cargo checker hint"));
    }
}

impl Report for Next {
    fn command(&self) -> &'static str {
        "next"
    }

    fn draw(&self, page: &mut Page) {
        for checked in &self.judged {
            if checked.verdict.is_pass() {
                page.line(format_args!(
                    "{} {}  {}",
                    verdict::sign(page, &checked.verdict),
                    paint(HEAD, format_args!("{} {}", checked.exercise, checked.title)),
                    verdict::words(&checked.verdict, usize::MAX),
                ));
            } else {
                page.gap();
                checked.draw(page);
            }
        }
        if self.exit() != Exit::Passed {
            return;
        }
        page.gap();
        if let Some(assignment) = &self.assignment {
            assignment.draw(page);
        } else {
            page.line(paint(HEAD, "You have passed every exercise."));
            self.total.draw(page);
        }
    }

    fn exit(&self) -> Exit {
        if self.unrecorded.is_some() {
            return Exit::Checker;
        }
        match self.judged.last() {
            Some(last) => last.exit(),
            None => Exit::Passed,
        }
    }
}
