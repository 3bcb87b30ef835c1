//! Marks for Canvas' grade book.

use std::io::{self, Write};

use csv::{QuoteStyle, WriterBuilder};

use super::{LeftOut, Upload};
use crate::export::safe;
use crate::record::Column;

/// Writes a CSV file that Canvas imports under "Grades", and returns whom and what it does
/// not have.
///
/// A learner is known by the roster's column `canvas_id`; Canvas asks before it changes
/// anything. An exercise becomes the assignment of that name, such as `ex16 Lost update`,
/// which Canvas makes if there is none. A mark that is withheld is an empty cell: Canvas
/// then has no mark.
///
/// # Errors
/// When `out` fails.
pub fn canvas_upload(upload: &Upload<'_>, out: impl Write) -> io::Result<Vec<LeftOut>> {
    // Canvas reads as much of the text as is a number.
    let is_number = |key: &str| key.len() < 20 && key.bytes().all(|byte| byte.is_ascii_digit());
    let (known, left_out) =
        upload.known("canvas_id", |person| person.canvas_id.as_deref(), is_number);
    let mut csv = WriterBuilder::new()
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(out);
    // Canvas wants these, the section last. It finds a learner by the first of ID, SIS
    // User ID and SIS Login ID that it knows, so the first is enough.
    let head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];
    let titles = upload.book.columns.iter().map(assignment);
    csv.write_record(head.iter().map(|title| (*title).to_owned()).chain(titles))?;
    let worth = [POINTS_POSSIBLE, "", "", "", ""].map(str::to_owned);
    let points = upload.book.columns.iter();
    let points = points.map(|column| column.out_of.to_string());
    csv.write_record(worth.into_iter().chain(points))?;
    for known in known {
        let start = [student(&known.row.name), known.key.to_owned()];
        let start = start.into_iter().chain([const { String::new() }; 3]);
        let marks = known.row.marks.iter().map(|cell| upload.cell(cell, ""));
        csv.write_record(start.chain(marks))?;
    }
    csv.flush()?;
    Ok(left_out)
}

const POINTS_POSSIBLE: &str = "Points Possible";

/// The name is for people. Whoever is called "Points Possible" would set what the
/// assignments are worth.
fn student(name: &str) -> String {
    let name = safe::csv::cell(name);
    if name.contains(POINTS_POSSIBLE) {
        String::new()
    } else {
        name.into_owned()
    }
}

/// What the assignment of an exercise is called. A title that Canvas would take for
/// something else is left out.
fn assignment(column: &Column) -> String {
    // Columns that Canvas reckons itself.
    const RESERVED: [&str; 3] = ["Current", "Final", "Override"];
    let title = &column.title;
    let is_reserved = RESERVED.iter().any(|word| title.contains(word));
    // A number in parentheses at the end is that of an assignment.
    let is_numbered = title.trim_end().ends_with(')');
    let name = if title.is_empty() || is_reserved || is_numbered {
        column.exercise.clone()
    } else {
        format!("{} {title}", column.exercise)
    };
    safe::csv::cell(&name).into_owned()
}
