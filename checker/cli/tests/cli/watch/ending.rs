//! However the screen ends, the terminal is given back and nothing goes on.

use std::process::Command;

use predicates::prelude::*;
use serial_test::serial;

use super::{CTRL_C, NARROW, open, open_at, save};
use crate::fixture::{Workbook, wait_until};
use crate::judging::HANGS;
#[cfg(target_os = "linux")]
use crate::processes::{is_testing, nobody_is_left};
use crate::terminal::Terminal;

/// With a test that hangs, and goes on hanging.
#[cfg(target_os = "linux")]
fn hanging(workbook: &Workbook) -> Terminal {
    save(&workbook.source("ex01_double"), HANGS);
    let terminal = Terminal::start(workbook.root(), &["watch", "--deadline", "600"]);
    wait_until("the test hangs", || is_testing(workbook.root()));
    terminal
}

#[test]
#[serial(judged)]
#[cfg(target_os = "linux")]
fn ctrl_c_ends_everything() {
    let workbook = Workbook::judged();
    let mut terminal = hanging(&workbook);
    terminal.press(CTRL_C);
    assert_eq!(terminal.end().0, 130);
    nobody_is_left(&workbook);
}

#[test]
#[serial(judged)]
#[cfg(target_os = "linux")]
fn q_ends_everything_too() {
    let workbook = Workbook::judged();
    let mut terminal = hanging(&workbook);
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
    nobody_is_left(&workbook);
}

#[test]
#[serial(judged)]
#[cfg(target_os = "linux")]
fn a_polite_kill_gives_the_terminal_back() {
    let workbook = Workbook::judged();
    for signal in ["TERM", "HUP", "INT"] {
        let terminal = hanging(&workbook);
        let sent = Command::new("kill")
            .args(["-s", signal, &terminal.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
        // It also says whether the terminal was given back.
        assert_eq!(terminal.end().0, 130, "{signal}");
        nobody_is_left(&workbook);
    }
}

#[test]
#[serial(judged)]
#[cfg(target_os = "linux")]
fn it_ends_with_its_terminal() {
    let workbook = Workbook::judged();
    save(&workbook.source("ex01_double"), HANGS);
    let arguments = ["watch", "--deadline", "600"];
    let is_ready = || is_testing(workbook.root());
    assert!(
        Terminal::close_once(workbook.root(), &arguments, is_ready),
        "it goes on where nobody sees it"
    );
    nobody_is_left(&workbook);
}

#[test]
fn it_is_left_where_nothing_can_be_judged() {
    // There is no explorer in this one.
    let workbook = Workbook::new();
    let mut terminal = open_at(&workbook, "the checker cannot judge");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn without_a_terminal_it_prints_and_ends() {
    let workbook = Workbook::new();
    let bare = workbook.screen(&[]);
    assert!(bare.contains("Start here"), "{bare}");
    assert_eq!(workbook.screen(&["watch"]), bare);
    workbook
        .checker(&["watch", "--format", "json"])
        .assert()
        .success()
        .stdout(predicate::str::contains("\"command\": \"overview\""));
}

#[test]
fn a_terminal_that_can_draw_nothing_is_printed_to() {
    let workbook = Workbook::new();
    let terminal = Terminal::open(workbook.root(), &[], NARROW, &[("TERM", "dumb")]);
    let (code, screen) = terminal.end();
    assert_eq!(code, 0);
    assert!(screen.contains("Start here"), "{screen}");
}

#[test]
fn outside_a_workbook_it_says_so() {
    let elsewhere = tempfile::tempdir().unwrap();
    let terminal = Terminal::start(elsewhere.path(), &[]);
    let (code, screen) = terminal.end();
    assert_eq!(code, 2);
    assert!(screen.contains("workbook"), "{screen}");
}

#[test]
fn json_on_a_terminal_is_json() {
    let workbook = Workbook::new();
    let terminal = Terminal::start(workbook.root(), &["--format", "json"]);
    let (code, screen) = terminal.end();
    assert_eq!(code, 0);
    assert!(screen.trim_end().ends_with('}'), "{screen}");
}

#[test]
fn ctrl_c_ends_it_wherever_it_is() {
    let workbook = Workbook::new();
    for (key, text) in [
        ("?", "end everything at once"),
        ("l", "All exercises"),
        ("x", "Reset ex01"),
        ("t", "Read the Book"),
    ] {
        let mut terminal = open(&workbook);
        terminal.wait_for("cannot judge");
        terminal.press(key);
        terminal.wait_for(text);
        terminal.press(CTRL_C);
        assert_eq!(terminal.end().0, 130, "after {key}");
    }
}
