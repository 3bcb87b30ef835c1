//! One judgement: what is built and run, in which order, and what decides.
//!
//! The order in which things are *judged* is fixed: the library, then the
//! schedules, then the compile-fail cases, then the behaviour. The first failure
//! in that order is the verdict. The order in which they are *done* is not: with
//! someone waiting, the lanes run side by side, and what comes too late to matter
//! is cancelled. The verdict is the same.

use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use course::source::tokens;
use course::{Target, TestId};

use crate::explorer::{self, Outcome};
use crate::harness::{self, Completion};
use crate::process::{self, End, Ended, Limits};
use crate::rustc::{self, Compiled, Problem};
use crate::slots::Slots;
use crate::work::Work;
use crate::{Cancel, Cancelled, Config, Mode, TestResult, Timings, Verdict, words};

/// Of a test's output so much is kept from the beginning, and from the end.
const KEEP: usize = 64 * 1024;

/// Errors that come from a name that is not found.
const NAME_ERRORS: [&str; 6] = ["E0432", "E0433", "E0412", "E0425", "E0405", "E0603"];

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
            let lane = self.lane(target, cancel)?;
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
                let lane = lane.inspect_err(|_| give_up(index))?;
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
    pub(crate) fn compile(&self, command: Command, cancel: &Cancel) -> Ran<Compiled> {
        let _slot = self.slots.take(cancel)?;
        let started = Instant::now();
        let mut compiled = rustc::run(command, self.config.compile_deadline, cancel)?;
        if let Compiled::Refused(problems) = &mut compiled {
            for problem in problems {
                problem.rendered = self.work.shown(&problem.rendered);
                problem.file = problem.file.take().map(|file| self.work.shown(&file));
            }
        }
        Clock::add(&self.clock.compile, started.elapsed());
        Ok(compiled)
    }

    /// Compiles a file of tests. If the compiler breaks down, what it reused may
    /// be damaged: it tries again from nothing.
    fn compile_tests(&self, target: Target, cancel: &Cancel) -> Ran<Compiled> {
        match self.compile(self.work.compile_tests(target), cancel)? {
            Compiled::Broken(_) if self.work.forget(target) => {
                self.compile(self.work.compile_tests(target), cancel)
            }
            compiled => Ok(compiled),
        }
    }

    /// Compiles the learner's file by itself. `None` if it compiles.
    pub(crate) fn library(&self, cancel: &Cancel) -> Ran<Option<Verdict>> {
        let compiled = self.compile(self.work.compile_library(), cancel)?;
        Ok(match compiled {
            // What is there for tests only must make do with the real library too:
            // otherwise it could name what the explorer's alone has.
            Compiled::Fine if has_parts_for_tests(self.source) => {
                match self.compile(self.work.check_own_tests(), cancel)? {
                    Compiled::Fine => None,
                    Compiled::Refused(problems) => Some(words::own_tests_do_not_compile(&problems)),
                    other => Some(self.not_compiled(other)),
                }
            }
            Compiled::Fine => None,
            Compiled::Refused(problems) => Some(words::compile_error(&problems)),
            other => Some(self.not_compiled(other)),
        })
    }

    pub(crate) fn not_compiled(&self, compiled: Compiled) -> Verdict {
        match compiled {
            Compiled::TimedOut => words::compiler_timed_out(self.config.compile_deadline),
            Compiled::Broken(said) => words::grader_error(None, self.work.shown(&said)),
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
        // `#[cfg(test)]` is on now. If that is it, the real library says so too.
        match self.compile(self.work.check_own_tests(), cancel)? {
            Compiled::Refused(problems) => Ok(words::own_tests_do_not_compile(&problems)),
            _ => Ok(words::explorer_lacks(own)),
        }
    }

    // --- Programs: schedules and behaviour -----------------------------------

    /// Builds a file of tests. `None` if that went well.
    pub(crate) fn build(&self, target: Target, cancel: &Cancel) -> Ran<Option<Verdict>> {
        Ok(match self.compile_tests(target, cancel)? {
            Compiled::Fine => None,
            Compiled::Refused(problems) => Some(self.tests_refused(&problems, cancel)?),
            other => Some(self.not_compiled(other)),
        })
    }

    fn programs(&self, target: Target, tests: &[&TestId], cancel: &Cancel) -> Ran<Lane> {
        if let Some(verdict) = self.build(target, cancel)? {
            return Ok(Lane::blocked(verdict));
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
        let report = self
            .work
            .out()
            .join(format!("{}.report", test.name.replace("::", "-")));
        let deadline = self.config.test_deadline;
        let command = self
            .work
            .run_test(test.target, &test.name, &report, deadline);
        let _slot = self.slots.take(cancel)?;
        let limits = Limits {
            deadline,
            or_standstill: true,
            keep: KEEP,
        };
        let (verdict, elapsed) = match process::run(command, limits, cancel) {
            Err(error) => (
                words::grader_error(Some(test), error.to_string()),
                Duration::ZERO,
            ),
            Ok(ended) => {
                let elapsed = ended.elapsed;
                if ended.end == End::Cancelled {
                    return Err(Cancelled);
                }
                let verdict = match explorer::read(&report) {
                    Err(what) => words::grader_error(Some(test), what),
                    Ok(outcomes) => {
                        let must_report = self.reports && test.target == Target::Schedules;
                        read_test(test, ended, &outcomes, must_report, deadline)
                    }
                };
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
}

/// What a test's end means. A failure that the explorer reported is believed
/// before anything else; a pass only if everything agrees. `must_report` says
/// whether silence of the explorer is suspicious.
fn read_test(
    test: &TestId,
    ended: Ended,
    outcomes: &[Outcome],
    must_report: bool,
    deadline: Duration,
) -> Verdict {
    let code = match ended.end {
        End::TimedOut(threads) => return words::timed_out(test, deadline, threads),
        End::Stuck(threads) => return words::stuck(test, threads),
        End::Killed(how) => return words::killed(test, &how, &ended.stderr),
        End::Cancelled => return words::grader_error(Some(test), "it was cancelled"),
        End::Exited(code) => code,
    };
    let failure = outcomes.iter().find_map(|outcome| match outcome {
        Outcome::Failed(failure) => Some(failure),
        Outcome::Passed { .. } => None,
    });
    if let Some(failure) = failure {
        return words::explorer_failure(test, failure);
    }
    match (harness::completion(&ended.stdout), code) {
        (Completion::Passed, 0) if must_report && outcomes.is_empty() => words::not_explored(test),
        (Completion::Passed, 0) => {
            let (mut sum, mut all) = (0, true);
            for outcome in outcomes {
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
    // The explorer could not say what it found, for want of room perhaps.
    if let Some(ours) = panics.iter().find(|panic| panic.is_about_the_report()) {
        return words::grader_error(Some(test), &ours.message);
    }
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
    use crate::VerdictKind::{self, Crashed, GraderError, Passed, Race, TimedOut, WrongAnswer};
    use crate::explorer::{Failure, FailureKind};

    const PASSED: &str = "\ntest result: ok. 1 passed; 0 failed; 0 ignored\n";
    const FAILED: &str = "\ntest result: FAILED. 0 passed; 1 failed; 0 ignored\n";
    const NONE: &str = "\ntest result: ok. 0 passed; 0 failed; 0 ignored\n";

    fn kind(end: End, stdout: &str, outcomes: &[Outcome], must_report: bool) -> VerdictKind {
        let ended = Ended {
            end,
            stdout: stdout.to_owned(),
            stderr: "thread 'main' (1) panicked at a.rs:1:2:\nno\n".to_owned(),
            elapsed: Duration::ZERO,
        };
        let test = TestId::new(Target::Schedules, "t");
        read_test(&test, ended, outcomes, must_report, Duration::from_secs(1)).kind
    }

    #[test]
    fn a_pass_is_believed_only_if_everything_agrees() {
        let explored = || Outcome::Passed {
            schedules: 3,
            complete: true,
        };
        let failed = Outcome::Failed(Failure {
            kind: FailureKind::Race,
            message: String::new(),
            file: None,
            line: None,
            story: None,
            schedules: None,
            token: None,
            switches: None,
        });
        let exit = End::Exited;
        for (end, stdout, outcomes, must_report, expected) in [
            (exit(0), PASSED, vec![explored()], true, Passed),
            (exit(0), PASSED, vec![explored(), explored()], true, Passed),
            (exit(0), PASSED, vec![], false, Passed),
            // The explorer never spoke.
            (exit(0), PASSED, vec![], true, Crashed),
            // The harness never got to its end, or says one thing and exits with another.
            (exit(0), "", vec![explored()], true, Crashed),
            (exit(101), "", vec![], true, Crashed),
            (exit(7), PASSED, vec![explored()], true, Crashed),
            (exit(0), NONE, vec![], true, GraderError),
            (exit(101), FAILED, vec![], true, WrongAnswer),
            // A failure stands, whatever is said after it.
            (
                exit(101),
                FAILED,
                vec![explored(), failed.clone()],
                true,
                Race,
            ),
            (
                exit(0),
                PASSED,
                vec![failed.clone(), explored()],
                true,
                Race,
            ),
            (
                End::TimedOut(vec![]),
                PASSED,
                vec![explored()],
                true,
                TimedOut,
            ),
            (
                End::Killed("x".to_owned()),
                PASSED,
                vec![explored()],
                true,
                Crashed,
            ),
        ] {
            let told = format!("{end:?} {stdout:?} {outcomes:?}");
            assert_eq!(
                kind(end, stdout, &outcomes, must_report),
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
