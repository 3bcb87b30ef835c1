//! The list of all exercises.

use std::fs;

use insta::assert_snapshot;

use super::{ENTER, ESC, NARROW, WIDE};
use crate::fixture::Workbook;
use crate::terminal::Terminal;

/// One exercise passed, one tried in vain, one untouched. Nothing is judged here.
fn half_way() -> Workbook {
    Workbook::new().with_progress(
        r#"{"version": 2, "exercises": {
            "ex01": {"passed_at": 1700000000, "attempts": 2, "seconds": 840,
                     "last": {"kind": "passed"}},
            "ex02": {"attempts": 13, "seconds": 7500, "last": {"kind": "race"}}}}"#,
    )
}

/// The list, and how it looks.
fn open(workbook: &Workbook, size: (u16, u16)) -> (Terminal, String) {
    let mut terminal = Terminal::open(workbook.root(), &[], size, &[]);
    terminal.wait_for("cannot judge");
    terminal.press("l");
    let screen = terminal.wait_for("All exercises");
    (terminal, screen)
}

#[test]
fn it_shows_how_each_exercise_stands() {
    let workbook = half_way();
    let (mut terminal, screen) = open(&workbook, NARROW);
    assert_snapshot!("list_narrow", screen);
    terminal.resize(WIDE.0, WIDE.1);
    assert_snapshot!("list_wide", terminal.wait_for("All exercises"));
    terminal.press("q");
    terminal.wait_for("q quit");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn it_is_filtered_and_searched() {
    let workbook = half_way();
    let (mut terminal, _) = open(&workbook, NARROW);
    terminal.press("f");
    terminal.wait_until("open ones", |s| !s.contains("ex02") && s.contains("ex03"));
    terminal.press("f");
    terminal.wait_until("failing ones", |s| {
        !s.contains("ex03") && s.contains("ex02")
    });
    terminal.press("f");
    terminal.wait_until("done ones", |s| !s.contains("ex02") && s.contains("ex01"));
    terminal.press("f");
    terminal.wait_for("ex03");
    terminal.press("/HAND");
    assert_snapshot!(
        "list_searched",
        terminal.wait_until("what was searched", |s| !s.contains("ex01")
            && s.contains("HAND"))
    );
    terminal.press("x");
    terminal.wait_for("Nothing fits");
    terminal.press(ESC);
    terminal.wait_for("ex01");
    terminal.press("/hand");
    terminal.wait_until("what was searched", |s| !s.contains("ex01"));
    terminal.press(ENTER);
    terminal.wait_for("ex03 Hand over");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn an_exercise_is_reset_there() {
    let workbook = half_way();
    let file = workbook.source("ex03_hand_over");
    let stub = fs::read_to_string(&file).unwrap();
    fs::write(&file, "mine").unwrap();
    let (mut terminal, _) = open(&workbook, NARROW);
    terminal.press("jx");
    terminal.wait_for("Reset ex03");
    terminal.press("y");
    terminal.wait_for("ex03 is as it began");
    assert_eq!(fs::read_to_string(&file).unwrap(), stub);
    terminal.press("q");
    terminal.wait_for("q quit");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}
