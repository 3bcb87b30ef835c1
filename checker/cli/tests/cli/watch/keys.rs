//! What each key does.

use std::fs;

use insta::assert_snapshot;
use serial_test::serial;

use super::{ESC, NARROW, WIDE, open_at, save, settled};
use crate::fixture::Workbook;
use crate::judging::LOSES_CLICKS;
use crate::terminal::Terminal;

const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const PAGE_DOWN: &str = "\x1b[6~";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";
const WHEEL_DOWN: &str = "\x1b[<65;10;10M";
const WHEEL_UP: &str = "\x1b[<64;10;10M";

fn quit(mut terminal: Terminal) {
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

/// With a race in ex02, which is the current one.
fn racing() -> (Workbook, Terminal) {
    let workbook = Workbook::judged().with_passed(&["ex01"]);
    save(&workbook.source("ex02_clicks"), LOSES_CLICKS);
    let mut terminal = Terminal::open(workbook.root(), &[], NARROW, &[]);
    settled(&mut terminal, "✗ race");
    (workbook, terminal)
}

#[test]
#[serial(judged)]
fn n_and_p_move_on_and_back() {
    let workbook = Workbook::judged();
    let mut terminal = open_at(&workbook, "· incomplete");
    terminal.press("p");
    terminal.wait_for("This is the first exercise.");
    terminal.press("n");
    settled(&mut terminal, "ex02 Clicks");
    terminal.press("n");
    settled(&mut terminal, "ex03 Hand over");
    terminal.press("n");
    terminal.wait_for("This is the last exercise.");
    terminal.press("p");
    let screen = settled(&mut terminal, "ex02 Clicks");
    assert!(
        screen.contains("watching exercises/ex02_clicks"),
        "{screen}"
    );
    quit(terminal);
}

#[test]
#[serial(judged)]
fn h_opens_hints_and_the_one_for_the_verdict_first() {
    let (workbook, mut terminal) = racing();
    terminal.press("h");
    assert_snapshot!(
        "the_hint_for_a_race",
        terminal.wait_for("For the verdict race")
    );
    terminal.press("h");
    terminal.wait_for("Hint 1 of 3: a nudge");
    terminal.press("h");
    assert_snapshot!("two_hints", terminal.wait_for("Hint 2 of 3: the idea"));
    assert_eq!(workbook.record("ex02")["hints"], serde_json::json!([1, 2]));
    terminal.press("q");
    terminal.wait_for("q quit");
    quit(terminal);
    // Another day.
    let mut terminal = open_at(&workbook, "✗ race");
    terminal.press("h");
    let screen = terminal.wait_for("Hint 2 of 3: the idea");
    assert!(!screen.contains("Hint 3"), "{screen}");
    terminal.press("h");
    terminal.wait_for("Two steps are not one");
    terminal.press("h");
    terminal.wait_for("Hint 3 of 3");
    terminal.press("h");
    terminal.wait_for("That was the last hint.");
    terminal.press(ESC);
    terminal.wait_for("q quit");
    quit(terminal);
}

#[test]
#[serial(judged)]
fn s_steps_through_the_schedule() {
    let (_workbook, mut terminal) = racing();
    terminal.press("s");
    let screen = terminal.wait_for("step 1 of");
    assert!(screen.contains("schedules::no_click_is_lost"), "{screen}");
    terminal.press(DOWN);
    terminal.press(END);
    terminal.wait_for("a click was lost");
    terminal.press("q");
    terminal.wait_for("q quit");
    quit(terminal);
}

#[test]
#[serial(judged)]
fn a_save_is_judged_while_a_schedule_is_read() {
    let (workbook, mut terminal) = racing();
    terminal.press("s");
    terminal.wait_for("step 1 of");
    workbook.solve("ex02_clicks", "lib");
    terminal.wait_for("your file has changed since");
    terminal.press("q");
    settled(&mut terminal, "✓ passed");
    quit(terminal);
}

#[test]
#[serial(judged)]
fn d_compares_with_the_solution_once_solved() {
    let workbook = Workbook::judged();
    let mut terminal = open_at(&workbook, "· incomplete");
    terminal.press("d");
    terminal.wait_for("Solve it first");
    workbook.solve("ex01_double", "right/scope");
    settled(&mut terminal, "✓ passed");
    terminal.press("d");
    assert_snapshot!(
        "the_difference",
        terminal.wait_for("From yours to the reference")
    );
    terminal.press("d");
    terminal.wait_for("q quit");
    quit(terminal);
}

#[test]
#[serial(judged)]
fn x_asks_before_it_resets() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "wrong/nothing");
    let mine = fs::read_to_string(workbook.source("ex01_double")).unwrap();
    let mut terminal = open_at(&workbook, "✗ wrong-answer");
    terminal.press("x");
    assert_snapshot!("a_reset_is_asked_for", terminal.wait_for("Reset ex01"));
    terminal.press("n");
    terminal.wait_for("Nothing was reset.");
    assert_eq!(
        fs::read_to_string(workbook.source("ex01_double")).unwrap(),
        mine
    );
    terminal.press("x");
    terminal.wait_for("Reset ex01");
    terminal.press("y");
    settled(&mut terminal, "· incomplete");
    let backup = workbook
        .root()
        .join(".progress/backups/ex01_double/1/src/lib.rs");
    assert_eq!(fs::read_to_string(backup).unwrap(), mine);
    quit(terminal);
}

#[test]
fn t_shows_the_whole_task_and_it_scrolls() {
    let workbook = Workbook::new();
    let mut terminal = Terminal::open(workbook.root(), &[], (60, 16), &[]);
    terminal.wait_for("cannot judge");
    terminal.press("t");
    let top = terminal.wait_for("more lines (PgDn)");
    assert_snapshot!("the_task", top);
    let first = "Double each number on a thread of its own. The answers come";
    let below = |shown: &str| !shown.contains("Double each number");
    for (down, up) in [
        (DOWN, UP),
        (WHEEL_DOWN, WHEEL_UP),
        (PAGE_DOWN, HOME),
        (END, HOME),
    ] {
        terminal.press(down);
        terminal.wait_until("further down", below);
        terminal.press(up);
        terminal.wait_until(first, |shown| !below(shown));
    }
    terminal.press("t");
    terminal.wait_for("q quit");
    quit(terminal);
}

#[test]
fn help_names_every_key() {
    let workbook = Workbook::new();
    let mut terminal = open_at(&workbook, "cannot judge");
    terminal.resize(WIDE.0, WIDE.1);
    terminal.press("?");
    assert_snapshot!("help", terminal.wait_for("end everything at once"));
    terminal.press("?");
    terminal.wait_for("q quit");
    quit(terminal);
}
