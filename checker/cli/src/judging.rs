//! One exercise judged: the verdict remembered or made, and recorded the moment it is there.

use std::fs;
use std::path::Path;
use std::time::Duration;

use course::{Course, Exercise, NewVerdict, Progress, VerdictKind};
use judge::{Cancel, Config, Judge, Mode, Preparing, Report, Request, Source};

use crate::console::Console;
use crate::failure::{Failure, Result};
use crate::interrupt;
use crate::progress::Spinner;
use crate::toolchain;

/// No exercise is longer. A larger file is the judge's to refuse, without its text in our memory.
const LARGEST_SOURCE: u64 = 1 << 20;

/// What is said while the explorer is being built.
pub const BUILDING: &str = "Building the explorer that runs your threads. This happens once.";

/// How verdicts are come by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules {
    /// Judge even where nothing changed.
    pub force: bool,
    pub jobs: Option<u16>,
    /// Seconds that one test may run.
    pub deadline: Option<u16>,
}

/// A verdict, and how it was come by.
#[derive(Debug)]
pub struct Judged {
    pub report: Report,
    /// Nothing changed since this verdict was made: it was not made again.
    pub remembered: bool,
    /// Whether it is the exercise's first pass.
    pub first_pass: bool,
    /// A digest of the text that was judged; none if it could not be read.
    pub content: Option<blake3::Hash>,
    /// The file was changed while it was judged: the verdict is for what it was before.
    pub outdated: bool,
    /// Things to tell beside the verdict.
    pub notes: Vec<String>,
    /// Why it could not be recorded.
    pub unrecorded: Option<Failure>,
}

/// A judge that is ready, for one or more exercises of a workbook.
#[derive(Debug)]
pub struct Bench<'a> {
    course: &'a Course,
    judge: Judge,
    rules: Rules,
    cancel: Cancel,
}

impl<'a> Bench<'a> {
    /// Gets a judge ready. The first time this builds the explorer, and says so.
    pub fn prepare(
        course: &'a Course,
        rules: Rules,
        several: bool,
        console: &Console,
    ) -> Result<Self> {
        let mut building = None;
        let bench = Self::ready(course, rules, several, interrupt::cancel(), &mut || {
            building = Some(Spinner::start(console, BUILDING));
        });
        drop(building);
        let bench = bench?;
        if let Some(difference) = bench.difference() {
            console.note(difference);
        }
        Ok(bench)
    }

    /// Gets a judge ready unless `cancel` says otherwise, and calls `building` before it builds the
    /// explorer.
    pub fn ready(
        course: &'a Course,
        rules: Rules,
        several: bool,
        cancel: &Cancel,
        building: &mut dyn FnMut(),
    ) -> Result<Self> {
        let mut config = Config::default();
        config.eager = !several;
        config.reuse = !several;
        if let Some(jobs) = rules.jobs {
            config.jobs = usize::from(jobs);
        }
        if let Some(seconds) = rules.deadline {
            config.test_deadline = Duration::from_secs(u64::from(seconds));
        }
        let judge = Judge::prepare_unless(cancel, course, config, &mut |event| {
            if event == Preparing::BuildingExplorer {
                building();
            }
        });
        if cancel.is_cancelled() {
            return Err(Failure::interrupted());
        }
        Ok(Self {
            course,
            judge: judge.map_err(|error| toolchain::explain(error, course))?,
            rules,
            cancel: cancel.clone(),
        })
    }

    /// What to know when the compiler is another one than the workbook is made with.
    pub fn difference(&self) -> Option<String> {
        toolchain::difference(self.judge.toolchain(), self.course)
    }

    /// How many exercises are worth judging at a time.
    pub fn jobs(&self) -> usize {
        self.judge.config().jobs.max(1)
    }

    pub fn judge(&self) -> &Judge {
        &self.judge
    }

    pub fn cancel(&self) -> &Cancel {
        &self.cancel
    }

    /// Judges the learner's file of one exercise, and records the verdict. `progress` is what was
    /// known before.
    pub fn check(&self, exercise: &Exercise, progress: &Progress) -> Result<Judged> {
        let mut judged = self.judge_now(exercise, progress, self.rules.force, &self.cancel)?;
        if judged.outdated {
            judged.notes.push(format!(
                "{} changed while it was judged. This verdict is for what it was before: \
                 judge it again.",
                exercise.shown_source()
            ));
        }
        Ok(judged)
    }

