//! Exercises as lists, screens and JSON show them.

use course::{Course, Exercise, PARTS, Progress, Record, VerdictKind};
use serde::Serialize;

use crate::screen::style::{DIM, FAIL, HEAD, OPEN, PASS, paint};
use crate::screen::{Page, text};
use crate::workbook::Workbook;

/// How an exercise stands with its learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It has passed, now or earlier.
    Passed,
    /// It was judged, and has never passed.
    Failing,
    /// It was never judged, is as it began, or has a `todo!()` left in it.
    Open,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Passed, Self::Failing, Self::Open];

    /// The word for it, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failing => "failing",
            Self::Open => "open",
        }
    }
}

/// One exercise.
#[derive(Debug, Clone, Serialize)]
pub struct ExerciseView {
    pub name: String,
    pub topic: String,
    pub title: String,
    pub part: u8,
    pub points: u32,
    pub file: String,
    pub state: State,
    pub current: bool,
    pub attempts: u32,
    /// The time spent on it.
    pub seconds: u64,
    /// The word for the last verdict.
    pub last: Option<&'static str>,
}

/// One part of the course, as far as this copy has it.
#[derive(Debug, Clone, Serialize)]
pub struct PartView {
    pub number: u8,
    pub title: &'static str,
    pub passed: usize,
    pub total: usize,
    #[serde(flatten)]
    pub sums: Sums,
}

/// What the exercises of a part, or of the course, come to together.
#[derive(Debug, Clone, Serialize)]
pub struct Sums {
    /// For those that passed.
    pub points: u32,
    /// For all of them.
    pub of_points: u32,
    pub attempts: u32,
    pub seconds: u64,
}

/// All parts together.
#[derive(Debug, Clone, Serialize)]
pub struct TotalView {
    pub passed: usize,
    pub total: usize,
    #[serde(flatten)]
    pub sums: Sums,
}

impl ExerciseView {
    pub fn new(workbook: &Workbook, exercise: &Exercise) -> Self {
        let progress = workbook.progress();
        let record = progress.of(&exercise.package);
        let state = match record {
            _ if progress.is_passed(&exercise.package) => State::Passed,
            Some(record) if is_failing(record) => State::Failing,
            _ => State::Open,
        };
        Self {
            name: exercise.package.clone(),
            topic: exercise.topic.clone(),
            title: exercise.title.clone(),
            part: exercise.part,
            points: exercise.points,
            file: exercise.shown_source(),
            state,
            current: workbook
                .current()
                .is_some_and(|c| c.number == exercise.number),
            attempts: progress.attempts(&exercise.package),
            seconds: progress.time_spent(&exercise.package).as_secs(),
            last: record
                .and_then(|record| record.last.as_ref())
                .map(|last| last.kind.word()),
        }
    }

    /// One line of a list.
    pub fn draw(&self, page: &mut Page) {
        let glyphs = page.glyphs;
        let (style, sign) = match self.state {
            _ if self.current => (HEAD, glyphs.here),
            State::Passed => (PASS, glyphs.passed),
            State::Failing => (FAIL, glyphs.failed),
            State::Open => (DIM, glyphs.open),
        };
        let name = if self.current {
            paint(HEAD, &self.name)
        } else {
            self.name.clone()
        };
        let last = match (self.state, self.last) {
            (State::Failing | State::Open, Some(last)) => {
                paint(OPEN, format_args!("{last:<VERDICT$}"))
            }
            (State::Passed, Some(last)) if last != VerdictKind::Passed.word() => {
                paint(DIM, format_args!("{:<VERDICT$}", format!("now {last}")))
            }
            _ => " ".repeat(VERDICT),
        };
        page.line(format_args!(
            "  {} {name}  {:<TITLE$} {last} {:>3} points{}",
            paint(style, sign),
            self.title,
            self.points,
            effort(self.attempts, self.seconds),
        ));
    }
}

/// The columns of a list. Together they fit in 80, and stand under those of the parts.
const TITLE: usize = 20;
const VERDICT: usize = 17;

