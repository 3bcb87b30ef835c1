//! `marks`: the matrix of learners and exercises.

use std::path::Path;

use classroom::export::marks_json;
use classroom::ledger::{Depth, Ledger};
use classroom::record::{Cell, Gradebook};
use jiff::Timestamp;

use super::session;
use crate::args::{Format, Marks};
use crate::book;
use crate::failure::{Exit, Failure, Result};

pub fn run(path: &Path, asked: &Marks) -> Result<Exit> {
    let course = session::course()?;
    let ledger = Ledger::open_read_only(path)?;
    let class = asked.class.class.as_deref();
    let book = book::reckon(
        &course,
        &ledger,
        class,
        asked.class.roster.as_ref(),
        Depth::Gist,
    )?;
    for warning in &book.warnings {
        anstream::eprintln!("note: {warning}");
    }
    match asked.format {
        Format::Json => {
            marks_json(&book, Timestamp::now(), std::io::stdout().lock()).map_err(|error| {
                Failure::grader(format!("the marks cannot be written: {error}"), "")
            })?;
        }
        Format::Human => anstream::print!("{}", table(&book)),
    }
    let withheld = book.rows.iter().flat_map(|row| &row.marks);
    let withheld = withheld.filter(|cell| matches!(cell, Cell::Withheld(_)));
    Ok(match withheld.count() {
        0 => Exit::Done,
        _ => Exit::Look,
    })
}

/// A table for a terminal: a line a learner, a column an exercise.
fn table(book: &Gradebook) -> String {
    let mut lines = vec![head(book)];
    for row in &book.rows {
        let mut cells = vec![row.learner.to_string()];
        cells.extend(row.marks.iter().map(|cell| match cell {
            Cell::NothingHandedIn => "-".to_owned(),
            Cell::Withheld(_) => "held".to_owned(),
            Cell::Mark(mark) => mark.points.to_string(),
        }));
        cells.push(row.total.to_string());
        lines.push(cells);
    }
    let columns = lines[0].len();
    let widths: Vec<usize> = (0..columns)
        .map(|at| lines.iter().map(|line| width(&line[at])).max())
        .map(Option::unwrap_or_default)
        .collect();
    let mut out = String::new();
    for line in lines {
        for (at, cell) in line.iter().enumerate() {
            let gap = " ".repeat(widths[at].saturating_sub(width(cell)));
            // Names to the left, numbers to the right.
            if at == 0 {
                out.push_str(cell);
                out.push_str(&gap);
            } else {
                out.push_str("  ");
                out.push_str(&gap);
                out.push_str(cell);
            }
        }
        out.push('\n');
    }
    out
}

fn head(book: &Gradebook) -> Vec<String> {
    let mut cells = vec![String::new()];
    let titles = book.columns.iter();
    cells.extend(titles.map(|column| format!("{}/{}", column.exercise, column.out_of)));
    cells.push(format!("total/{}", book.out_of));
    cells
}

fn width(text: &str) -> usize {
    text.chars().count()
}
