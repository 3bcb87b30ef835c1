//! One judgement: what is built and run, in which order, and what decides.
//!
//! The order in which things are *judged* is fixed: the library, then the
//! schedules, then the compile-fail cases, then the behaviour. The first failure
//! in that order is the verdict. The order in which they are *done* is not: with
//! someone waiting, the lanes run side by side, and what comes too late to matter
//! is cancelled. The verdict is the same.

use std::io;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use course::source::tokens;
use course::{Target, TestId, VerdictKind};

use crate::explorer::{self, Outcome};
use crate::harness;
#[cfg(all(feature = "jail", target_os = "linux"))]
use crate::process::Quota;
use crate::process::{self, Bounds, Channel, End, Ended, Limits};
use crate::rustc::{self, Compiled, Problem};
use crate::slots::Slots;
use crate::sworn::{self, Completion, Testimony, Token};
use crate::work::{Compilation, Harness, Work};
use crate::{Cancel, Cancelled, Config, Evidence, Mode, TestResult, Timings, Verdict, words};

/// Of a test's output so much is kept from the beginning, and from the end.
const KEEP: usize = 64 * 1024;
/// Of what a test says under oath so much: a long story with its picture.
const KEEP_OF_REPORTS: usize = 8 * 1024 * 1024;

/// Errors that come from a name that is not found.
const NAME_ERRORS: [&str; 6] = ["E0432", "E0433", "E0412", "E0425", "E0405", "E0603"];

/// What a program is started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Compile,
    Run(Target),
}

/// What a compiler and its linker may take. They need a tenth of it.
#[cfg(all(feature = "jail", target_os = "linux"))]
const TO_COMPILE: Quota = Quota {
    memory: 2 << 30,
    threads: 256,
    output: 16 << 20,
};
/// What a test may take. Right solutions need a twentieth of it.
#[cfg(all(feature = "jail", target_os = "linux"))]
const TO_RUN: Quota = Quota {
    memory: 1 << 30,
    threads: 512,
    output: 16 << 20,
};

/// A judgement under way.
pub(crate) struct Judgement<'a> {
    pub config: &'a Config,
    pub slots: &'a Slots,
    pub work: &'a Work<'a>,
    /// The judged text.
    pub source: &'a str,
    /// The tests, known beforehand.
    pub tests: &'a [TestId],
    pub mode: Mode,
    /// Whether the explorer writes reports.
    pub reports: bool,
    pub clock: Clock,
}

/// Time spent, in microseconds.
#[derive(Default)]
pub(crate) struct Clock {
    compile: AtomicU64,
    run: AtomicU64,
}

impl Clock {
    fn add(what: &AtomicU64, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        what.fetch_add(micros, Ordering::Relaxed);
    }

    pub(crate) fn timings(&self, total: Duration) -> Timings {
        Timings {
            total: millis(total),
            compile: self.compile.load(Ordering::Relaxed) / 1000,
            run: self.run.load(Ordering::Relaxed) / 1000,
        }
    }
}

pub(crate) fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// What came of one target.
#[derive(Debug, Default)]
struct Lane {
    /// What kept its tests from running at all.
    blocked: Option<Verdict>,
    /// Its tests, in order.
    results: Vec<TestResult>,
}

impl Lane {
    fn blocked(verdict: Verdict) -> Self {
        Self {
            blocked: Some(verdict),
            results: Vec::new(),
        }
    }

    /// What kept `tests` from running is what each of them says.
    fn of_none(verdict: &Verdict, tests: &[&TestId]) -> Self {
        let result = |test: &&TestId| TestResult {
            test: (*test).clone(),
            verdict: Verdict {
                evidence: Evidence {
                    test: Some((*test).clone()),
                    ..verdict.evidence.clone()
                },
                ..verdict.clone()
            },
            millis: 0,
        };
        Self {
            blocked: Some(verdict.clone()),
            results: tests.iter().map(result).collect(),
        }
    }