    /// As [`Bench::check`], until `cancel` says that nobody waits for it any more.
    pub fn judge_now(
        &self,
        exercise: &Exercise,
        progress: &Progress,
        force: bool,
        cancel: &Cancel,
    ) -> Result<Judged> {
        let path = exercise.source();
        let source = read_once(&path);
        let request = Request {
            exercise,
            source: &source,
            tests: &self.course.pristine(exercise),
            mode: Mode::FirstFailure,
        };
        let key = self.judge.key(&request);
        let content = match &source {
            Source::Text(text) => Some(blake3::hash(text.as_bytes())),
            Source::File(_) => None,
        };
        if let Some(key) = key.as_deref().filter(|_| !force)
            && let Some(judged) = remembered(exercise, key, content, progress)
        {
            return Ok(judged);
        }
        let report = self
            .judge
            .judge(&request, cancel)
            .map_err(|_| Failure::interrupted())?;
        let mut judged = Judged {
            first_pass: report.verdict.is_pass() && !progress.is_passed(&exercise.package),
            remembered: false,
            notes: report.notes.clone(),
            content,
            outdated: content
                .is_some_and(|then| fs::read(&path).map_or(true, |now| blake3::hash(&now) != then)),
            unrecorded: None,
            report,
        };
        self.record(exercise, &source, key, &mut judged);
        Ok(judged)
    }

    /// Puts the verdict on disk. What the checker itself failed at is no verdict on the learner.
    fn record(
        &self,
        exercise: &Exercise,
        source: &Source,
        key: Option<String>,
        judged: &mut Judged,
    ) {
        let kind = judged.report.verdict.kind;
        if kind == VerdictKind::GraderError {
            return;
        }
        let pristine = self.course.pristine(exercise);
        // Without a sealed copy the file itself would pass for the stub.
        let stub = pristine.stub().ok().filter(|_| pristine.is_sealed());
        let verdict = NewVerdict {
            kind,
            source: match source {
                Source::Text(text) => Some(text),
                Source::File(_) => None,
            },
            stub: stub.as_deref(),
            // Without a key the verdict counts, but is never taken for a later one. A busy machine
            // may have a part in a timeout.
            key: key
                .filter(|_| judged.report.is_lasting())
                .unwrap_or_default(),
            report: serde_json::to_value(&judged.report).unwrap_or_default(),
        };
        let now = course::progress::now();
        let written = self
            .course
            .progress()
            .record_verdict(&exercise.package, verdict, now);
        match written {
            Ok(loaded) => {
                if let Some(damage) = loaded.damage {
                    judged.notes.push(format!(
                        "The damaged progress file is now {}. A new one was begun.",
                        damage.path.display()
                    ));
                }
            }
            Err(error) => judged.unrecorded = Some(error.into()),
        }
    }
}

/// The last verdict, if all that it rests on is as it was.
fn remembered(
    exercise: &Exercise,
    key: &str,
    content: Option<blake3::Hash>,
    progress: &Progress,
) -> Option<Judged> {
    let last = progress.remembered(&exercise.package, key)?;
    let report: Report = serde_json::from_value(last.report.clone()).ok()?;
    Some(Judged {
        notes: report.notes.clone(),
        report,
        remembered: true,
        first_pass: false,
        content,
        outdated: false,
        unrecorded: None,
    })
}

/// Reads the learner's file once, so that the verdict and all that is kept of it are about the same
/// bytes. What cannot be read as text is left to the judge, which says what is wrong with it.
fn read_once(path: &Path) -> Source {
    if !fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() <= LARGEST_SOURCE) {
        return Source::File(path.to_owned());
    }
    match fs::read_to_string(path) {
        Ok(text) => Source::Text(text),
        Err(_) => Source::File(path.to_owned()),
    }
}

impl From<judge::Verdict> for Judged {
    /// A verdict that was come by on the way to something else: it is shown, and not recorded.
    fn from(verdict: judge::Verdict) -> Self {
        Self {
            report: Report {
                verdict,
                tests: Vec::new(),
                notes: Vec::new(),
                timings: judge::Timings::default(),
            },
            remembered: false,
            first_pass: false,
            content: None,
            outdated: false,
            notes: Vec::new(),
            unrecorded: None,
        }
    }
}
