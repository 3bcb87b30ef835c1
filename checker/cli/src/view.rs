//! Exercises as lists, screens and JSON show them.

use course::{Exercise, PARTS, Progress, Record, VerdictKind};
use serde::Serialize;

use crate::screen::Page;
use crate::screen::style::{DIM, FAIL, HEAD, OPEN, PASS, paint};
use crate::workbook::Workbook;

/// How an exercise stands with its learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It has passed, now or earlier.
    Passed,
    /// It was judged, and has never passed.
    Failing,
    /// It was never judged, or there was still a `todo!()` in it.
    Open,
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
}

/// All parts together.
#[derive(Debug, Clone, Serialize)]
pub struct TotalView {
    pub passed: usize,
    pub total: usize,
    pub points: u32,
    pub of_points: u32,
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
            attempts: record.map_or(0, |record| record.attempts),
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
        let mut line = format!(
            "  {} {}  {:<28} {:>2} points",
            paint(style, sign),
            if self.current {
                paint(HEAD, &self.name)
            } else {
                self.name.clone()
            },
            self.title,
            self.points,
        );
        match (self.state, self.last) {
            (State::Failing | State::Open, Some(last)) => {
                line.push_str(&paint(OPEN, format_args!("  {last}")));
            }
            (State::Passed, Some(last)) if last != "passed" => {
                line.push_str(&paint(DIM, format_args!("  passed before, now {last}")));
            }
            _ => {}
        }
        page.line(line);
    }
}

fn is_failing(record: &Record) -> bool {
    let last = record.last.as_ref().map(|last| last.kind);
    record.attempts > 0 && last != Some(VerdictKind::Incomplete)
}

/// The parts that have exercises in this copy.
pub fn parts(workbook: &Workbook) -> Vec<PartView> {
    let exercises = workbook.course.exercises();
    PARTS
        .iter()
        .map(|part| {
            let of_part = || exercises.iter().filter(|e| e.part == part.number);
            PartView {
                number: part.number,
                title: part.title,
                passed: count_passed(of_part(), workbook.progress()),
                total: of_part().count(),
            }
        })
        .filter(|part| part.total > 0)
        .collect()
}

pub fn total(workbook: &Workbook) -> TotalView {
    let exercises = workbook.course.exercises();
    let progress = workbook.progress();
    TotalView {
        passed: count_passed(exercises.iter(), progress),
        total: exercises.len(),
        points: exercises
            .iter()
            .filter(|e| progress.is_passed(&e.package))
            .map(|e| e.points)
            .sum(),
        of_points: exercises.iter().map(|e| e.points).sum(),
    }
}

fn count_passed<'a>(exercises: impl Iterator<Item = &'a Exercise>, progress: &Progress) -> usize {
    exercises
        .filter(|exercise| progress.is_passed(&exercise.package))
        .count()
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
}

impl TotalView {
    pub fn draw(&self, page: &mut Page) {
        page.line(format_args!(
            "  {} of {} exercises passed, {} of {} points",
            self.passed, self.total, self.points, self.of_points
        ));
    }
}