    /// What it says against the file, if anything.
    fn failure(&self) -> Option<&Verdict> {
        self.blocked.as_ref().or_else(|| {
            self.results
                .iter()
                .map(|result| &result.verdict)
                .find(|verdict| !verdict.is_pass())
        })
    }
}

pub(crate) type Ran<T> = Result<T, Cancelled>;

impl Judgement<'_> {
    /// Judges.
    pub(crate) fn run(&self, cancel: &Cancel) -> Ran<(Verdict, Vec<TestResult>)> {
        if self.tests.is_empty() {
            return Ok((
                words::grader_error(None, "this exercise has no tests"),
                vec![],
            ));
        }
        let lanes = if self.config.eager {
            self.side_by_side(cancel)?
        } else {
            self.one_by_one(cancel)?
        };
        let failure = lanes.iter().find_map(Lane::failure).cloned();
        let results: Vec<_> = lanes.into_iter().flat_map(|lane| lane.results).collect();
        let verdict = failure.unwrap_or_else(|| self.pass(&results));
        Ok((verdict, results))
    }

    fn pass(&self, results: &[TestResult]) -> Verdict {
        // Every test that was known beforehand must have had its say.
        if results.len() != self.tests.len() {
            return words::grader_error(
                None,
                format!("{} of {} tests ran", results.len(), self.tests.len()),
            );
        }
        let evidence = results.iter().map(|result| &result.verdict.evidence);
        let schedules = evidence.clone().filter_map(|e| e.schedules).sum();
        let complete = evidence.filter_map(|e| e.complete).all(|complete| complete);
        words::passed(results.len(), schedules, complete)
    }

    /// One thing after another, and nothing in vain.
    fn one_by_one(&self, cancel: &Cancel) -> Ran<Vec<Lane>> {
        if let Some(verdict) = self.library(cancel)? {
            return Ok(vec![Lane::blocked(verdict)]);
        }
        let mut lanes = Vec::new();
        for target in Target::ALL {
            let lane = match self.left_to_luck(target, &lanes) {
                Some(failure) => self.left_out(target, failure),
                None => self.lane(target, cancel)?,
            };
            let over = self.is_over(&lane);
            lanes.push(lane);
            if over {
                break;
            }
        }
        Ok(lanes)
    }

    /// Everything as soon as it can be done. The schedules need no library.
    fn side_by_side(&self, cancel: &Cancel) -> Ran<Vec<Lane>> {
        let switches = Target::ALL.map(|_| cancel.child());
        let give_up = |from: usize| switches[from..].iter().for_each(Cancel::cancel);
        thread::scope(|scope| {
            let start = |index: usize| {
                let (target, switch) = (Target::ALL[index], &switches[index]);
                scope.spawn(move || self.lane(target, switch))
            };
            let schedules = start(0);
            let library = self.library(cancel);
            let (cases, behaviour) = match library {
                Ok(None) => (start(1), start(2)),
                Ok(Some(verdict)) => {
                    give_up(0);
                    return Ok(vec![Lane::blocked(verdict)]);
                }
                Err(cancelled) => {
                    give_up(0);
                    return Err(cancelled);
                }
            };
            let mut lanes = Vec::new();
            for (index, running) in [schedules, cases, behaviour].into_iter().enumerate() {
                let lane = running.join().unwrap_or_else(|_| {
                    let target = Target::ALL[index];
                    Ok(Lane::blocked(words::grader_error(
                        None,
                        format!("judging {target} panicked"),
                    )))
                });
                let mut lane = lane.inspect_err(|_| give_up(index))?;
                if let Some(failure) = self.left_to_luck(Target::ALL[index], &lanes) {
                    lane = self.left_out(Target::ALL[index], failure);
                }
                let over = self.is_over(&lane);
                lanes.push(lane);
                if over {
                    give_up(index);
                    break;
                }
            }
            Ok(lanes)
        })
    }

    /// Whether what comes after this lane cannot matter any more.
    fn is_over(&self, lane: &Lane) -> bool {
        self.mode == Mode::FirstFailure && lane.failure().is_some()
    }

    /// The failure that leaves what the tests of `target` say to luck. On real threads,
    /// code of which a schedule fails passes now and fails then; no mark may rest on that.
    fn left_to_luck<'l>(&self, target: Target, before: &'l [Lane]) -> Option<&'l Verdict> {
        let schedules = before.first()?;
        (self.mode == Mode::Marks && target == Target::Behaviour)
            .then(|| schedules.failure())
            .flatten()
    }

    /// What is said of the tests of `target` without running them.
    fn left_out(&self, target: Target, failure: &Verdict) -> Lane {
        let tests = self.tests.iter().filter(|test| test.target == target);
        let result = |test: &TestId| TestResult {
            test: test.clone(),
            verdict: words::left_out(test, failure),
            millis: 0,
        };
        Lane {
            blocked: None,
            results: tests.map(result).collect(),
        }
    }

    fn lane(&self, target: Target, cancel: &Cancel) -> Ran<Lane> {
        let tests: Vec<_> = self
            .tests
            .iter()
            .filter(|test| test.target == target)
            .collect();
        if tests.is_empty() {
            return Ok(Lane::default());
        }
        match target {
            Target::CompileFail => Ok(Lane {
                blocked: None,
                results: self.cases(&tests, cancel)?,
            }),
            _ => self.programs(target, &tests, cancel),
        }
    }

    // --- Compiling -----------------------------------------------------------

    /// Runs the compiler.
    pub(crate) fn compile(&self, run: Compilation, cancel: &Cancel) -> Ran<Compiled> {
        let _slot = self.slots.take(cancel)?;
        let started = Instant::now();
        let Compilation { command, reads } = run;
        let (command, bounds) = match self.wall(command, Purpose::Compile) {
            Ok(walled) => walled,
            Err(error) => return Ok(Compiled::NotStarted(error.to_string())),
        };
        let deadline = self.config.compile_deadline;
        let mut compiled = rustc::run(command, deadline, &bounds, cancel)?;
        if matches!(compiled, Compiled::Fine) {
            match self.work.another_file(&reads) {
                Ok(None) => {}
                Ok(Some(file)) => compiled = Compiled::ReadAnother(file),
                // The list is the compiler's, and no file keeps it from being written.
                Err(error) => compiled = Compiled::NotStarted(error.to_string()),
            }
        }
        if let Compiled::Refused(problems) = &mut compiled {
            for problem in problems {
                problem.rendered = self.work.shown(&problem.rendered);
                if self.work.is_secret() {
                    problem.rendered = words::without_lines_of_tests(&problem.rendered);
                }
                problem.file = problem.file.take().map(|file| self.work.shown(&file));
                for aside in &mut problem.asides {
                    aside.file = aside.file.take().map(|file| self.work.shown(&file));
                }
            }
        }
        Clock::add(&self.clock.compile, started.elapsed());
        Ok(compiled)
    }

    /// Compiles a file of tests. If the compiler breaks down, what it reused may
    /// be damaged: it tries again from nothing.
    fn compile_tests(&self, target: Target, harness: Harness, cancel: &Cancel) -> Ran<Compiled> {
        let command = || self.work.compile_tests(target, harness);
        match self.compile(command(), cancel)? {
            Compiled::Broken(_) if self.work.forget(target) => self.compile(command(), cancel),
            compiled => Ok(compiled),
        }
    }

    /// Runs the compiler on nothing but the learner's file. Its words would quote whatever
    /// else it read.
    fn compile_alone(&self, run: Compilation, cancel: &Cancel) -> Ran<Compiled> {
        let source = self.work.source();
        let compiled = self.compile(run, cancel)?;
        let Compiled::Refused(problems) = &compiled else {
            return Ok(compiled);
        };
        let mut files = problems.iter().flat_map(|problem| &problem.files);
        let other = files.find(|file| **file != source && !self.work.is_of_the_toolchain(file));
        Ok(match other.cloned() {
            Some(other) => Compiled::ReadAnother(other),
            None => compiled,
        })
    }

    /// Compiles the learner's file by itself. `None` if it compiles.
    pub(crate) fn library(&self, cancel: &Cancel) -> Ran<Option<Verdict>> {
        let compiled = self.compile_alone(self.work.compile_library(), cancel)?;
        Ok(match compiled {
            // What is there for tests only must make do with the real library too:
            // otherwise it could name what the explorer's alone has.
            Compiled::Fine if has_parts_for_tests(self.source) => {
                match self.compile_alone(self.work.check_own_tests(), cancel)? {
                    Compiled::Fine => None,
                    Compiled::Refused(problems) => Some(words::own_tests_do_not_compile(&problems)),
                    other => Some(self.not_compiled(other)),
                }
            }
            Compiled::Fine => None,
            Compiled::Refused(problems) => Some(words::compile_error(&problems)),
            Compiled::Broken(said) if self.compiler_works(cancel)? => Some(
                words::compiler_gave_up(&self.work.source(), &self.work.shown(&said)),
            ),
            other => Some(self.not_compiled(other)),
        })
    }

    /// Whether the compiler does its work on another file, here and now: then it is
    /// the learner's that it breaks down over.
    fn compiler_works(&self, cancel: &Cancel) -> Ran<bool> {
        let Ok(command) = self.work.compile_control() else {
            return Ok(false);
        };
        Ok(matches!(self.compile(command, cancel)?, Compiled::Fine))
    }

    pub(crate) fn not_compiled(&self, compiled: Compiled) -> Verdict {
        match compiled {
            Compiled::TimedOut => words::compiler_timed_out(self.config.compile_deadline),
            Compiled::TooMuch(excess) => words::compiler_took_too_much(excess),
            Compiled::ReadAnother(file) => words::reads_another(&self.work.source(), &file),
            Compiled::Broken(said) | Compiled::NotStarted(said) => {
                words::grader_error(None, self.work.shown(&said))
            }
            Compiled::Fine | Compiled::Refused(_) => {
                words::grader_error(None, "the compiler's answer was lost")
            }
        }
    }

    /// Why tests do not compile although the learner's file does.
    fn tests_refused(&self, problems: &[Problem], cancel: &Cancel) -> Ran<Verdict> {
        let source = self.work.source();
        let Some(own) = problems.iter().find(|problem| problem.is_in(&source)) else {
            return Ok(words::tests_cannot_call(problems));
        };
        let name_not_found = own
            .code
            .as_deref()
            .is_some_and(|code| NAME_ERRORS.contains(&code));
        if name_not_found && let Some(line) = crate_path_near(self.source, own.line) {
            return Ok(words::crate_path(&source, Some(line), own));
        }
        if own.code.as_deref() == Some("E0365") {
            return Ok(words::passes_on_std(&source, own));
        }
        // `#[cfg(test)]` is on now. If that is it, the real library says so too.
        match self.compile_alone(self.work.check_own_tests(), cancel)? {
            Compiled::Refused(problems) => Ok(words::own_tests_do_not_compile(&problems)),
            _ => Ok(words::explorer_lacks(own)),
        }
    }

    // --- Programs: schedules and behaviour -----------------------------------

    /// Builds a file of tests. `None` if that went well.
    pub(crate) fn build(
        &self,
        target: Target,
        harness: Harness,
        cancel: &Cancel,
    ) -> Ran<Option<Verdict>> {
        Ok(match self.compile_tests(target, harness, cancel)? {
            Compiled::Fine => None,
            Compiled::Refused(problems) => Some(self.tests_refused(&problems, cancel)?),
            other => Some(self.not_compiled(other)),
        })
    }

    fn programs(&self, target: Target, tests: &[&TestId], cancel: &Cancel) -> Ran<Lane> {
        if let Err(what) = self.work.swear_in(target, tests) {
            return Ok(Lane::of_none(&words::grader_error(None, what), tests));
        }
        if let Some(verdict) = self.build(target, Harness::Sworn, cancel)? {
            return Ok(Lane::of_none(&verdict, tests));
        }
        #[cfg(all(feature = "jail", target_os = "linux"))]
        if self.config.jail.is_some()
            && let Err(error) = self.work.close(target)
        {
            let verdict = words::grader_error(None, error.to_string());
            return Ok(Lane::of_none(&verdict, tests));
        }
        let mut lane = Lane::default();
        for test in tests {
            lane.results.push(self.test(test, cancel)?);
            if self.is_over(&lane) {
                break;
            }
        }
        Ok(lane)
    }

    fn test(&self, test: &TestId, cancel: &Cancel) -> Ran<TestResult> {
        let deadline = self.config.test_deadline;
        let (verdict, elapsed) = match self.hear(test, cancel)? {
            Err(what) => (words::grader_error(Some(test), what), Duration::ZERO),
            Ok((ended, testimony)) => {
                let elapsed = ended.elapsed;
                let must_report = self.reports && test.target == Target::Schedules;
                let mut verdict = read_test(test, ended, &testimony, must_report, deadline);
                // What hangs has no line of its own to show.
                if verdict.kind == VerdictKind::TimedOut
                    && let Some((file, line)) = self.work.place_of(test)
                {
                    (verdict.evidence.file, verdict.evidence.line) = (Some(file), Some(line));
                }
                (verdict, elapsed)
            }
        };
        Clock::add(&self.clock.run, elapsed);
        Ok(TestResult {
            test: test.clone(),
            verdict,
            millis: millis(elapsed),
        })
    }

    /// Puts a command behind walls, if there are any, with what is around it there.
    #[cfg(all(feature = "jail", target_os = "linux"))]
    fn wall(&self, command: Command, purpose: Purpose) -> io::Result<(Command, Bounds)> {
        let Some(jail) = &self.config.jail else {
            return Ok((command, Bounds::NONE));
        };
        let (cell, quota) = match purpose {
            Purpose::Compile => (self.work.cell_to_compile(), TO_COMPILE),
            Purpose::Run(target) => (self.work.cell_to_run(target), TO_RUN),
        };
        jail.wrap(&command, &cell, quota)
    }

    /// Puts nothing behind walls.
    #[cfg(not(all(feature = "jail", target_os = "linux")))]
    #[expect(
        clippy::unused_self,
        clippy::unnecessary_wraps,
        reason = "with walls it is used, and may fail"
    )]
    fn wall(&self, command: Command, _: Purpose) -> io::Result<(Command, Bounds)> {
        Ok((command, Bounds::NONE))
    }

    /// Runs a test under an oath of its own.
    fn hear(&self, test: &TestId, cancel: &Cancel) -> Ran<Result<(Ended, Testimony), String>> {
        let token = match Token::new() {
            Ok(token) => token,
            Err(error) => return Ok(Err(error.to_string())),
        };
        let deadline = self.config.test_deadline;
        let command = self
            .work
            .run_sworn(test.target, deadline, self.config.pictures);
        // The name too: a program's arguments are there for everyone in it to read.
        let told = format!("{}\n{}", token.text(), test.name);
        Ok(match self.listen(command, test.target, &told, cancel)? {
            Err(error) => Err(error.to_string()),
            Ok(ended) => {
                let testimony = sworn::read(&ended.heard, &token);
                Ok((ended, testimony))
            }
        })
    }

    /// Runs a test program behind the walls, and within the limits, of a test.
    fn listen(
        &self,
        command: Command,
        target: Target,
        told: &str,
        cancel: &Cancel,
    ) -> Ran<io::Result<Ended>> {
        let _slot = self.slots.take(cancel)?;
        let (command, bounds) = match self.wall(command, Purpose::Run(target)) {
            Ok(walled) => walled,
            Err(error) => return Ok(Err(error)),
        };
        let limits = Limits {
            deadline: self.config.test_deadline,
            or_standstill: true,
            keep: KEEP,
            bounds: &bounds,
        };
        let channel = Channel {
            told,
            keep: KEEP_OF_REPORTS,
        };
        match process::run_and_hear(command, Some(channel), limits, cancel) {
            Ok(ended) if ended.end == End::Cancelled => Err(Cancelled),
            ended => Ok(ended),
        }
    }

    /// Runs any program as if it were a compiler or a test: the walls and the limits are
    /// the same.
    #[cfg(all(feature = "jail", target_os = "linux"))]
    pub(crate) fn run_stranger(
        &self,
        command: Command,
        purpose: Purpose,
        cancel: &Cancel,
    ) -> Ran<io::Result<Ended>> {
        let Purpose::Run(target) = purpose else {
            return Ok(self.wall(command, purpose).and_then(|(command, bounds)| {
                let limits = rustc::limits(self.config.compile_deadline, &bounds);
                process::run(command, limits, cancel)
            }));
        };
        self.work.close(target).map_or_else(
            |error| Ok(Err(error)),
            |()| self.listen(command, target, "", cancel),
        )
    }
}

