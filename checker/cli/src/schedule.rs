//! One schedule of an exercise: what `replay`, `step` and `play` begin with.

use course::{Exercise, TestId};
use judge::{Mode, NotBuilt, Program, Replayed, Request, Source};

use crate::commands::Checked;
use crate::console::Console;
use crate::failure::Exit;
use crate::failure::{Failure, Result};
use crate::judging::{Bench, Judged, Rules};
use crate::progress::Spinner;
use crate::report::Report;
use crate::screen::Page;
use crate::screen::style::{DIM, paint};
use crate::workbook::Workbook;
use serde::Serialize;

/// The exercise, and a judge for it.
pub struct Subject<'a> {
    pub exercise: &'a Exercise,
    pub bench: Bench<'a>,
    workbook: &'a Workbook,
    console: &'a Console,
}

/// Why there is nothing to show but a verdict: the file does not compile, or passes.
#[derive(Debug, Serialize)]
pub struct OnlyVerdict {
    #[serde(skip)]
    command: &'static str,
    #[serde(flatten)]
    checked: Checked,
    #[serde(skip)]
    why: &'static str,
}

impl Report for OnlyVerdict {
    fn command(&self) -> &'static str {
        self.command
    }

    fn draw(&self, page: &mut Page) {
        self.checked.draw(page);
        page.gap();
        page.line(format_args!("  {}", paint(DIM, self.why)));
    }

    fn exit(&self) -> Exit {
        self.checked.exit()
    }
}

/// What was built, or a verdict that says why not.
pub enum Built<T> {
    Fine(T),
    Only(Box<judge::Verdict>),
}

impl<'a> Subject<'a> {
    pub fn prepare(
        workbook: &'a Workbook,
        exercise: &'a Exercise,
        console: &'a Console,
    ) -> Result<Self> {
        let bench = Bench::prepare(&workbook.course, Rules::default(), false, console)?;
        Ok(Self {
            exercise,
            bench,
            workbook,
            console,
        })
    }

    /// Judges the exercise, or remembers the verdict.
    pub fn check(&self) -> Result<Judged> {
        let _moving = Spinner::quiet(self.console, &format!("Judging {}", self.exercise.package));
        let mut judged = self.bench.check(self.exercise, self.workbook.progress())?;
        for note in judged.notes.drain(..) {
            self.console.note(note);
        }
        Ok(judged)
    }

    /// Builds the schedule tests.
    pub fn build(&self, debug: bool) -> Result<Built<Program<'_>>> {
        let words = format!("Building the tests of {}", self.exercise.package);
        let _moving = Spinner::quiet(self.console, &words);
        let request = Request {
            exercise: self.exercise,
            source: &Source::of(self.exercise),
            tests: &self.workbook.course.pristine(self.exercise),
            mode: Mode::FirstFailure,
        };
        match self
            .bench
            .judge()
            .program(&request, debug, self.bench.cancel())
        {
            Ok(program) => Ok(Built::Fine(program)),
            Err(NotBuilt::Verdict(verdict)) => Ok(Built::Only(verdict)),
            Err(NotBuilt::Cancelled) => Err(Failure::interrupted()),
        }
    }

    /// The test that a token belongs to, and what comes of running it.
    pub fn find(&self, program: &Program<'_>, token: &str) -> Result<(TestId, Replayed)> {
        match program.find(token, self.bench.cancel()) {
            Ok(Some(found)) => Ok(found),
            Ok(None) => Err(Failure::usage(
                "unknown-token",
                format!("{token} is no schedule of {}", self.exercise.package),
            )
            .advise(format!(
                "A letter may be wrong or missing, or it is another exercise's. `cargo checker check {}` \
                 prints the one that fails now.",
                self.exercise.package
            ))),
            Err(NotBuilt::Verdict(verdict)) => Err(Failure::checker("rerun", verdict.cause)
                .advise(verdict.next_step)),
            Err(NotBuilt::Cancelled) => Err(Failure::interrupted()),
        }
    }

    /// A report that shows a verdict and says why nothing else.
    pub fn only(&self, command: &'static str, judged: Judged, why: &'static str) -> OnlyVerdict {
        OnlyVerdict {
            command,
            checked: Checked::new(self.exercise, judged),
            why,
        }
    }
}
