//! The worksheet of a Moodle assignment.

use std::fmt::Write as _;

use classroom::Roster;
use classroom::export::{
    FillError, Filled, Graded, Scale, Unmarked, WhyKept, Worksheet, moodle_worksheet,
};
use classroom::record::LearnerId;

use crate::class::{assert_inert, book};

/// As Moodle gives it out: a mark at the beginning, and quotes where there is a space.
const SHEET: &str = "\u{feff}Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\
\"Grade can be changed\",\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\n\
\"Participant 101\",\"Ada, \"\"the\"\" Countess\",ada@example.org,\"Submitted for grading - \",,20.00,Yes,\"Monday, 5 October 2026, 10:00 AM\",-,\"Well\n\ndone\"\n\
\"Participant 102\",Eve,eve@example.org,\"Submitted for grading - \",\"7.00\",20.00,Yes,-,-,\n\
\"Participant 103\",Bob,bob@example.org,\"No submission - \",3.00,20.00,Yes,-,-,\n\
\"Participant 104\",\"\",bond@example.org,\"No submission - \",,20.00,Yes,-,-,\n\
\"Participant 105\",Zoë,zoe@example.org,\"No submission - \",,20.00,Yes,-,-,\n";

fn roster() -> Roster {
    let text = "id,name,moodle_participant,email\n\
                ada,Ada Lovelace,,ada@example.org\n\
                -evil,Eve,102,\n\
                bob,Bob,103,bob@example.org\n\
                007,,,bond@example.org\n";
    Roster::parse("roster.csv", text.as_bytes()).unwrap()
}

fn sheet(text: &str) -> Worksheet {
    Worksheet::parse("Grades.csv", text.as_bytes().to_vec()).unwrap()
}

fn filled(text: &str, graded: Graded<'_>, unmarked: Unmarked, scale: Scale) -> (String, Filled) {
    let (book, roster) = (book(), roster());
    let mut out = Vec::new();
    let sheet = sheet(text);
    let filled = moodle_worksheet(
        &book,
        Some(&roster),
        &sheet,
        graded,
        unmarked,
        scale,
        &mut out,
    )
    .unwrap();
    (String::from_utf8(out).unwrap(), filled)
}

