//! `check`: the learner's files judged, one verdict each.

use course::{Exercise, VerdictKind};
use judge::Verdict;
use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::{Exit, Failure, Result};
use crate::judging::{Bench, Judged, Rules};
use crate::parallel;
use crate::progress::{Bar, Spinner};
use crate::report::Report;
use crate::screen::style::{CODE, DIM, HEAD, paint};
use crate::screen::{Page, verdict};
use crate::workbook::Workbook;

/// The columns of a list that stand before the verdict.
const BEFORE_VERDICT: usize = 39;

#[derive(Debug, Serialize)]
pub struct Check {
    exercises: Vec<Checked>,
    passed: usize,
    failed: usize,
    /// Why verdicts could not be recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    unrecorded: Option<Failure>,
    /// Whether people get one line a verdict.
    #[serde(skip)]
    short: bool,
}

/// The verdict on one exercise.
#[derive(Debug, Serialize)]
pub struct Checked {
    /// The learner's file, from the workbook's folder on.
    #[serde(skip)]
    source: String,
    pub exercise: String,
    pub title: String,
    pub verdict: Verdict,
    /// Nothing changed since the last verdict: this is that one.
    pub remembered: bool,
    /// Whether this is the exercise's first pass.
    pub first_pass: bool,
    /// How long it took to make, then or now.
    pub millis: u64,
}

pub fn run(asked: &args::Check, console: &Console) -> Result<Check> {
    let workbook = Workbook::open(console)?;
    let exercises: Vec<&Exercise> = if asked.all {
        workbook.course.exercises().iter().collect()
    } else if asked.exercises.is_empty() {
        vec![workbook.pick(None)?]
    } else {
        workbook.pick_all(&asked.exercises)?
    };
    let rules = Rules {
        force: asked.force,
        jobs: asked.jobs,
        deadline: asked.deadline,
    };
    let bench = Bench::prepare(&workbook.course, rules, exercises.len() > 1, console)?;
    let progress = workbook.progress();
    let judged = if let [one] = exercises.as_slice() {
        let _moving = Spinner::quiet(console, &format!("Judging {}", one.package));
        vec![bench.check(one, progress)]
    } else {
        let bar = Bar::start(console, exercises.len());
        parallel::map(
            &exercises,
            bench.jobs(),
            |exercise| bench.check(exercise, progress),
            |exercise, judged| {
                if let Ok(judged) = judged {
                    bar.done(format!(
                        "{} {}",
                        exercise.package, judged.report.verdict.kind
                    ));
                }
            },
        )
    };
    let mut check = Check {
        exercises: Vec::new(),
        passed: 0,
        failed: 0,
        unrecorded: None,
        short: asked.short,
    };
    check.collect(&exercises, judged, console)?;
    Ok(check)
}

impl Check {
    fn collect(
        &mut self,
        exercises: &[&Exercise],
        judged: Vec<Result<Judged>>,
        console: &Console,
    ) -> Result<()> {
        for (exercise, judged) in exercises.iter().zip(judged) {
            let mut judged = judged?;
            for note in judged.notes.drain(..) {
                console.note(note);
            }
            if self.unrecorded.is_none() {
                self.unrecorded = judged.unrecorded.take();
            }
            self.exercises.push(Checked::new(exercise, judged));
        }
        if let Some(failure) = &self.unrecorded {
            console.warn(failure, "verdicts stand, but are not recorded");
        }
        let passed = |checked: &&Checked| checked.verdict.is_pass();
        self.passed = self.exercises.iter().filter(passed).count();
        self.failed = self.exercises.len() - self.passed;
        Ok(())
    }
}

impl Checked {
    pub fn new(exercise: &Exercise, judged: Judged) -> Self {
        Self {
            source: exercise.shown_source(),
            exercise: exercise.package.clone(),
            title: exercise.title.clone(),
            remembered: judged.remembered,
            first_pass: judged.first_pass,
            millis: judged.report.timings.total,
            verdict: judged.report.verdict,
        }
    }

    /// The verdict in full.
    pub fn draw(&self, page: &mut Page) {
        verdict::draw(page, &self.exercise, &self.title, &self.verdict);
        if self.remembered {
            let command = format!("cargo checker check {} --force", self.exercise);
            page.field(
                "again",
                format_args!(
                    "{} {}",
                    paint(CODE, command),
                    paint(DIM, "(nothing changed since this verdict)")
                ),
            );
        }
    }

    /// What it means for the process.
    pub fn exit(&self) -> Exit {
        match self.verdict.kind {
            VerdictKind::Passed => Exit::Passed,
            VerdictKind::GraderError => Exit::Checker,
            _ => Exit::Failed,
        }
    }

    /// The verdict as compilers give theirs, for programs that read such lists.
    fn draw_short(&self, page: &mut Page) {
        let Verdict {
            kind,
            cause,
            evidence,
            ..
        } = &self.verdict;
        if self.verdict.is_pass() {
            return page.line(format_args!("{}: {kind}", self.exercise));
        }
        // What the compiler says is the cause itself.
        let compiler = match kind {
            VerdictKind::CompileError => evidence.message.as_ref(),
            _ => None,
        };
        let cause = compiler.unwrap_or(cause).lines().next().unwrap_or_default();
        let file = evidence.file.as_ref().unwrap_or(&self.source);
        let line = evidence.line.unwrap_or(1);
        let test = evidence.test.as_ref();
        let test = test.map_or_else(String::new, |test| format!(" [{test}]"));
        page.line(format_args!("{file}:{line}: {kind}: {cause}{test}"));
    }

    /// The verdict in one line.
    fn draw_line(&self, page: &mut Page) {
        // Which `todo!()` it was is no news in a list.
        let room = match self.verdict.kind {
            VerdictKind::Incomplete => 0,
            _ => page.width.saturating_sub(BEFORE_VERDICT),
        };
        page.line(format_args!(
            "  {} {}  {:<28} {}",
            verdict::sign(page, &self.verdict),
            self.exercise,
            self.title,
            verdict::words(&self.verdict, room),
        ));
    }
}

impl Report for Check {
    fn command(&self) -> &'static str {
        "check"
    }

    fn draw(&self, page: &mut Page) {
        if self.short {
            return self.exercises.iter().for_each(|c| c.draw_short(page));
        }
        if let [one] = self.exercises.as_slice() {
            one.draw(page);
            if one.verdict.is_pass() {
                let command = format!("cargo checker solution {}", one.exercise);
                page.field("compare", paint(CODE, command));
            }
            return;
        }
        for checked in &self.exercises {
            checked.draw_line(page);
        }
        page.gap();
        let remembered = self.exercises.iter().filter(|c| c.remembered).count();
        let mut summary = format!("{} of {} passed", self.passed, self.exercises.len());
        if remembered > 0 {
            summary.push_str(&paint(
                DIM,
                format_args!(", {remembered} unchanged and not judged again"),
            ));
        }
        page.line(format_args!("  {}", paint(HEAD, summary)));
        if let Some(first) = self.exercises.iter().find(|c| !c.verdict.is_pass()) {
            let command = format!("cargo checker check {}", first.exercise);
            page.field("next", paint(CODE, command));
        }
    }

    fn exit(&self) -> Exit {
        if self.unrecorded.is_some() {
            return Exit::Checker;
        }
        let worst = self.exercises.iter().map(Checked::exit).max();
        worst.unwrap_or(Exit::Passed)
    }
}
