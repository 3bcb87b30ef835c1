//! `verify`: the truth table. Every right solution passes, every wrong one fails as it says.

use course::{Course, Exercise};
use judge::table::{self, Greens, Row};
use serde::Serialize;

use super::new::GAP;
use crate::args;
use crate::console::Console;
use crate::failure::{Exit, Failure, Result};
use crate::gaps;
use crate::judging::{Bench, Rules};
use crate::parallel;
use crate::progress::Bar;
use crate::report::Report;
use crate::screen::style::{CODE, DIM, FAIL, HEAD, PASS, paint};
use crate::screen::{Page, text};
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct Verify {
    rows: Vec<Proved>,
    held: usize,
    broken: usize,
}

/// One row of the table.
#[derive(Debug)]
enum Line {
    /// A row that the judge knows.
    Table(Box<Row>),
    /// Whether everything is written that `new` left open.
    Filled { label: String, gaps: Vec<String> },
}

/// How it is known that a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    Fresh,
    Remembered,
}

/// The rows of an exercise. Where a solution is still to be written, there is nothing to judge.
fn lines(course: &Course, exercise: &Exercise) -> Result<Vec<Line>> {
    let gaps = gaps::find(course, exercise)?;
    let unwritten: Vec<String> = course
        .solutions(exercise)?
        .iter()
        .filter(|solution| gaps.iter().any(|gap| gap.is_in(&solution.path)))
        .map(|solution| format!("{}::{}", exercise.package, solution.label()))
        .collect();
    let mut lines = vec![Line::Filled {
        label: format!("{}::filled", exercise.package),
        gaps: gaps.iter().map(|gap| gap.shown(course)).collect(),
    }];
    lines.extend(
        table::rows(course, exercise)?
            .into_iter()
            .filter(|row| !unwritten.iter().any(|label| label == row.label()))
            .map(|row| Line::Table(Box::new(row))),
    );
    Ok(lines)
}

impl Line {
    fn label(&self) -> &str {
        match self {
            Self::Table(row) => row.label(),
            Self::Filled { label, .. } => label,
        }
    }

    fn run(
        &self,
        course: &Course,
        bench: &Bench<'_>,
        greens: &Greens,
        force: bool,
    ) -> std::result::Result<Proof, String> {
        match self {
            Self::Table(row) => {
                let key = row.key(course, bench.judge());
                if let Some(key) = key.as_deref().filter(|_| !force)
                    && greens.hold(row, key)
                {
                    return Ok(Proof::Remembered);
                }
                row.run(course, bench.judge(), bench.cancel())?;
                if let Some(key) = key {
                    greens.remember(row, &key);
                }
                Ok(Proof::Fresh)
            }
            Self::Filled { gaps, .. } if gaps.is_empty() => Ok(Proof::Fresh),
            Self::Filled { gaps, .. } => Err(format!(
                "`{GAP}` still stands in {} lines:\n{}",
                gaps.len(),
                gaps.join("\n")
            )),
        }
    }
}

/// One row of the table, held against what it says.
#[derive(Debug, Serialize)]
struct Proved {
    row: String,
    exercise: String,
    holds: bool,
    /// Nothing changed since the row last held: it was not judged again.
    remembered: bool,
    /// What is not as it must be.
    why: Option<String>,
}

pub fn run(asked: &args::Verify, console: &Console) -> Result<Verify> {
    let workbook = Workbook::open(console)?;
    let course = &workbook.course;
    let exercises: Vec<&Exercise> = if asked.exercises.is_empty() {
        course.exercises().iter().collect()
    } else {
        workbook.pick_all(&asked.exercises)?
    };
    let mut rows: Vec<(&Exercise, Line)> = Vec::new();
    for exercise in exercises {
        rows.extend(
            lines(course, exercise)?
                .into_iter()
                .map(|line| (exercise, line)),
        );
    }
    let rules = Rules {
        jobs: asked.jobs,
        ..Rules::default()
    };
    let bench = Bench::prepare(course, rules, true, console)?;
    let greens = Greens::of(course);
    let bar = Bar::start(console, rows.len());
    let results = parallel::map(
        &rows,
        bench.jobs(),
        |(_, line)| line.run(course, &bench, &greens, asked.force),
        |(_, row), _| bar.done(row.label().to_owned()),
    );
    drop(bar);
    if bench.cancel().is_cancelled() {
        return Err(Failure::interrupted());
    }
    let rows: Vec<Proved> = rows
        .iter()
        .zip(results)
        .map(|((exercise, row), result)| Proved {
            row: row.label().to_owned(),
            exercise: exercise.package.clone(),
            holds: result.is_ok(),
            remembered: result == Ok(Proof::Remembered),
            why: result.err(),
        })
        .collect();
    let held = rows.iter().filter(|row| row.holds).count();
    Ok(Verify {
        held,
        broken: rows.len() - held,
        rows,
    })
}

impl Report for Verify {
    fn command(&self) -> &'static str {
        "verify"
    }

    fn draw(&self, page: &mut Page) {
        for row in &self.rows {
            let Some(why) = &row.why else { continue };
            page.line(format_args!(
                "{} {}",
                paint(FAIL, page.glyphs.failed),
                paint(HEAD, &row.row)
            ));
            let fitted = text::wrap(why.trim_end(), page.width.saturating_sub(4));
            page.line(text::indent(&fitted, "    "));
            page.gap();
        }
        for exercises in self.rows.chunk_by(|a, b| a.exercise == b.exercise) {
            let held = exercises.iter().filter(|row| row.holds).count();
            let (style, sign) = if held == exercises.len() {
                (PASS, page.glyphs.passed)
            } else {
                (FAIL, page.glyphs.failed)
            };
            page.line(format_args!(
                "  {} {}  {held} of {} rows hold",
                paint(style, sign),
                exercises[0].exercise,
                exercises.len(),
            ));
        }
        page.gap();
        let remembered = self.rows.iter().filter(|row| row.remembered).count();
        let aside = match remembered {
            0 => String::new(),
            count => format!(", {count} unchanged and not judged again"),
        };
        page.line(format_args!(
            "  {} of {} rows hold{}",
            self.held,
            self.rows.len(),
            paint(DIM, aside),
        ));
        if let Some(first) = self.rows.iter().find(|row| !row.holds) {
            let command = format!("cargo checker verify {}", first.exercise);
            page.field("again", paint(CODE, command));
        } else {
            page.line(paint(
                DIM,
                "  Every right solution passes; every wrong one fails as it says.",
            ));
        }
    }

    fn exit(&self) -> Exit {
        if self.broken == 0 {
            Exit::Passed
        } else {
            Exit::Failed
        }
    }
}
