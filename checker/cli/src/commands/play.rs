//! `play`: the learner is the scheduler, and tries to break the program.

use course::{Target, TestId};
use judge::{NotBuilt, Position, Prefix, Program, Verdict};
use serde::Serialize;

use super::step::NOT_BUILT;
use crate::args;
use crate::console::Console;
use crate::failure::{Failure, Result};
use crate::report::Report;
use crate::schedule::{Built, Subject};
use crate::screen::Page;
use crate::screen::style::{FAIL, HEAD, PASS, paint};
use crate::tui;
use crate::tui::play::{Game, Known};
use crate::workbook::Workbook;

/// How a game ended.
#[derive(Debug, Serialize)]
pub struct Played {
    exercise: String,
    title: String,
    broken: bool,
    /// What the screen said at last, if the game came to an end.
    words: Vec<String>,
}

pub fn run(asked: &args::Play, console: &Console) -> Result<Box<dyn Report>> {
    let workbook = Workbook::open(console)?;
    let exercise = workbook.pick(asked.exercise.as_deref())?;
    if !console.is_interactive() {
        return Err(
            Failure::usage("no-terminal", "play needs a terminal that you can type in").advise(
                format!(
                    "`cargo checker step {}` prints the failing schedule without one.",
                    exercise.package
                ),
            ),
        );
    }
    let subject = Subject::prepare(&workbook, exercise, console)?;
    let verdict = subject.check()?.report.verdict;
    let program = match subject.build(false)? {
        Built::Fine(program) => program,
        Built::Only(verdict) => {
            return Ok(Box::new(subject.only("play", (*verdict).into(), NOT_BUILT)));
        }
    };
    let cancel = subject.bench.cancel();
    let token = verdict.evidence.token.as_deref();
    let test = test_to_play(&program, &verdict)?;
    let prefix = token.map_or(Prefix::Start, Prefix::StartOf);
    let start = match program.position(test, &prefix, cancel) {
        Ok(position) => position,
        Err(NotBuilt::Cancelled) => return Err(Failure::interrupted()),
        Err(NotBuilt::Verdict(why)) => {
            return Ok(Box::new(subject.only(
                "play",
                (*why).into(),
                "No game could be begun.",
            )));
        }
    };
    let run = Box::new(|choices: &str| -> std::result::Result<Position, String> {
        program
            .position(test, &Prefix::Choices(choices), cancel)
            .map_err(|error| match error {
                NotBuilt::Verdict(verdict) => verdict.cause,
                NotBuilt::Cancelled => "interrupted".to_owned(),
            })
    });
    let title = format!("{} {}  {test}", exercise.package, exercise.title);
    let sources = tui::Sources::of(&program);
    let mut game = Game::new(&title, known(&verdict), sources, start, run);
    tui::run(&mut game, tui::Look::of(console), cancel)?;
    Ok(Box::new(Played {
        exercise: exercise.package.clone(),
        title: exercise.title.clone(),
        broken: game.is_broken(),
        words: game.ending().unwrap_or_default(),
    }))
}

/// The test that fails by its schedule, or else the first.
fn test_to_play<'a>(program: &'a Program<'_>, verdict: &Verdict) -> Result<&'a TestId> {
    let failing = verdict
        .test()
        .filter(|test| test.target == Target::Schedules);
    let tests = program.tests();
    let test = tests.iter().find(|test| Some(*test) == failing);
    test.or(tests.first()).ok_or_else(|| {
        Failure::usage(
            "no-schedules",
            "this exercise has no schedule tests to play",
        )
        .advise("Choose one that has a `tests/schedules.rs`.")
    })
}

/// What the verdict says about schedules.
fn known(verdict: &Verdict) -> Known {
    let evidence = &verdict.evidence;
    match evidence.switches.filter(|_| evidence.token.is_some()) {
        Some(switches) => Known::Breaks { switches },
        None if verdict.is_pass() => Known::Holds {
            certain: evidence.complete == Some(true),
        },
        None => Known::Nothing,
    }
}

impl Report for Played {
    fn command(&self) -> &'static str {
        "play"
    }

    fn draw(&self, page: &mut Page) {
        let sign = match (self.words.is_empty(), self.broken) {
            (true, _) => page.glyphs.open.to_owned(),
            (_, true) => paint(FAIL, page.glyphs.failed),
            (_, false) => paint(PASS, page.glyphs.passed),
        };
        let name = paint(HEAD, format_args!("{} {}", self.exercise, self.title));
        page.line(format_args!("{sign} {name}"));
        for words in &self.words {
            page.prose(words);
        }
    }
}
