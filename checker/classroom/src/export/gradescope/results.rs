//! `results.json`: what Gradescope shows of one submission.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use crate::export::safe::{self, line};
use crate::record::{Cell, Column, Gradebook, Mark, Points, Row, TestWorth, Total, Visibility};
use crate::redact::{Hidden, Shown, Verdict};

/// Why there are no results.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ResultsError {
    /// They cannot be written.
    #[error("the results cannot be written: {0}")]
    Write(#[from] io::Error),
    /// A mark is withheld.
    #[error("the mark of {exercise} is withheld: {why}")]
    Withheld {
        /// The exercise's package.
        exercise: String,
        /// Why, a sentence.
        why: String,
    },
}

impl ResultsError {
    /// What to do. One sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Write(_) => "See whether the disk is full, and whether you may write there.",
            Self::Withheld { .. } => {
                "Grade the submission again: without results, Gradescope says that the autograder \
                 failed, and gives no mark."
            }
        }
    }
}

#[derive(Serialize)]
struct Results {
    score: f64,
    output: String,
    output_format: &'static str,
    test_output_format: &'static str,
    test_name_format: &'static str,
    visibility: &'static str,
    stdout_visibility: &'static str,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Test {
    score: f64,
    max_score: f64,
    status: &'static str,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    output: String,
    visibility: &'static str,
}

/// Writes what Gradescope shows of the submission of `row`, one of `book`.
///
/// The score is the sum of the marks, in points; let the assignment be worth
/// [`Gradebook::out_of`]. Each test is told of by its [`Visibility`]: of a hidden one there
/// is nothing but its points, and Gradescope shows learners not even these; one that is
/// told of after the due date is there in full, and Gradescope holds it back, and the total
/// with it. The output of a test that learners see now tells of no other kind.
///
/// All formats are plain text: nothing of it is markup.
///
/// # Errors
/// [`ResultsError::Withheld`] when a mark is withheld, before anything is written: any
/// score would be wrong, and zero most of all. And when `out` fails.
pub fn gradescope_results(
    book: &Gradebook,
    row: &Row,
    mut out: impl Write,
) -> Result<(), ResultsError> {
    let cells = || book.columns.iter().zip(&row.marks);
    for (column, cell) in cells() {
        if let Cell::Withheld(withheld) = cell {
            return Err(ResultsError::Withheld {
                exercise: column.exercise.clone(),
                why: withheld.why.to_string(),
            });
        }
    }
    let mut output = String::new();
    let mut tests = Vec::new();
    for (column, cell) in cells() {
        match cell {
            // That is no more than what was found above.
            Cell::Withheld(_) => {}
            Cell::NothingHandedIn => nothing(column, row, &mut output, &mut tests),
            Cell::Mark(mark) => marked(column, row, mark, &mut output, &mut tests),
        }
    }
    let (Total::Final(score) | Total::AtLeast(score)) = row.total;
    let results = Results {
        score: number(score),
        output: output.trim_end().to_owned(),
        output_format: "text",
        test_output_format: "text",
        test_name_format: "text",
        visibility: "visible",
        // What the grader prints is for the instructor.
        stdout_visibility: "hidden",
        tests,
    };
    safe::json::to_writer(&mut out, &results)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Hundredths have at most two digits after the point, so that this is exact as written.
fn number(points: Points) -> f64 {
    f64::from(points.0) / 100.0
}

/// Writes a line. Writing to a string does not fail.
macro_rules! say {
    ($to:expr $(, $($arg:tt)+)?) => {{ let _ = writeln!($to $(, $($arg)+)?); }};
}

fn nothing(column: &Column, row: &Row, output: &mut String, tests: &mut Vec<Test>) {
    let (exercise, title) = (&column.exercise, line(&column.title));
    say!(output, "{exercise} {title}: 0 of {} points", column.out_of);
    say!(output, "Nothing was handed in for it.\n");
    for (at, worth) in column.tests.iter().enumerate() {
        tests.push(Test {
            score: 0.0,
            max_score: number(worth.out_of),
            status: "failed",
            name: name(column, at),
            output: String::new(),
            visibility: word(visibility(row, column, worth)),
        });
    }
}

fn marked(column: &Column, row: &Row, mark: &Mark, output: &mut String, tests: &mut Vec<Test>) {
    let now = Hidden::of(column, row.sees(column));
    let later = Hidden::of(column, Visibility::AfterDue);
    let report = &mark.ruling.report;
    let (exercise, title) = (&column.exercise, line(&column.title));
    say!(
        output,
        "{exercise} {title}: {} of {} points",
        mark.points,
        mark.out_of
    );
    match now.verdict(report) {
        Verdict::OfHiddenTest => say!(output, "A test that is not shown to you did not pass."),
        Verdict::Shown(shown) => {
            say!(output, "{}: {}", shown.kind, line(shown.cause));
            say!(output, "Next: {}", line(shown.next_step));
        }
    }
    for sentence in now.without_mentions(&report.notes) {
        say!(output, "{}", line(sentence));
    }
    for step in now.without_mentions(&mark.steps) {
        say!(output, "- {}", line(step));
    }
    say!(output);
    for (at, worth) in column.tests.iter().enumerate() {
        let result = report.tests.iter().find(|one| one.test == worth.test);
        // Without a word on the test itself, the verdict on the whole file is its.
        let verdict = result.map_or(&report.verdict, |result| &result.verdict);
        let told = match visibility(row, column, worth) {
            Visibility::Visible => Some(&now),
            Visibility::AfterDue => Some(&later),
            Visibility::Hidden => None,
        };
        let explain = |told: &Hidden<'_>| match (result, told.verdict(report)) {
            (Some(result), _) => explained(told.shown(&result.verdict)),
            (None, Verdict::Shown(shown)) => explained(Some(shown)),
            (None, Verdict::OfHiddenTest) => explained(None),
        };
        let told = told.filter(|_| !verdict.is_pass());
        tests.push(Test {
            score: number(mark.tests.get(at).copied().unwrap_or_default()),
            max_score: number(worth.out_of),
            status: if verdict.is_pass() {
                "passed"
            } else {
                "failed"
            },
            name: name(column, at),
            output: told.map_or_else(String::new, explain),
            visibility: word(visibility(row, column, worth)),
        });
    }
}

