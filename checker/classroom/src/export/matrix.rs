//! The marks as a table for spreadsheets.

use std::io::{self, Write};

use csv::{QuoteStyle, WriterBuilder};

use super::safe;
use crate::record::{Cell, Gradebook, Points};

/// Whether a file begins with the mark by which some spreadsheets know UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bom {
    /// It does. Excel needs it to read names such as Zoë.
    With,
    /// It does not. Programs rarely expect one.
    Without,
}

/// How the spreadsheet's country writes numbers. One that expects the other takes `7.5`
/// for a text, or for a day in May.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    /// `7.5`, and a comma between cells.
    Point,
    /// `7,5`, and a semicolon between cells.
    Comma,
}

impl Numbers {
    fn between_cells(self) -> u8 {
        match self {
            Self::Point => b',',
            Self::Comma => b';',
        }
    }

    /// `ours`, with a mark in it, as this country writes it. Nothing in it is foreign.
    fn write(self, ours: String) -> String {
        match self {
            Self::Point => ours,
            Self::Comma => ours.replace('.', ","),
        }
    }
}

/// Writes the marks as CSV: a line a learner, a column an exercise, then the total.
///
/// The first line names the columns, and what each is worth: `ex16 (10)`. A cell has
///
/// - the mark, a number: `7.5`;
/// - nothing where nothing was handed in;
/// - `withheld` where something was, and its mark is not known; `withheld, at least 5`
///   where other attempts have earned so much already. The total is then no number
///   either, but `at least 7.5`.
///
/// Texts are in quotes, numbers with a point are not. What a learner is called and a spreadsheet would
/// take for a formula, a number or a date has `'` before it: see [`safe::csv::text`].
///
/// # Errors
/// When `out` fails.
pub fn matrix(book: &Gradebook, numbers: Numbers, bom: Bom, mut out: impl Write) -> io::Result<()> {
    if bom == Bom::With {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut csv = WriterBuilder::new()
        .delimiter(numbers.between_cells())
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(out);
    let worth = |name: &str, points: Points| {
        safe::csv::cell(name).into_owned() + &numbers.write(of(points))
    };
    let exercises = book.columns.iter();
    let exercises = exercises.map(|column| worth(&column.exercise, column.out_of));
    let head = ["learner".to_owned(), "name".to_owned()].into_iter();
    csv.write_record(head.chain(exercises).chain([worth("total", book.out_of)]))?;
    for row in &book.rows {
        csv.write_field(&*safe::csv::text(&row.learner.0))?;
        csv.write_field(&*safe::csv::text(&row.name))?;
        for cell in &row.marks {
            csv.write_field(numbers.write(shown(cell)))?;
        }
        csv.write_field(numbers.write(row.total.to_string()))?;
        csv.write_record(None::<&[u8]>)?;
    }
    csv.flush()
}

fn of(points: Points) -> String {
    format!(" ({points})")
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::NothingHandedIn => String::new(),
        Cell::Withheld(withheld) if withheld.at_least == Points(0) => "withheld".to_owned(),
        Cell::Withheld(withheld) => format!("withheld, at least {}", withheld.at_least),
        Cell::Mark(mark) => mark.points.to_string(),
    }
}