/// What a test's end means. A failure that the explorer reported is believed
/// before anything else; a pass only if everything agrees. `must_report` says
/// whether silence of the explorer is suspicious.
fn read_test(
    test: &TestId,
    ended: Ended,
    testimony: &Testimony,
    must_report: bool,
    deadline: Duration,
) -> Verdict {
    let code = match ended.end {
        End::TimedOut(threads) => return words::timed_out(test, deadline, threads),
        End::Stuck(threads) => return words::stuck(test, threads),
        End::Killed(how) => return words::killed(test, &how, &ended.stderr),
        End::TooMuch(excess) => return words::took_too_much(test, excess),
        End::Cancelled => return words::grader_error(Some(test), "it was cancelled"),
        End::Exited(code) => code,
    };
    let outcomes: Vec<Outcome> = match explorer::parse(&testimony.reports) {
        Ok(outcomes) => outcomes,
        Err(what) => return words::grader_error(Some(test), what),
    };
    let failure = outcomes.iter().find_map(|outcome| match outcome {
        Outcome::Failed(failure) => Some(failure),
        Outcome::Passed { .. } => None,
    });
    if let Some(failure) = failure {
        return words::explorer_failure(test, failure);
    }
    match (testimony.completion, code) {
        (Completion::Passed, 0) if must_report && outcomes.is_empty() => words::not_explored(test),
        (Completion::Passed, 0) => {
            let (mut sum, mut all) = (0, true);
            for outcome in &outcomes {
                if let Outcome::Passed {
                    schedules,
                    complete,
                } = outcome
                {
                    sum += schedules;
                    all &= complete;
                }
            }
            words::test_passed(test, sum, all)
        }
        (Completion::Failed, _) => failed_test(test, &ended.stderr),
        (Completion::NoSuchTest, _) => {
            words::grader_error(Some(test), "the test program knows no test of this name")
        }
        _ => words::exited(test, code),
    }
}