/// What a learner may read of a test that did not pass.
fn explained(shown: Option<Shown<'_>>) -> String {
    let Some(shown) = shown else {
        return "It did not pass.".to_owned();
    };
    let place = shown.place.map(|place| format!("At {place}."));
    let parts = [
        Some(format!("{}: {}", shown.kind, line(shown.cause))),
        shown.message.map(str::to_owned),
        place,
        shown.story.map(str::to_owned),
        Some(format!("Next: {}", line(shown.next_step))),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    safe::block(&parts.join("\n\n")).into_owned()
}

/// What the test at `at` is called. The name of a hidden one would tell too much.
fn name(column: &Column, at: usize) -> String {
    let is_hidden = |at: usize| column.tests[at].visibility == Visibility::Hidden;
    let name = if is_hidden(at) {
        let number = (0..=at).filter(|at| is_hidden(*at)).count();
        format!("{} hidden test {number}", column.exercise)
    } else {
        format!("{} {}", column.exercise, column.tests[at].test)
    };
    line(&name).into_owned()
}

/// Whether the learner of `row` is told about a test.
fn visibility(row: &Row, column: &Column, worth: &TestWorth) -> Visibility {
    if worth.visibility <= row.sees(column) {
        Visibility::Visible
    } else {
        worth.visibility
    }
}

/// Gradescope's word for it.
fn word(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Visible => "visible",
        Visibility::AfterDue => "after_due_date",
        Visibility::Hidden => "hidden",
    }
}
