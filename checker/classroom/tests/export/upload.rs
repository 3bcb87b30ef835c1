//! Files for course platforms.

use std::fmt::Write as _;

use classroom::Roster;
use classroom::export::{
    LeftOut, MoodleKey, Unmarked, Upload, WhyLeftOut, canvas_upload, moodle_upload,
};
use classroom::record::Gradebook;

use crate::class::{assert_inert, book, roster};

fn canvas(book: &Gradebook, roster: &Roster, unmarked: Unmarked) -> (String, Vec<LeftOut>) {
    let upload = Upload {
        book,
        roster,
        unmarked,
    };
    let mut out = Vec::new();
    let left_out = canvas_upload(&upload, &mut out).unwrap();
    (String::from_utf8(out).unwrap(), left_out)
}

fn moodle(key: MoodleKey) -> (String, Vec<LeftOut>) {
    let (book, roster) = (book(), roster());
    let upload = Upload {
        book: &book,
        roster: &roster,
        unmarked: Unmarked::NoMark,
    };
    let mut out = Vec::new();
    let left_out = moodle_upload(&upload, key, &mut out).unwrap();
    (String::from_utf8(out).unwrap(), left_out)
}

/// The file, and what it does not have.
fn both((mut text, left_out): (String, Vec<LeftOut>)) -> String {
    for one in left_out {
        let _ = write!(text, "\n{one}");
    }
    assert_inert(&text);
    text
}

#[test]
fn canvas_gets_numbers_and_knows_whose() {
    insta::assert_snapshot!(both(canvas(&book(), &roster(), Unmarked::NoMark)));
}

#[test]
fn moodle_knows_learners_by_their_address() {
    insta::assert_snapshot!(both(moodle(MoodleKey::Email)));
}

#[test]
fn moodle_knows_learners_by_their_number() {
    insta::assert_snapshot!(both(moodle(MoodleKey::IdNumber)));
}

#[test]
fn nothing_handed_in_is_zero_if_the_instructor_says_so() {
    let (text, _) = canvas(&book(), &roster(), Unmarked::Zero);
    assert!(
        text.lines()
            .any(|line| line.ends_with("103,\"\",\"\",\"\",0,0"))
    );
    assert!(
        text.lines()
            .any(|line| line.ends_with("104,\"\",\"\",\"\",\"\",\"\""))
    );
}

#[test]
fn nobody_is_dropped_in_silence() {
    let mut book = book();
    book.rows
        .push(crate::class::row("unknown", "\u{1b}[1m", Vec::new()));
    let (text, left_out) = canvas(&book, &roster(), Unmarked::NoMark);
    for row in &book.rows {
        let is_there = roster().people().iter().any(|person| {
            person.id.as_str() == row.learner.0
                && person
                    .canvas_id
                    .as_ref()
                    .is_some_and(|id| text.contains(&format!(",{id},")))
        });
        let is_left_out = left_out.iter().any(|one| {
            one.learner == row.learner && !matches!(one.why, WhyLeftOut::Withheld { .. })
        });
        assert!(is_there != is_left_out, "{}", row.learner);
    }
    let last = left_out.last().unwrap();
    assert_eq!(last.why, WhyLeftOut::NotInRoster);
}

/// Moodle would give these marks to the learner of the line before.
#[test]
fn moodle_gets_no_key_that_it_takes_for_none() {
    let mut book = book();
    book.rows[0].learner.0 = "0".to_owned();
    let upload = Upload {
        book: &book,
        roster: &Roster::parse("roster.csv", b"id,email\n0,zero@example.org\n").unwrap(),
        unmarked: Unmarked::NoMark,
    };
    let mut out = Vec::new();
    let left_out = moodle_upload(&upload, MoodleKey::IdNumber, &mut out).unwrap();
    assert!(matches!(left_out[0].why, WhyLeftOut::OddKey { .. }));
    assert_eq!(String::from_utf8(out).unwrap().lines().count(), 1);
}

#[test]
fn no_name_and_no_title_changes_what_canvas_understands() {
    let mut book = book();
    book.rows[0].name = "My Points Possible".to_owned();
    for (title, head) in [
        ("Lost update", "ex01 Lost update"),
        ("Lost update (12)", "ex01"),
        ("Final Score", "ex01"),
        ("", "ex01"),
        ("a,b", "ex01 a,b"),
    ] {
        book.columns[0].title = title.to_owned();
        let (text, _) = canvas(&book, &roster(), Unmarked::NoMark);
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(&csv.headers().unwrap()[5], head);
        let points_possible = csv.records().map(Result::unwrap);
        let points_possible = points_possible.filter(|line| line[0].contains("Points Possible"));
        assert_eq!(points_possible.count(), 1);
    }
}