/// The last two columns of a list. What there is none of is left out.
fn effort(attempts: u32, seconds: u64) -> String {
    let column = |width, text: String, any| {
        let text = if any { text } else { String::new() };
        format!(" {text:>width$}")
    };
    let columns = column(9, text::tries(attempts), attempts > 0)
        + &column(8, text::time(seconds), seconds > 0);
    columns.trim_end().to_owned()
}

fn is_failing(record: &Record) -> bool {
    let last = record.last.as_ref().map(|last| last.kind);
    record.attempts > 0 && last != Some(VerdictKind::Incomplete)
}

/// The parts that have exercises in this copy.
pub fn parts(workbook: &Workbook) -> Vec<PartView> {
    let exercises = workbook.course.exercises();
    let progress = workbook.progress();
    PARTS
        .iter()
        .map(|part| {
            let of_part = || exercises.iter().filter(|e| e.part == part.number);
            PartView {
                number: part.number,
                title: part.title,
                passed: count_passed(of_part(), progress),
                total: of_part().count(),
                sums: Sums::of(of_part(), progress),
            }
        })
        .filter(|part| part.total > 0)
        .collect()
}

pub fn total(workbook: &Workbook) -> TotalView {
    total_of(&workbook.course, workbook.progress())
}

/// As [`total`], for progress that has just been changed.
pub fn total_of(course: &Course, progress: &Progress) -> TotalView {
    let exercises = course.exercises();
    TotalView {
        passed: count_passed(exercises.iter(), progress),
        total: exercises.len(),
        sums: Sums::of(exercises.iter(), progress),
    }
}

fn count_passed<'a>(exercises: impl Iterator<Item = &'a Exercise>, progress: &Progress) -> usize {
    exercises
        .filter(|exercise| progress.is_passed(&exercise.package))
        .count()
}

impl Sums {
    fn of<'a>(exercises: impl Iterator<Item = &'a Exercise>, progress: &Progress) -> Self {
        let mut sums = Self {
            points: 0,
            of_points: 0,
            attempts: 0,
            seconds: 0,
        };
        for exercise in exercises {
            let package = &exercise.package;
            sums.of_points += exercise.points;
            if progress.is_passed(package) {
                sums.points += exercise.points;
            }
            // What an imported file says may be any number.
            sums.attempts = sums.attempts.saturating_add(progress.attempts(package));
            let seconds = progress.time_spent(package).as_secs();
            sums.seconds = sums.seconds.saturating_add(seconds);
        }
        sums
    }
}

impl PartView {
    /// Its heading, with a small bar.
    pub fn draw(&self, page: &mut Page) {
        let line = format!(
            "  {} {:<28} {}  {}/{}",
            paint(HEAD, self.number),
            paint(HEAD, format_args!("{:<28}", self.title)).trim_end(),
            page.bar(self.passed, self.total, 12),
            self.passed,
            self.total,
        );
        page.line(line);
    }

    /// Its heading in a list, with what its exercises come to.
    pub fn draw_in_list(&self, page: &mut Page) {
        let Sums {
            points,
            of_points,
            attempts,
            seconds,
        } = self.sums;
        page.line(format_args!(
            "  {} {}{} {:>5} {:>14}{}",
            paint(HEAD, self.number),
            paint(HEAD, format_args!("{:<26}", self.title)),
            page.bar(self.passed, self.total, 8),
            format!("{}/{}", self.passed, self.total),
            format!("{points}/{of_points} points"),
            effort(attempts, seconds),
        ));
    }
}

impl TotalView {
    pub fn draw(&self, page: &mut Page) {
        let sums = &self.sums;
        let mut line = format!(
            "  {} of {} exercises passed, {} of {} points",
            self.passed, self.total, sums.points, sums.of_points
        );
        if sums.attempts > 0 {
            line = line + ", " + &text::tries(sums.attempts);
        }
        if sums.seconds > 0 {
            line = line + ", " + &text::time(sums.seconds);
        }
        page.line(line);
    }
}
