//! The matrix.

use classroom::export::{Bom, Numbers, matrix};

use crate::class::{assert_inert, book, written};

#[test]
fn a_line_a_learner_and_a_column_an_exercise() {
    let text = written(|out| matrix(&book(), Numbers::Point, Bom::Without, out));
    assert_inert(&text);
    insta::assert_snapshot!(text);
}

#[test]
fn a_spreadsheet_finds_numbers_and_no_formula() {
    let text = written(|out| matrix(&book(), Numbers::Point, Bom::Without, out));
    let mut csv = csv::Reader::from_reader(text.as_bytes());
    let lines: Vec<_> = csv.records().map(Result::unwrap).collect();
    assert_eq!(lines.len(), 4, "one line a learner");
    for cell in lines.iter().flatten() {
        let starts = cell.trim_start().starts_with(['=', '+', '-', '@']);
        assert!(!starts, "{cell:?}");
    }
    let marks = |line: usize| lines[line].iter().skip(2).collect::<Vec<_>>();
    assert_eq!(marks(0), ["10", "10", "20"]);
    assert_eq!(marks(1), ["1.8", "0", "1.8"]);
    assert_eq!(
        marks(2),
        ["withheld", "withheld, at least 2.5", "at least 2.5"]
    );
    assert_eq!(marks(3), ["", "", "0"]);
    // Where the comma is in numbers, cells end with a semicolon.
    for cell in text.lines().flat_map(|line| line.split(';')) {
        let cell = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell:?}");
    }
}

#[test]
fn where_numbers_have_a_comma_cells_end_with_a_semicolon() {
    let text = written(|out| matrix(&book(), Numbers::Comma, Bom::Without, out));
    let mut csv = csv::ReaderBuilder::new();
    let mut csv = csv.delimiter(b';').from_reader(text.as_bytes());
    let lines: Vec<_> = csv.records().map(Result::unwrap).collect();
    let marks = |line: usize| lines[line].iter().skip(2).collect::<Vec<_>>();
    assert_eq!(marks(1), ["1,8", "0", "1,8"]);
    assert_eq!(marks(2)[1..], ["withheld, at least 2,5", "at least 2,5"]);
}

#[test]
fn excel_is_told_that_it_is_utf_8() {
    let with = written(|out| matrix(&book(), Numbers::Point, Bom::With, out));
    let without = written(|out| matrix(&book(), Numbers::Point, Bom::Without, out));
    assert_eq!(with.strip_prefix('\u{feff}'), Some(without.as_str()));
    assert!(without.starts_with("\"learner\""));
}
