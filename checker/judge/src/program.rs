//! The schedule tests of an exercise, built to be run one schedule at a time.

use std::path::PathBuf;
use std::process::Command;

use course::{Target, TestId};

use crate::judgement::{Clock, Judgement};
use crate::process::{self, End, Limits};
use crate::rerun::{Line, Position, Replayed};
use crate::work::{Harness, Work};
use crate::{Cancel, Config, Judge, Mode, Request, Verdict, explorer, words};

/// The environment variables by which the explorer is asked for one schedule.
const REPLAY: &str = "INTERLEAVE_REPLAY";
const PREFIX: &str = "INTERLEAVE_PREFIX";
/// The prefix without a choice.
const START: &str = "start";
/// Of what a test says so much is kept from the beginning, and from the end.
const KEEP: usize = 16 * 1024;

/// The schedule tests of an exercise, built. What was built goes when this is
/// dropped, unless it is for a debugger.
pub struct Program<'a> {
    work: Work<'a>,
    tests: Vec<TestId>,
    config: &'a Config,
}

/// Why something was not built, or not run.
#[derive(Debug)]
pub enum NotBuilt {
    /// The file does not compile, for instance. The verdict says all.
    Verdict(Box<Verdict>),
    /// It was cancelled.
    Cancelled,
}

impl From<crate::Cancelled> for NotBuilt {
    fn from(_: crate::Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<Verdict> for NotBuilt {
    fn from(verdict: Verdict) -> Self {
        Self::Verdict(verdict.into())
    }
}

type Built<T> = Result<T, NotBuilt>;

impl Judge {
    /// Builds the schedule tests of an exercise with the file that the request
    /// names. `debug`: so that a debugger finds its way around, and can be started
    /// when all this is over.
    ///
    /// # Errors
    /// When the file does not compile, or `cancel` ended it.
    pub fn program(
        &self,
        request: &Request<'_>,
        debug: bool,
        cancel: &Cancel,
    ) -> Built<Program<'_>> {
        let place = if debug {
            self.place.with_file_name("replay")
        } else {
            self.place.clone()
        };
        let laid = self
            .read_and_lay_out(request, &place)
            .map_err(NotBuilt::Verdict)?;
        let (source, tests, work) = (laid.source, laid.tests, laid.work);
        let work = if debug { work.for_a_debugger() } else { work };
        let judgement = Judgement {
            config: &self.config,
            slots: &self.slots,
            work: &work,
            source: &source,
            tests: &tests,
            mode: Mode::FirstFailure,
            reports: self.tools.reports,
            clock: Clock::default(),
        };
        if let Some(verdict) = judgement.build(Target::Schedules, Harness::Standard, cancel)? {
            // The file alone may say more plainly what is wrong.
            return Err(judgement.library(cancel)?.unwrap_or(verdict).into());
        }
        Ok(Program {
            work,
            tests: tests
                .into_iter()
                .filter(|test| test.target == Target::Schedules)
                .collect(),
            config: &self.config,
        })
    }
}

impl Program<'_> {
    /// The tests in it.
    pub fn tests(&self) -> &[TestId] {
        &self.tests
    }

    /// The test program.
    pub fn path(&self) -> PathBuf {
        self.work.test_program(Target::Schedules)
    }

    /// The text of a file, by the name that a step has it under.
    pub fn read(&self, shown: &str) -> Option<String> {
        std::fs::read_to_string(self.work.path(shown)).ok()
    }

    /// A command that runs the schedule of a token, in a plain process. What the
    /// program prints and what the explorer tells goes where the caller's goes.
    pub fn command(&self, test: &TestId, token: &str) -> Command {
        let mut command = self.run(test);
        command.env_remove("INTERLEAVE_REPORT").env(REPLAY, token);
        command
    }

    /// The test whose exploration made a token, and what comes of running it.
    /// `None` if no test's did, or `token` is none at all.
    ///
    /// # Errors
    /// When a test does not end, or `cancel` ended it.
    pub fn find(&self, token: &str, cancel: &Cancel) -> Built<Option<(TestId, Replayed)>> {
        for test in &self.tests {
            for line in self.ask(test, REPLAY, token, cancel)? {
                if let Line::Replayed(replayed) = line {
                    return Ok(Some((test.clone(), replayed)));
                }
            }
        }
        Ok(None)
    }

    /// Runs the choices of `prefix`, and stops at the next one. `None` if the
    /// test did not make them.
    ///
    /// # Errors
    /// As [`Program::find`].
    pub fn position(&self, test: &TestId, prefix: &Prefix<'_>, cancel: &Cancel) -> Built<Position> {
        let choices = match prefix {
            Prefix::Start => START.to_owned(),
            Prefix::StartOf(token) => format!("{START}:{token}"),
            Prefix::Choices(token) => (*token).to_owned(),
        };
        for line in self.ask(test, PREFIX, &choices, cancel)? {
            if let Line::Choice(position) | Line::Ended(position) = line {
                return Ok(position);
            }
        }
        let said = format!("{test} does not answer to the choices {choices}");
        Err(words::grader_error(Some(test), said).into())
    }

    fn run(&self, test: &TestId) -> Command {
        let deadline = self.config.test_deadline;
        self.work.run_test(test, &self.report(), deadline)
    }

    fn report(&self) -> PathBuf {
        self.work.out().join("one-schedule.report")
    }

    fn ask(&self, test: &TestId, variable: &str, value: &str, cancel: &Cancel) -> Built<Vec<Line>> {
        let report = self.report();
        // A report is added to, and this one may be there from before.
        let _ = std::fs::remove_file(&report);
        let mut command = self.run(test);
        command.env(variable, value);
        let limits = Limits {
            deadline: self.config.test_deadline,
            or_standstill: true,
            keep: KEEP,
            bounds: &process::UNBOUNDED,
        };
        let ended = process::run(command, limits, cancel)
            .map_err(|error| words::grader_error(Some(test), error.to_string()))?;
        match ended.end {
            End::Cancelled => return Err(NotBuilt::Cancelled),
            End::TimedOut(threads) => {
                return Err(words::timed_out(test, limits.deadline, threads).into());
            }
            End::Stuck(threads) => return Err(words::stuck(test, threads).into()),
            End::Killed(how) => return Err(words::killed(test, &how, &ended.stderr).into()),
            End::Exited(_) | End::TooMuch(_) => {}
        }
        explorer::read(&report).map_err(|what| words::grader_error(Some(test), what).into())
    }
}

/// Which choices are made before the next one is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefix<'a> {
    /// None, in the test's first exploration.
    Start,
    /// None, in the exploration of this token.
    StartOf(&'a str),
    /// Those of this token.
    Choices(&'a str),
}
