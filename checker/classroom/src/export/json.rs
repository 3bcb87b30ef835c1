//! The marks, and each verdict, for programs.

use std::io::{self, Write};

use course::VerdictKind;
use jiff::Timestamp;
use judge::Report;
use serde::Serialize;

use super::safe;
use crate::record::{Gradebook, Ruling};

/// The version of what [`marks_json`] writes. It changes when a field is renamed, removed
/// or given another meaning, not when one is added.
pub const MARKS_VERSION: u32 = 1;

/// The version of the lines that [`VerdictLine::write_to`] writes, as [`MARKS_VERSION`].
pub const VERDICT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    made: Timestamp,
    #[serde(flatten)]
    book: &'a Gradebook,
}

/// Writes the whole gradebook as JSON, with all evidence, hidden tests too.
/// `schema/marks.schema.json` describes it. `made` is when this was asked for.
///
/// Points are in hundredths, so that they are whole numbers.
///
/// # Errors
/// When `out` fails.
pub fn marks_json(book: &Gradebook, made: Timestamp, mut out: impl Write) -> io::Result<()> {
    let document = Document {
        version: MARKS_VERSION,
        made,
        book,
    };
    safe::json::to_writer(&mut out, &document)?;
    out.write_all(b"\n")
}

/// A verdict of a class in a line of its own. `schema/verdict.schema.json` describes it.
#[derive(Debug, Clone, Copy)]
pub struct VerdictLine<'a> {
    /// Whose file it is.
    pub learner: &'a str,
    /// The exercise's package, such as `ex16`.
    pub exercise: &'a str,
    /// Which of the learner's attempts it is, from 1.
    pub attempt: u32,
    /// Whether the file was judged for this, rather than known already.
    pub judged: bool,
    /// A digest of all that the verdict rests on.
    pub key: &'a str,
    /// The verdict, with that of every test.
    pub report: &'a Report,
}

/// A ruling that is known already.
impl<'a> From<&'a Ruling> for VerdictLine<'a> {
    fn from(ruling: &'a Ruling) -> Self {
        Self {
            learner: &ruling.learner.0,
            exercise: &ruling.exercise,
            attempt: ruling.attempt,
            judged: false,
            key: &ruling.basis.key,
            report: &ruling.report,
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    version: u32,
    learner: &'a str,
    exercise: &'a str,
    attempt: u32,
    verdict: VerdictKind,
    judged: bool,
    key: &'a str,
    report: &'a Report,
}

impl VerdictLine<'_> {
    /// Writes the line, with the line end.
    ///
    /// # Errors
    /// When `out` fails.
    pub fn write_to(&self, mut out: impl Write) -> io::Result<()> {
        let line = Line {
            version: VERDICT_VERSION,
            learner: self.learner,
            exercise: self.exercise,
            attempt: self.attempt,
            verdict: self.report.verdict.kind,
            judged: self.judged,
            key: self.key,
            report: self.report,
        };
        safe::json::to_writer(&mut out, &line)?;
        out.write_all(b"\n")
    }
}
