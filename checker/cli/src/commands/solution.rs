//! `solution`: the reference beside yours, for those who have solved the exercise.

use std::fs;

use course::Exercise;
use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::{Failure, Result};
use crate::report::Report;
use crate::screen::style::{CODE, DIM, HEAD, paint};
use crate::screen::{Page, diff, markdown, text};
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct Solution {
    exercise: String,
    title: String,
    /// Without the lines that only the truth table reads.
    reference: String,
    /// What leads from your file to the reference; nothing if yours cannot be read.
    diff: Option<String>,
    #[serde(skip)]
    coloured_diff: Option<String>,
    file: String,
    /// What to know once it is solved, in Markdown.
    after: Option<String>,
    /// Whether the exercise has passed.
    solved: bool,
}

pub fn run(asked: &args::Solution, console: &Console) -> Result<Solution> {
    let workbook = Workbook::open(console)?;
    let exercise = workbook.course.find(&asked.exercise)?;
    if !workbook.progress().is_passed(&exercise.package) && !asked.peek {
        return Err(Failure::not_solved(&exercise.package));
    }
    compare(&workbook, exercise)
}

/// The reference, and how the learner's file differs from it.
pub fn compare(workbook: &Workbook, exercise: &Exercise) -> Result<Solution> {
    let course = &workbook.course;
    let solved = workbook.progress().is_passed(&exercise.package);
    let reference = course.reference(exercise);
    let reference =
        fs::read_to_string(&reference).map_err(|error| Failure::io("read", &reference, &error))?;
    let reference = without_header(&reference);
    let file = exercise.shown_source();
    let coloured = fs::read_to_string(exercise.source()).ok().map(|yours| {
        diff::unified(
            without_task(&yours),
            without_task(reference),
            (&file, "the reference"),
        )
    });
    let hints = course.hints(exercise).ok();
    Ok(Solution {
        exercise: exercise.package.clone(),
        title: exercise.title.clone(),
        reference: reference.to_owned(),
        diff: coloured
            .as_deref()
            .map(|diff| anstream::adapter::strip_str(diff).to_string()),
        coloured_diff: coloured,
        file,
        after: hints.filter(|_| solved).map(|hints| hints.after),
        solved,
    })
}

/// The reference opens with `//! expect: passed`, which is for the truth table, not for readers.
fn without_header(source: &str) -> &str {
    let mut rest = source;
    if rest.starts_with("//! expect:") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        if let Some((first, others)) = rest.split_once('\n')
            && first.trim_end() == "//!"
        {
            rest = others;
        }
    }
    rest.trim_start_matches('\n')
}

/// The task text at the top is no part of anybody's solution.
fn without_task(source: &str) -> &str {
    let mut rest = source;
    while rest.starts_with("//!") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    rest.trim_start_matches('\n')
}

impl Report for Solution {
    fn command(&self) -> &'static str {
        "solution"
    }

    fn draw(&self, page: &mut Page) {
        page.line(format_args!(
            "{}  {}",
            paint(HEAD, format_args!("{} {}", self.exercise, self.title)),
            paint(DIM, "the reference solution"),
        ));
        page.gap();
        page.line(self.reference.trim_end());
        page.gap();
        self.draw_difference(page);
        if !self.solved {
            page.gap();
            page.field(
                "try it",
                paint(CODE, format_args!("cargo checker check {}", self.exercise)),
            );
        }
    }
}

impl Solution {
    /// What leads from the learner's file to the reference, and what to know afterwards.
    pub fn draw_difference(&self, page: &mut Page) {
        match self.coloured_diff.as_deref() {
            Some("") => page.line(paint(DIM, "Yours is the same, letter by letter.")),
            Some(diff) => {
                page.line(paint(HEAD, "From yours to the reference"));
                page.gap();
                page.line(diff.trim_end());
            }
            None => page.line(format_args!("{} cannot be read: no comparison.", self.file)),
        }
        if let Some(after) = &self.after {
            page.gap();
            page.line(paint(HEAD, "After you solve it"));
            page.gap();
            let width = page.width.saturating_sub(2);
            page.line(text::indent(&markdown::draw(after, width), "  "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{without_header, without_task};

    #[test]
    fn the_task_is_not_compared() {
        assert_eq!(
            without_task("//! Task\n//!\n//! Text\n\nfn f() {}\n"),
            "fn f() {}\n"
        );
        assert_eq!(without_task("//! Task"), "");
    }

    #[test]
    fn the_header_of_the_truth_table_is_not_shown() {
        let body = "//! The reference.\n\nfn f() {}\n";
        assert_eq!(
            without_header(&format!("//! expect: passed\n//!\n{body}")),
            body
        );
        assert_eq!(without_header(&format!("//! expect: passed\n{body}")), body);
        assert_eq!(without_header(body), body);
        assert_eq!(without_header("//! expect: passed"), "");
    }
}
