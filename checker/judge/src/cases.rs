//! Compile-fail cases: what must not compile, and the controls that must.
//!
//! Starting the compiler costs more than checking a case. So the cases are tried
//! all at once first, as modules of one program, and the controls as another. If
//! everything is as it must be, that is the answer. If not, each case is built by
//! itself: only that says for sure what is wrong with it.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use course::TestId;
use testkit::marks::{Built, Case, Complaint};

use crate::judgement::{Judgement, Ran, millis};
use crate::rustc::{Compiled, Problem};
use crate::words::Unkept;
use crate::{Cancel, TestResult, Verdict, words};

impl Judgement<'_> {
    /// Judges the cases, in order.
    pub(crate) fn cases(&self, tests: &[&TestId], cancel: &Cancel) -> Ran<Vec<TestResult>> {
        let mut results: Vec<Option<TestResult>> = tests.iter().map(|_| None).collect();
        let mut groups = [Vec::new(), Vec::new()];
        for (index, test) in tests.iter().enumerate() {
            let file = self.work.path(&self.work.case(&test.name));
            match read(&file, &test.name) {
                Ok(case) => groups[usize::from(case.is_control())].push((index, case)),
                Err(what) => {
                    let verdict = words::grader_error(Some(test), what);
                    results[index] = Some(result(test, verdict, Duration::ZERO));
                }
            }
        }
        let judged = self.each(&groups, |group| self.group(group, tests, cancel));
        for (index, result) in judged?.into_iter().flatten() {
            results[index] = Some(result);
        }
        Ok(results.into_iter().flatten().collect())
    }

    /// Judges cases that belong together. The numbers are places in `tests`.
    fn group(
        &self,
        group: &[(usize, Case)],
        tests: &[&TestId],
        cancel: &Cancel,
    ) -> Ran<Vec<(usize, TestResult)>> {
        let started = Instant::now();
        if group.len() > 1 && self.all_hold(group, tests, cancel)? {
            let share = started.elapsed() / u32::try_from(group.len()).unwrap_or(1);
            let passed = |test| result(test, words::test_passed(test, 0, true), share);
            return Ok(group
                .iter()
                .map(|(index, _)| (*index, passed(tests[*index])))
                .collect());
        }
        self.each(group, |(index, case)| {
            Ok((*index, self.case(case, tests[*index], cancel)?))
        })
    }

    /// Whether all cases of a group hold when they are built as one program.
    fn all_hold(&self, group: &[(usize, Case)], tests: &[&TestId], cancel: &Cancel) -> Ran<bool> {
        let names: Vec<_> = group.iter().map(|(i, _)| tests[*i].name.as_str()).collect();
        let Ok(command) = self.work.compile_cases(&names) else {
            return Ok(false);
        };
        Ok(match self.compile(command, cancel)? {
            Compiled::Fine => group.iter().all(|(_, case)| case.is_control()),
            Compiled::Refused(problems) => group.iter().all(|(_, case)| {
                let found = self.complaints(&problems, case);
                // A control may have errors that this program hides.
                !case.is_control() && !found.is_empty() && case.hold(&Built::Refused(found)).is_ok()
            }),
            Compiled::TimedOut
            | Compiled::TooMuch(_)
            | Compiled::Broken(_)
            | Compiled::NotStarted(_)
            | Compiled::ReadAnother(_) => false,
        })
    }

    fn case(&self, case: &Case, test: &TestId, cancel: &Cancel) -> Ran<TestResult> {
        let started = Instant::now();
        let file = self.work.case(&case.name);
        let (built, problems) = match self.compile(self.work.compile_case(&case.name), cancel)? {
            Compiled::Fine => (Built::Compiled, Vec::new()),
            Compiled::Refused(problems) => {
                (Built::Refused(self.complaints(&problems, case)), problems)
            }
            other => {
                let mut verdict = self.not_compiled(other);
                verdict.evidence.test = Some(test.clone());
                return Ok(result(test, verdict, started.elapsed()));
            }
        };
        let verdict = match case.hold(&built) {
            Ok(()) => words::test_passed(test, 0, true),
            Err(broken) => {
                let own: Vec<_> = problems.iter().filter(|p| p.is_in(&file)).collect();
                let unkept = Unkept {
                    broken: &broken,
                    case,
                    file: &file,
                    problems: &own,
                    own: &self.work.source(),
                    source: self.source,
                };
                words::unsound(test, &unkept)
            }
        };
        Ok(result(test, verdict, started.elapsed()))
    }

    /// The errors in the case's own file. Its lines are shown to those who have it.
    fn complaints(&self, problems: &[Problem], case: &Case) -> Vec<Complaint> {
        let file = self.work.case(&case.name);
        let own = problems.iter().filter(|problem| problem.is_in(&file));
        own.map(|problem| {
            let line = problem.line.unwrap_or_default() as usize;
            let text = if self.work.is_secret() {
                ""
            } else {
                case.line(line)
            };
            Complaint {
                line,
                code: problem.code.clone(),
                message: problem.message.clone(),
                text: text.to_owned(),
            }
        })
        .collect()
    }

    /// Does something with every item, side by side if that is wanted. The slots
    /// see to it that not too much runs at once.
    fn each<T: Sync, R: Send>(
        &self,
        items: &[T],
        act: impl Fn(&T) -> Ran<R> + Sync,
    ) -> Ran<Vec<R>> {
        if !self.config.eager {
            return items.iter().map(act).collect();
        }
        let act = &act;
        thread::scope(|scope| {
            let running: Vec<_> = items
                .iter()
                .map(|item| scope.spawn(move || act(item)))
                .collect();
            running
                .into_iter()
                .map(|thread| match thread.join() {
                    Ok(done) => done,
                    Err(panic) => std::panic::resume_unwind(panic),
                })
                .collect()
        })
    }
}

fn read(file: &Path, name: &str) -> Result<Case, String> {
    let source = fs::read_to_string(file).map_err(|error| error.to_string())?;
    Case::parse(name, &source).map_err(|mistake| mistake.to_string())
}

fn result(test: &TestId, verdict: Verdict, elapsed: Duration) -> TestResult {
    TestResult {
        test: test.clone(),
        verdict,
        millis: millis(elapsed),
    }
}
