//! `step`: a failing schedule in the terminal, forward and back.

use course::TestId;
use judge::{Failure as Fault, Program, Replayed, Step as Taken};
use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::{Exit, Result};
use crate::report::Report;
use crate::schedule::{Built, Subject};
use crate::screen::style::{CODE, FAIL, HEAD, PASS, paint};
use crate::screen::{Page, text};
use crate::tui;
use crate::workbook::Workbook;

/// Why there is no schedule to show.
pub const NO_SCHEDULE: &str = "No single schedule is to blame, so there is none to show.";
pub const NOT_BUILT: &str = "The tests do not compile, so no schedule can be run.";

#[derive(Debug, Serialize)]
pub struct Step {
    exercise: String,
    title: String,
    test: TestId,
    token: String,
    /// Whether the program took the steps that the token speaks of.
    same_way: bool,
    failure: Option<Fault>,
    /// The names of the threads, by number.
    threads: Vec<String>,
    steps: Vec<Taken>,
    /// It was walked through in the terminal already.
    #[serde(skip)]
    seen: bool,
}

pub fn run(asked: &args::Step, console: &Console) -> Result<Box<dyn Report>> {
    let workbook = Workbook::open(console)?;
    let exercise = workbook.pick(asked.exercise.as_deref())?;
    let subject = Subject::prepare(&workbook, exercise, console)?;
    let token = if let Some(token) = &asked.token {
        token.clone()
    } else {
        let judged = subject.check()?;
        match judged.report.verdict.evidence.token.clone() {
            Some(token) => token,
            None => return Ok(Box::new(subject.only("step", judged, NO_SCHEDULE))),
        }
    };
    let program = match subject.build(false)? {
        Built::Fine(program) => program,
        Built::Only(verdict) => {
            return Ok(Box::new(subject.only("step", (*verdict).into(), NOT_BUILT)));
        }
    };
    let (test, replayed) = subject.find(&program, &token)?;
    let seen = console.is_interactive();
    if seen {
        let title = format!("{} {}  {test}", exercise.package, exercise.title);
        walk(&title, &program, &replayed, console, subject.bench.cancel())?;
    }
    Ok(Box::new(Step {
        exercise: exercise.package.clone(),
        title: exercise.title.clone(),
        test,
        token,
        same_way: replayed.same_way,
        failure: replayed.failure,
        threads: replayed.threads,
        steps: replayed.steps,
        seen,
    }))
}

fn walk(
    title: &str,
    program: &Program<'_>,
    replayed: &Replayed,
    console: &Console,
    cancel: &judge::Cancel,
) -> Result<()> {
    let mut walk = tui::step::Walk::new(title, replayed.clone(), tui::Sources::of(program));
    tui::run(&mut walk, tui::Look::of(console), cancel)
}

impl Report for Step {
    fn command(&self) -> &'static str {
        "step"
    }

    fn draw(&self, page: &mut Page) {
        let Some(failure) = &self.failure else {
            let sign = paint(PASS, page.glyphs.passed);
            page.line(format_args!(
                "{sign} {}  this schedule does not fail.",
                paint(HEAD, format_args!("{} {}", self.exercise, self.title))
            ));
            return;
        };
        if self.seen {
            // Who has walked through it has read it.
            page.line(format_args!("  {}", failure.message));
        } else {
            page.line(format_args!(
                "{} {}  {} in {}",
                paint(FAIL, page.glyphs.failed),
                paint(HEAD, format_args!("{} {}", self.exercise, self.title)),
                paint(FAIL, &failure.kind),
                self.test,
            ));
            page.gap();
            let story = failure.story.trim_matches('\n').trim_end();
            page.line(text::indent(story, "  "));
            page.gap();
        }
        if !self.same_way {
            page.prose("The program did not take the steps of the token.");
        }
        let replay = format!("cargo checker replay {} {}", self.exercise, self.token);
        page.field("replay", paint(CODE, replay));
    }

    fn exit(&self) -> Exit {
        match self.failure {
            Some(_) => Exit::Failed,
            None => Exit::Passed,
        }
    }
}
