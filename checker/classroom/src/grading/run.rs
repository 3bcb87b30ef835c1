//! Judging, many at a time.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use course::{Course, Exercise, Pristine, Target, VerdictKind};
use jiff::Timestamp;
use judge::{Cancel, Cancelled, Evidence, Judge, Mode, Report, Request, Source, TestResult};

use super::Task;
use crate::ContentHash;
use crate::ledger::{Ledger, LedgerError, SessionId, Standing};

/// How often a judgement is tried before a fault of the grader's is recorded as one.
const TRIES: usize = 3;

/// Everything that judging needs.
#[derive(Debug, Clone, Copy)]
pub struct Grading<'a> {
    /// The course, as its authors left it.
    pub course: &'a Course,
    /// The judge.
    pub judge: &'a Judge,
    /// A folder with tests that learners do not have, laid out as `exercises/` is.
    pub hidden: Option<&'a Path>,
    /// How many hand-ins are judged at a time.
    pub jobs: usize,
    /// Whether a hand-in gets a new ruling although nothing changed since its last.
    pub again: bool,
}

/// What happens while it runs.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Progress<'a> {
    /// It begins.
    Begun {
        /// So many hand-ins get a ruling.
        rulings: usize,
        /// So many have one on the present ground already.
        settled: usize,
    },
    /// A hand-in got its ruling.
    Ruled {
        /// The hand-in.
        task: &'a Task,
        /// What the judge said.
        report: &'a Report,
        /// The digest of all that it rests on.
        key: &'a str,
        /// Whether it was judged for this hand-in: otherwise the verdict was known.
        judged: bool,
    },
}

/// How it went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Hand-ins that got a ruling.
    pub ruled: usize,
    /// Those that had one on the present ground.
    pub settled: usize,
    /// Contents that were judged.
    pub judged: usize,
    /// Rulings that are a pass.
    pub passed: usize,
    /// Rulings that are a fault of the grader's.
    pub faults: usize,
    /// Whether it was ended before everything was done.
    pub interrupted: bool,
}

/// An exercise, with the tests that it is judged with.
struct Examined<'a> {
    exercise: &'a Exercise,
    tests: Pristine,
    hidden: Option<Pristine>,
    /// A digest of what verdicts on it rest on.
    ground: String,
}

/// Whether there is more to do.
enum Done {
    GoOn,
    Stop,
}

/// Hand-ins of the same content on the same ground.
struct Group {
    key: String,
    exercise: String,
    source: Option<String>,
    tasks: Vec<Task>,
}

