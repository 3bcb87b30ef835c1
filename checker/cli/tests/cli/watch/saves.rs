//! Saves, verdicts, and what is recorded.

use std::fs;

use insta::assert_snapshot;
use serial_test::serial;

use super::{CTRL_C, NARROW, WIDE, open, open_at, save, settled};
use crate::fixture::{Workbook, wait_until};
use crate::judging::{HANGS, LOSES_CLICKS};
#[cfg(target_os = "linux")]
use crate::processes::{is_testing, nobody_is_left};
use crate::terminal::Terminal;

const DOES_NOT_COMPILE: &str = "\
pub fn double(numbers: &[u32]) -> Vec<u32> {
    let doubled: String = numbers.len();
    missing(doubled)
}
";

#[test]
#[serial(judged)]
fn it_opens_at_the_current_exercise() {
    let workbook = Workbook::judged().with_passed(&["ex01"]);
    let mut terminal = open(&workbook);
    let screen = settled(&mut terminal, "incomplete");
    assert_snapshot!("it_opens_narrow", screen);
    terminal.resize(WIDE.0, WIDE.1);
    assert_snapshot!("it_opens_wide", terminal.wait_for("Progress"));
    terminal.press("q");
    let (code, left) = terminal.end();
    assert_eq!(code, 0);
    assert!(left.contains("1 of 3 exercises passed"), "{left}");
}