#[test]
fn grades_are_filled_in_and_nothing_else_changes() {
    let (text, filled) = filled(SHEET, Graded::Total, Unmarked::NoMark, Scale::Keep);
    let mut expected = SHEET.replace("grading - \",,20.00", "grading - \",20,20.00");
    expected = expected.replace("\"7.00\"", "\"1.8\"");
    assert_eq!(text, expected);
    assert_eq!(filled.grades, 2);
    let mut told = String::new();
    for kept in &filled.kept {
        let _ = writeln!(told, "{kept}");
    }
    insta::assert_snapshot!(told, @r"
    Line 6, Participant 103, stays as it was: the mark is withheld, and at least 2.5.
    Line 8, Participant 105, stays as it was: nobody in the class is known by this.
    ");
    assert_eq!(filled.left_out, []);
}

#[test]
fn line_ends_and_what_stands_between_cells_stay() {
    let semicolons = SHEET
        .replace(", \"\"the\"\"", " \"\"the\"\"")
        .replace("\"Monday, 5 October 2026, 10:00 AM\"", "-")
        .replace(',', ";")
        .replace('\n', "\r\n");
    let (text, _) = filled(
        semicolons.trim_end(),
        Graded::Total,
        Unmarked::Zero,
        Scale::Keep,
    );
    let expected = semicolons
        .replace("grading - \";;20.00", "grading - \";20;20.00")
        .replace("\"7.00\"", "\"1.8\"")
        .replace(
            "bond@example.org;\"No submission - \";;",
            "bond@example.org;\"No submission - \";0;",
        );
    assert_eq!(text, expected.trim_end());
}

#[test]
fn one_exercise_may_be_filled_in_and_brought_to_the_maximum() {
    let (text, _) = filled(
        SHEET,
        Graded::Exercise("ex01"),
        Unmarked::NoMark,
        Scale::ToMaximum,
    );
    assert!(text.contains("grading - \",20,20.00") && text.contains("\"3.6\",20.00"));
}

#[test]
fn marks_that_are_out_of_something_else_are_not_filled_in() {
    let fill = |sheet_text: &str, graded| {
        let mut out = Vec::new();
        let sheet = sheet(sheet_text);
        let (unmarked, scale) = (Unmarked::NoMark, Scale::Keep);
        let roster = roster();
        let error = moodle_worksheet(
            &book(),
            Some(&roster),
            &sheet,
            graded,
            unmarked,
            scale,
            &mut out,
        );
        assert!(out.is_empty());
        error.unwrap_err()
    };
    let hundred = SHEET
        .replace("20.00", "100,00")
        .replace("100,00", "\"100,00\"");
    let error = fill(&hundred, Graded::Total);
    assert_eq!(
        error.to_string(),
        "the assignment is worth 100 points, and these marks are out of 20"
    );
    assert!(error.advice().contains("--scale"));
    let error = fill(SHEET, Graded::Exercise("ex48"));
    assert!(matches!(error, FillError::NotMarked(_)), "{error}");
}

#[test]
fn nobody_gets_anothers_grade() {
    // The number is Eve's, the address Ada's.
    let mixed = SHEET.replace("eve@example.org", "ada@example.org");
    let (text, filled) = filled(&mixed, Graded::Total, Unmarked::NoMark, Scale::Keep);
    assert!(text.contains("\"7.00\""));
    let id = |id: &str| LearnerId(id.to_owned());
    assert_eq!(filled.kept[0].why, WhyKept::Two(id("-evil"), id("ada")));
    assert_eq!(filled.left_out[0].learner, id("-evil"));
}

#[test]
fn a_locked_grade_stays() {
    let locked = SHEET.replacen("Yes", "No", 1);
    let (text, filled) = filled(&locked, Graded::Total, Unmarked::NoMark, Scale::Keep);
    assert!(text.contains("grading - \",,20.00"));
    assert_eq!(filled.kept[0].why, WhyKept::Locked);
}

/// As the intake calls them.
#[test]
fn whom_no_roster_names_is_known_by_the_number() {
    let mut book = book();
    book.rows[0].learner.0 = "Moodle participant 101".to_owned();
    let mut out = Vec::new();
    let filled = moodle_worksheet(
        &book,
        None,
        &sheet(SHEET),
        Graded::Total,
        Unmarked::NoMark,
        Scale::Keep,
        &mut out,
    )
    .unwrap();
    assert_eq!(filled.grades, 1);
    assert!(
        String::from_utf8(out)
            .unwrap()
            .contains("grading - \",20,20.00")
    );
    let told = filled.left_out.iter().map(ToString::to_string);
    let told = told.collect::<Vec<_>>().join("\n");
    assert_inert(&told);
    assert!(told.contains("bob is left out: the worksheet has no line for them."));
}

#[test]
fn what_is_no_worksheet_is_told_with_its_line() {
    let error = |text: &str| {
        let error = Worksheet::parse("Grades.csv", text.as_bytes().to_vec());
        error.unwrap_err().to_string()
    };
    insta::assert_snapshot!(
        [
            error(""),
            error("Kennung,Bewertung\nx,y\n"),
            error(&SHEET.replace("Last modified (grade)", "x")),
            error(&SHEET.replacen("\"7.00\",", "", 1)),
            error(&SHEET.replace("Participant 103", "Participant 101")),
            error(&SHEET.replace("3.00,20.00", "Good,-")),
        ]
        .join("\n"),
        @r"
    Grades.csv:1: there is no column `Identifier`
    Grades.csv:1: there is no column `Identifier`
    Grades.csv:1: there is no column `Last modified (grade)`
    Grades.csv:5: 9 cells, and 10 columns
    Grades.csv:6: `Participant 101` stands in line 2 too
    Grades.csv:6: the maximum grade, `-`, is no number above 0
    "
    );
}