impl Grading<'_> {
    /// Judges `tasks` and adds the rulings to the ledger, each as soon as it is there.
    ///
    /// # Errors
    /// When the ledger cannot be used. What was ruled until then is in it.
    pub fn run(
        &self,
        ledger: &Mutex<Ledger>,
        session: SessionId,
        tasks: Vec<Task>,
        cancel: &Cancel,
        notice: &(dyn Fn(Progress<'_>) + Sync),
    ) -> Result<Tally, LedgerError> {
        let examined = self.examined();
        let (groups, settled) = self.groups(&lock(ledger), &examined, tasks)?;
        let rulings = groups.iter().map(|group| group.tasks.len()).sum();
        notice(Progress::Begun { rulings, settled });
        self.stubs(ledger, session, &groups, &examined, cancel)?;
        let tally = Mutex::new(Tally {
            settled,
            ..Tally::default()
        });
        self.side_by_side(&groups, |group| {
            let examined = &examined[&group.exercise];
            match self.group(ledger, session, group, examined, cancel, notice)? {
                Ok(part) => {
                    lock(&tally).add(part);
                    Ok(Done::GoOn)
                }
                Err(Cancelled) => Ok(Done::Stop),
            }
        })?;
        let mut tally = tally.into_inner().unwrap_or_else(PoisonError::into_inner);
        tally.interrupted = tally.ruled < rulings;
        Ok(tally)
    }

    /// Judges the untouched stubs of the exercises in `groups`, where the ledger does not
    /// have them on the present ground: what a stub passes earns no points.
    fn stubs(
        &self,
        ledger: &Mutex<Ledger>,
        session: SessionId,
        groups: &[Group],
        examined: &HashMap<String, Examined<'_>>,
        cancel: &Cancel,
    ) -> Result<(), LedgerError> {
        let packages: BTreeSet<&String> = groups.iter().map(|group| &group.exercise).collect();
        let packages: Vec<_> = packages.into_iter().collect();
        self.side_by_side(&packages, |package| {
            self.stub(ledger, session, package, &examined[*package], cancel)
        })
    }

    fn stub(
        &self,
        ledger: &Mutex<Ledger>,
        session: SessionId,
        package: &str,
        examined: &Examined<'_>,
        cancel: &Cancel,
    ) -> Result<Done, LedgerError> {
        // What cannot be read gives a fault when a hand-in is judged.
        let Ok(stub) = examined.tests.stub() else {
            return Ok(Done::GoOn);
        };
        let hash = ContentHash::of(stub.as_bytes()).to_string();
        let key = key(&examined.ground, Some(&hash));
        let known = lock(ledger).stub(package)?;
        if known.is_some_and(|(known, _)| known == key) {
            return Ok(Done::GoOn);
        }
        let Ok(report) = self.judge(examined, &Source::Text(stub), cancel) else {
            return Ok(Done::Stop);
        };
        if Standing::of(&report) == Standing::Lasting {
            lock(ledger).keep_stub(session, package, &key, &report)?;
        }
        Ok(Done::GoOn)
    }

    /// Does something with every item, as many at a time as there are jobs, until one says
    /// stop or the ledger fails.
    fn side_by_side<T: Sync>(
        &self,
        items: &[T],
        act: impl Fn(&T) -> Result<Done, LedgerError> + Sync,
    ) -> Result<(), LedgerError> {
        let next = AtomicUsize::new(0);
        let failure = Mutex::new(None);
        thread::scope(|scope| {
            for _ in 0..self.jobs.clamp(1, items.len().max(1)) {
                scope.spawn(|| {
                    while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                        match act(item) {
                            Ok(Done::GoOn) => {}
                            Ok(Done::Stop) => break,
                            Err(error) => {
                                lock(&failure).get_or_insert(error);
                                // Nobody begins another one.
                                next.store(items.len(), Ordering::Relaxed);
                                break;
                            }
                        }
                    }
                });
            }
        });
        let failure = failure.into_inner().unwrap_or_else(PoisonError::into_inner);
        failure.map_or(Ok(()), Err)
    }

    fn examined(&self) -> HashMap<String, Examined<'_>> {
        let mut all = HashMap::new();
        for exercise in self.course.exercises() {
            let tests = self.course.pristine(exercise);
            let hidden = self
                .hidden
                .map(|folder| folder.join(exercise.folder()))
                .filter(|folder| folder.is_dir())
                .map(|folder| tests.with_tests_of(folder));
            let ground = |tests: &Pristine| {
                // What cannot be read gives no verdict either, but a fault.
                let ground = self.judge.ground_of(exercise, tests);
                ground.unwrap_or_default()
            };
            let ground = match &hidden {
                None => ground(&tests),
                Some(hidden) => format!("{} {}", ground(&tests), ground(hidden)),
            };
            let package = exercise.package.clone();
            let examined = Examined {
                exercise,
                tests,
                hidden,
                ground,
            };
            all.insert(package, examined);
        }
        all
    }

    /// What is to be done, and how many hand-ins need nothing.
    fn groups(
        &self,
        ledger: &Ledger,
        examined: &HashMap<String, Examined<'_>>,
        tasks: Vec<Task>,
    ) -> Result<(Vec<Group>, usize), LedgerError> {
        let mut groups: Vec<Group> = Vec::new();
        let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
        let mut settled = 0;
        for task in tasks {
            let Some(examined) = examined.get(&task.hand_in.exercise) else {
                continue;
            };
            let source = task.hand_in.source.clone();
            let key = key(&examined.ground, source.as_deref());
            if !self.again && ledger.is_ruled(task.id, &key)? {
                settled += 1;
                continue;
            }
            let at = *by_key.entry(key.clone()).or_insert_with(|| {
                groups.push(Group {
                    key,
                    exercise: task.hand_in.exercise.clone(),
                    source,
                    tasks: Vec::new(),
                });
                groups.len() - 1
            });
            groups[at].tasks.push(task);
        }
        Ok((groups, settled))
    }

    fn group(
        &self,
        ledger: &Mutex<Ledger>,
        session: SessionId,
        group: &Group,
        examined: &Examined<'_>,
        cancel: &Cancel,
        notice: &(dyn Fn(Progress<'_>) + Sync),
    ) -> Result<Result<Tally, Cancelled>, LedgerError> {
        if cancel.is_cancelled() {
            return Ok(Err(Cancelled));
        }
        let known = known(&lock(ledger), &group.exercise, &group.key)?;
        let judged = known.is_none();
        let report = if let Some(report) = known {
            report
        } else {
            let source = match &group.source {
                Some(hash) => lock(ledger).source(hash)?.map(Source::Text),
                None => None,
            };
            // A file that was not handed in is missing like any other.
            let source = source.unwrap_or_else(|| Source::File(PathBuf::new()));
            match self.judge(examined, &source, cancel) {
                Ok(report) => report,
                Err(Cancelled) => return Ok(Err(Cancelled)),
            }
        };
        let mut tally = Tally {
            judged: usize::from(judged),
            ..Tally::default()
        };
        for (n, task) in group.tasks.iter().enumerate() {
            // The others of the same content took no time.
            let millis = if judged && n == 0 {
                report.timings.total
            } else {
                0
            };
            lock(ledger).rule(
                session,
                task.id,
                &group.key,
                &report,
                Timestamp::now(),
                millis,
            )?;
            tally.ruled += 1;
            tally.passed += usize::from(report.verdict.is_pass());
            tally.faults += usize::from(report.verdict.kind == VerdictKind::GraderError);
            notice(Progress::Ruled {
                task,
                report: &report,
                key: &group.key,
                judged: judged && n == 0,
            });
        }
        Ok(Ok(tally))
    }

    /// Judges with the exercise's tests, and then with the hidden ones.
    fn judge(
        &self,
        examined: &Examined<'_>,
        source: &Source,
        cancel: &Cancel,
    ) -> Result<Report, Cancelled> {
        let mut report = self.try_hard(examined.exercise, &examined.tests, source, cancel)?;
        let Some(hidden) = &examined.hidden else {
            return Ok(report);
        };
        // What does not compile, or reaches outside, does so with any tests.
        if report.tests.is_empty() {
            return Ok(report);
        }
        let mut more = self.try_hard(examined.exercise, hidden, source, cancel)?;
        leave_out_luck(&report, &mut more);
        if report.verdict.is_pass() || more.verdict.kind == VerdictKind::GraderError {
            report.verdict = more.verdict;
        }
        report.tests.extend(more.tests);
        report.timings.total += more.timings.total;
        report.timings.compile += more.timings.compile;
        report.timings.run += more.timings.run;
        Ok(report)
    }

    /// Judges, again if the grader itself failed.
    fn try_hard(
        &self,
        exercise: &Exercise,
        tests: &Pristine,
        source: &Source,
        cancel: &Cancel,
    ) -> Result<Report, Cancelled> {
        let request = Request {
            exercise,
            source,
            tests,
            mode: Mode::Marks,
        };
        let mut report = self.judge.judge(&request, cancel)?;
        for _ in 1..TRIES {
            let is_fault = |kind: VerdictKind| kind == VerdictKind::GraderError;
            let faulty = is_fault(report.verdict.kind)
                || report.tests.iter().any(|test| is_fault(test.kind()));
            if !faulty {
                break;
            }
            report = self.judge.judge(&request, cancel)?;
        }
        // The learner has no folder here in which a test could have been edited.
        report.notes.clear();
        Ok(report)
    }
}

/// Once a schedule fails, what hidden tests say on real threads is a matter of luck too, as
/// [`Mode::Marks`] has it for those that learners have.
fn leave_out_luck(known: &Report, hidden: &mut Report) {
    let failed =
        |test: &&TestResult| test.test.target == Target::Schedules && !test.verdict.is_pass();
    let Some(schedule) = known.tests.iter().find(failed) else {
        return;
    };
    for test in &mut hidden.tests {
        if test.test.target == Target::Behaviour {
            test.verdict = schedule.verdict.clone();
            test.verdict.evidence = Evidence {
                test: Some(test.test.clone()),
                ..Evidence::default()
            };
            test.millis = 0;
        }
    }
}

/// What was said under `key`: of somebody's hand-in, or of the exercise's stub.
fn known(ledger: &Ledger, package: &str, key: &str) -> Result<Option<Report>, LedgerError> {
    let report = ledger.report(key)?;
    if report.is_some() {
        return Ok(report);
    }
    let stub = ledger.stub(package)?;
    Ok(stub.and_then(|(known, report)| (known == key).then_some(report)))
}

/// A digest of a file and of all that a verdict on it rests on.
fn key(ground: &str, source: Option<&str>) -> String {
    let text = format!("{ground}\n{}", source.unwrap_or("no src/lib.rs"));
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.ruled += other.ruled;
        self.judged += other.judged;
        self.passed += other.passed;
        self.faults += other.faults;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