/// A test that failed by a panic.
fn failed_test(test: &TestId, stderr: &str) -> Verdict {
    let panics = harness::panics(stderr);
    if let Some(todo) = panics.iter().find(|panic| panic.is_todo()) {
        return words::todo_reached(test, todo);
    }
    words::test_failed(test, harness::telling(&panics, &test.name))
}

/// Whether the compiler may see more of the file when it compiles tests.
fn has_parts_for_tests(source: &str) -> bool {
    tokens(source).iter().any(|token| {
        ["cfg", "cfg_attr", "cfg_select", "test"]
            .iter()
            .any(|word| token.is_word(word))
    })
}

/// The line of a path that begins with `crate::`: the given one if there is one
/// on it, else the first in the file.
fn crate_path_near(source: &str, line: Option<u32>) -> Option<u32> {
    let tokens = tokens(source);
    let mut lines = tokens.windows(3).filter_map(|three| {
        let path = three[0].is_word("crate") && three[1].is_sign(":") && three[2].is_sign(":");
        path.then(|| u32::try_from(three[0].line).unwrap_or(u32::MAX))
    });
    let first = lines.next()?;
    let on_line = line.filter(|line| *line == first || lines.any(|other| other == *line));
    Some(on_line.unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::VerdictKind::{Crashed, GraderError, Passed, Race, TimedOut, WrongAnswer};

    const EXPLORED: &str = r#"{"version":2,"outcome":"passed","schedules":3,"complete":true}"#;
    const RACED: &str = r#"{"version":2,"outcome":"failed","kind":"race","message":""}"#;

    fn kind(end: End, completion: Completion, reports: &[&str], must_report: bool) -> VerdictKind {
        let ended = Ended {
            end,
            heard: String::new(),
            // Whatever it prints, it is not believed.
            stdout: "test result: ok. 1 passed; 0 failed; 0 ignored\n".to_owned(),
            stderr: "thread 'main' (1) panicked at a.rs:1:2:\nno\n".to_owned(),
            elapsed: Duration::ZERO,
        };
        let test = TestId::new(Target::Schedules, "t");
        let testimony = Testimony {
            completion,
            reports: reports.join("\n"),
        };
        read_test(
            &test,
            ended,
            &testimony,
            must_report,
            Duration::from_secs(1),
        )
        .kind
    }

    #[test]
    fn a_pass_is_believed_only_if_everything_agrees() {
        use Completion::{Failed, Missing, NoSuchTest};
        let explored = EXPLORED;
        let failed = RACED;
        let done = Completion::Passed;
        let exit = End::Exited;
        for (end, completion, reports, must_report, expected) in [
            (exit(0), done, vec![explored], true, Passed),
            (exit(0), done, vec![explored, explored], true, Passed),
            (exit(0), done, vec![], false, Passed),
            // The explorer never spoke.
            (exit(0), done, vec![], true, Crashed),
            // The harness never got to its end, or says one thing and exits with another.
            (exit(0), Missing, vec![explored], true, Crashed),
            (exit(101), Missing, vec![], true, Crashed),
            (exit(7), done, vec![explored], true, Crashed),
            (exit(0), NoSuchTest, vec![], true, GraderError),
            (exit(101), Failed, vec![], true, WrongAnswer),
            // A failure stands, whatever is said after it.
            (exit(101), Failed, vec![explored, failed], true, Race),
            (exit(0), done, vec![failed, explored], true, Race),
            (End::TimedOut(vec![]), done, vec![explored], true, TimedOut),
            (
                End::Killed("x".to_owned()),
                done,
                vec![explored],
                true,
                Crashed,
            ),
        ] {
            let told = format!("{end:?} {completion:?} {reports:?}");
            assert_eq!(
                kind(end, completion, &reports, must_report),
                expected,
                "{told}"
            );
        }
    }

    #[test]
    fn a_crate_path_is_found_near_the_error() {
        let source = "use crate::a;\n// crate::x\nfn f() {\n    crate::b();\n}\n";
        assert_eq!(crate_path_near(source, Some(4)), Some(4));
        assert_eq!(crate_path_near(source, Some(2)), Some(1));
        assert_eq!(crate_path_near(source, None), Some(1));
        let none = "pub(crate) fn f() { let s = \"crate::a\"; }";
        assert_eq!(crate_path_near(none, Some(1)), None);
    }
}