#[test]
#[serial(judged)]
fn a_save_is_judged_and_the_story_told() {
    let workbook = Workbook::judged().with_passed(&["ex01"]);
    let mut terminal = open_at(&workbook, "incomplete");
    save(&workbook.source("ex02_clicks"), LOSES_CLICKS);
    assert_snapshot!("a_race_narrow", settled(&mut terminal, "✗ race"));
    terminal.resize(WIDE.0, WIDE.1);
    assert_snapshot!("a_race_wide", terminal.wait_for("Progress"));
    workbook.solve("ex02_clicks", "lib");
    let screen = settled(&mut terminal, "✓ passed");
    assert!(
        screen.contains("ex02 Clicks"),
        "it does not move on: {screen}"
    );
    // The screen is still open, and the pass is on the disk.
    assert!(workbook.record("ex02")["passed_at"].is_u64());
    assert_snapshot!("a_pass_wide", terminal.wait_for("2 of 3 exercises"));
    terminal.resize(NARROW.0, NARROW.1);
    assert_snapshot!("a_pass_narrow", terminal.wait_for("2/3 passed"));
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
#[serial(judged)]
fn the_first_error_of_the_compiler_is_shown() {
    let workbook = Workbook::judged();
    let mut terminal = open_at(&workbook, "incomplete");
    save(&workbook.source("ex01_double"), DOES_NOT_COMPILE);
    let screen = settled(&mut terminal, "compile-error");
    assert_snapshot!("a_compile_error", screen);
    let red = "\x1b[38;5;1;";
    assert!(terminal.written().contains(red), "in its colours");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
#[serial(judged)]
#[cfg(target_os = "linux")]
fn a_save_during_a_check_begins_it_anew() {
    let workbook = Workbook::judged();
    let mut terminal = open_at(&workbook, "incomplete");
    save(&workbook.source("ex01_double"), HANGS);
    let screen = terminal.wait_for("checking");
    assert!(
        screen.contains("before: · incomplete"),
        "it is visibly old: {screen}"
    );
    wait_until("the test hangs", || is_testing(workbook.root()));
    workbook.solve("ex01_double", "lib");
    settled(&mut terminal, "✓ passed");
    wait_until("what hung is gone", || !is_testing(workbook.root()));
    assert_eq!(workbook.record("ex01")["last"]["kind"], "passed");
    assert_eq!(workbook.record("ex01")["attempts"], 1, "it was given up");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
    nobody_is_left(&workbook);
}

#[test]
#[serial(judged)]
#[cfg(target_os = "linux")]
fn a_hang_freezes_nothing_and_ends() {
    let workbook = Workbook::judged();
    save(&workbook.source("ex01_double"), HANGS);
    let arguments = ["watch", "--deadline", "3"];
    let mut terminal = Terminal::open(workbook.root(), &arguments, NARROW, &[]);
    wait_until("the test hangs", || is_testing(workbook.root()));
    terminal.press("t");
    let task = terminal.wait_for("Read the Book");
    assert!(task.contains("checking"), "{task}");
    terminal.press("q");
    settled(&mut terminal, "✗ timed-out");
    nobody_below(&workbook);
    // And from there it goes on.
    workbook.solve("ex01_double", "lib");
    settled(&mut terminal, "✓ passed");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

/// Nothing is left of the tests. The checker itself is still there.
#[cfg(target_os = "linux")]
fn nobody_below(workbook: &Workbook) {
    wait_until("the test is gone", || !is_testing(workbook.root()));
}

#[test]
#[serial(judged)]
fn an_editor_may_write_a_new_file_and_rename_it() {
    let workbook = Workbook::judged();
    let mut terminal = open_at(&workbook, "incomplete");
    let file = workbook.source("ex01_double");
    let two = [
        (DOES_NOT_COMPILE, "mismatched types"),
        (LOSES_CLICKS, "the tests cannot use"),
    ];
    // Were it found by looking alone, that would show after a while.
    for (text, verdict) in two.into_iter().cycle().take(8) {
        let beside = file.with_extension("tmp");
        save(&beside, text);
        fs::rename(&beside, &file).unwrap();
        settled(&mut terminal, verdict);
    }
    terminal.press("r");
    let screen = settled(&mut terminal, "compile-error");
    assert!(screen.contains("watching exercises"), "{screen}");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
#[serial(judged)]
fn where_no_events_come_the_file_is_polled() {
    let workbook = Workbook::judged();
    let mut terminal = open_at(&workbook, "incomplete");
    // The folder that was watched is another one now, and nobody tells of it.
    let folder = workbook.source("ex01_double").parent().unwrap().to_owned();
    fs::rename(&folder, folder.with_extension("old")).unwrap();
    fs::create_dir(&folder).unwrap();
    workbook.solve("ex01_double", "lib");
    settled(&mut terminal, "✓ passed");
    // Of the change of folders an event may have told. Of this nobody does.
    save(&workbook.source("ex01_double"), DOES_NOT_COMPILE);
    settled(&mut terminal, "✗ compile-error");
    terminal.wait_for("polling exercises/ex01_double/src/lib.rs, since no events come here");
    workbook.solve("ex01_double", "lib");
    settled(&mut terminal, "✓ passed");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
#[serial(judged)]
fn polling_can_be_asked_for() {
    let workbook = Workbook::judged();
    for arguments in [&["--poll"][..], &["watch", "--poll"]] {
        save(&workbook.source("ex01_double"), LOSES_CLICKS);
        let mut terminal = Terminal::open(workbook.root(), arguments, NARROW, &[]);
        let screen = settled(&mut terminal, "compile-error");
        assert!(screen.contains("polling exercises"), "{screen}");
        workbook.solve("ex01_double", "lib");
        settled(&mut terminal, "✓ passed");
        terminal.press(CTRL_C);
        assert_eq!(terminal.end().0, 130);
        fs::remove_dir_all(workbook.root().join(".progress")).unwrap();
    }
}

#[test]
#[serial(judged)]
fn two_checkers_do_not_fight() {
    let workbook = Workbook::judged();
    let mut one = open_at(&workbook, "incomplete");
    let mut other = open_at(&workbook, "incomplete");
    workbook.solve("ex01_double", "lib");
    settled(&mut one, "✓ passed");
    settled(&mut other, "✓ passed");
    one.press("n");
    settled(&mut one, "ex02 Clicks");
    workbook.solve("ex02_clicks", "lib");
    settled(&mut one, "2/3 passed");
    // What one of them recorded, the other one knows.
    other.wait_for("2/3 passed");
    for terminal in [&mut one, &mut other] {
        terminal.press("q");
    }
    assert_eq!((one.end().0, other.end().0), (0, 0));
    for exercise in ["ex01", "ex02"] {
        assert!(
            workbook.record(exercise)["passed_at"].is_u64(),
            "{exercise}"
        );
    }
}

#[test]
#[serial(judged)]
fn damaged_progress_is_told_and_kept_aside() {
    let workbook = Workbook::judged().with_progress("{ damaged");
    // A verdict is recorded at once, so this is how it looks after that.
    let mut terminal = open_at(&workbook, "incomplete");
    let screen = settled(&mut terminal, "The damaged progress file is now");
    assert!(screen.contains("progress.damaged-1"), "{screen}");
    let aside = workbook.root().join(".progress/progress.damaged-1");
    assert_eq!(fs::read_to_string(aside).unwrap(), "{ damaged");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
#[serial(judged)]
fn nothing_is_judged_twice() {
    let workbook = Workbook::judged();
    workbook.checker(&["check", "1"]).assert().code(1);
    let before = fs::read(workbook.root().join(".progress/progress.json")).unwrap();
    let mut terminal = open_at(&workbook, "· incomplete");
    let after = fs::read(workbook.root().join(".progress/progress.json")).unwrap();
    assert!(before == after, "the verdict was remembered");
    terminal.press("r");
    terminal.wait_for("checking");
    settled(&mut terminal, "· incomplete");
    let forced = fs::read(workbook.root().join(".progress/progress.json")).unwrap();
    assert!(forced != before, "this one was made");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}
