//! The exercises as the screen knows them, and how the learner stands with each.

use std::time::Duration;

use course::{PARTS, VerdictKind};

use crate::failure::Result;
use crate::task::Task;
use crate::view::{ExerciseView, State};
use crate::workbook::Workbook;

/// What stays as it is while the screen is open.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    pub name: String,
    pub topic: String,
    pub title: String,
    pub part: u8,
    pub part_title: &'static str,
    pub points: u32,
    /// The learner's file, below the workbook's root.
    pub file: String,
    /// What is to be done, in one paragraph.
    pub summary: String,
    /// The whole task, in Markdown.
    pub task: String,
    pub reads: Vec<String>,
}

/// How the learner stands with one exercise.
#[derive(Debug, Clone)]
pub struct Row {
    pub state: State,
    pub attempts: u32,
    pub spent: Duration,
    pub last: Option<VerdictKind>,
    /// The tiers of hints that were opened.
    pub hints: Vec<u8>,
}

/// How the learner stands: one row an exercise, in the order of the book.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    pub rows: Vec<Row>,
    /// What is wrong with what is recorded.
    pub damage: Option<String>,
}

/// A part of the course, with what was passed in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub number: u8,
    pub title: &'static str,
    pub passed: usize,
    pub total: usize,
}

/// Everything passed, of everything there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    pub passed: usize,
    pub exercises: usize,
    pub points: u32,
    pub of_points: u32,
}

/// Reads what the screen shows of every exercise.
pub fn read(workbook: &Workbook) -> Result<Vec<Entry>> {
    let course = &workbook.course;
    course
        .exercises()
        .iter()
        .map(|exercise| {
            let task = Task::read(&course.pristine(exercise).stub()?);
            Ok(Entry {
                name: exercise.package.clone(),
                topic: exercise.topic.clone(),
                title: exercise.title.clone(),
                part: exercise.part,
                part_title: exercise.part_title(),
                points: exercise.points,
                file: exercise.shown_source(),
                summary: task.summary(),
                task: task.text,
                reads: exercise.reads.clone(),
            })
        })
        .collect()
}

impl Standing {
    pub fn of(workbook: &Workbook) -> Self {
        let progress = workbook.progress();
        let exercises = workbook.course.exercises().iter();
        Self {
            rows: exercises
                .map(|exercise| Row {
                    state: ExerciseView::new(workbook, exercise).state,
                    attempts: progress.attempts(&exercise.package),
                    spent: progress.time_spent(&exercise.package),
                    last: progress.last_kind(&exercise.package),
                    hints: progress.hints_opened(&exercise.package),
                })
                .collect(),
            damage: workbook.damage_in_words(),
        }
    }

    pub fn is_passed(&self, exercise: usize) -> bool {
        let row = self.rows.get(exercise);
        row.is_some_and(|row| row.state == State::Passed)
    }

    /// The parts that have exercises here.
    pub fn parts(&self, book: &[Entry]) -> Vec<Part> {
        let count = |number: u8| {
            let of_part = |index: &usize| book[*index].part == number;
            let all = (0..book.len()).filter(of_part);
            let passed = all.clone().filter(|index| self.is_passed(*index)).count();
            (passed, all.count())
        };
        let parts = PARTS.iter().map(|part| {
            let (passed, total) = count(part.number);
            Part {
                number: part.number,
                title: part.title,
                passed,
                total,
            }
        });
        parts.filter(|part| part.total > 0).collect()
    }

    pub fn total(&self, book: &[Entry]) -> Total {
        let mut total = Total::default();
        for (index, entry) in book.iter().enumerate() {
            total.exercises += 1;
            total.of_points += entry.points;
            if self.is_passed(index) {
                total.passed += 1;
                total.points += entry.points;
            }
        }
        total
    }
}
