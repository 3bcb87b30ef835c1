//! One schedule again: `replay`, `step` and `play`.

use std::fs;

use insta::assert_snapshot;
use predicates::prelude::*;
use serial_test::serial;

use crate::fixture::Workbook;
use crate::judging::LOSES_CLICKS;

fn contains(text: &str) -> predicates::str::ContainsPredicate {
    predicate::str::contains(text)
}

/// A workbook in which ex02 loses clicks, and says what it sees.
fn losing() -> Workbook {
    let workbook = Workbook::judged();
    let source = LOSES_CLICKS.replace(
        "                clicks.store",
        "                println!(\"saw {seen}\");\n                clicks.store",
    );
    assert!(source.contains("println"));
    fs::write(workbook.source("ex02_clicks"), source).unwrap();
    workbook
}

/// The token that `check` prints.
fn token(workbook: &Workbook) -> String {
    let screen = workbook.screen(&["check", "2"]);
    let line = screen.split("cargo checker replay ex02 ").nth(1);
    let token = line.expect("a token").split_whitespace().next().unwrap();
    token.to_owned()
}

#[test]
#[serial(judged)]
fn a_schedule_is_run_again_and_prints() {
    let workbook = losing();
    let token = token(&workbook);
    assert!(token.len() < 40, "{token}");
    workbook
        .checker(&["replay", "ex02", &token])
        .assert()
        .code(1)
        .stdout(contains("saw 0\nsaw 0\n"))
        .stdout(contains("--debugger gdb"))
        .stderr(contains("one schedule is run again"))
        .stderr(contains("main  T1"));
    let program = workbook
        .root()
        .join("target/judge/replay/0/desk/out/schedules");
    assert!(
        program
            .with_extension(std::env::consts::EXE_EXTENSION)
            .is_file()
    );
}

#[test]
#[serial(judged)]
fn without_a_token_the_schedule_that_fails_now_is_run() {
    losing()
        .checker(&["replay", "2"])
        .assert()
        .code(1)
        .stdout(contains("saw 0\nsaw 0\n"));
}

#[test]
#[serial(judged)]
fn a_wrong_token_is_explained() {
    let workbook = losing();
    let mut wrong = token(&workbook);
    wrong.pop();
    for text in [&*wrong, "u", "no token!"] {
        workbook
            .checker(&["replay", "2", text])
            .assert()
            .code(2)
            .stderr(contains("is no schedule of ex02"))
            .stderr(contains("cargo checker check ex02"));
    }
}

#[test]
#[serial(judged)]
fn once_mended_the_schedule_passes() {
    let workbook = losing();
    let token = token(&workbook);
    workbook.solve("ex02_clicks", "lib");
    workbook
        .checker(&["replay", "2", &token])
        .assert()
        .code(0)
        .stdout(contains("This schedule does not fail."));
}

#[test]
#[serial(judged)]
fn a_debugger_gets_the_test_and_the_token() {
    let workbook = losing();
    workbook
        .checker(&["replay", "2", "--debugger", "echo"])
        .assert()
        .stdout(contains("--args "))
        .stdout(contains("--exact no_click_is_lost"));
    workbook
        .checker(&["replay", "2", "--debugger", "no-such-debugger"])
        .assert()
        .code(2)
        .stderr(contains("no-such-debugger cannot be started"));
}

#[test]
#[serial(judged)]
fn without_a_terminal_step_tells_the_story() {
    losing()
        .checker(&["step", "2"])
        .assert()
        .code(1)
        .stdout(contains("ex02 Clicks  race in schedules::no_click_is_lost"))
        .stdout(contains("main  T1"))
        .stdout(contains("prints \"saw 0\""));
}

#[test]
#[serial(judged)]
fn what_passes_has_no_schedule_to_step_through() {
    let workbook = Workbook::judged();
    workbook.solve("ex02_clicks", "lib");
    for command in ["step", "replay"] {
        workbook
            .checker(&[command, "2"])
            .assert()
            .code(0)
            .stdout(contains("ex02 Clicks  passed"))
            .stdout(contains("none to show"));
    }
}

#[test]
#[serial(judged)]
fn what_does_not_compile_is_told_as_a_verdict() {
    let workbook = losing();
    let token = token(&workbook);
    fs::write(workbook.source("ex02_clicks"), "pub fn no() -> {}").unwrap();
    for command in ["step", "replay"] {
        workbook
            .checker(&[command, "2", &token])
            .assert()
            .code(1)
            .stdout(contains("compile-error"));
    }
}

#[test]
fn play_needs_a_terminal() {
    assert_snapshot!(Workbook::new().both(&["play", "2"]));
}

#[cfg(unix)]
mod in_a_terminal {
    use super::*;
    use crate::terminal::Terminal;

    const DOWN: &str = "\x1b[B";
    const UP: &str = "\x1b[A";
    const HOME: &str = "\x1b[H";
    const END: &str = "\x1b[F";
    const PAGE_DOWN: &str = "\x1b[6~";
    const ENTER: &str = "\r";
    const CTRL_C: &str = "\x03";

    #[test]
    #[serial(judged)]
    fn a_schedule_is_walked_through() {
        let workbook = losing();
        let mut terminal = Terminal::start(workbook.root(), &["step", "2"]);
        let first = terminal.wait_for("q quit");
        assert!(first.contains("step 1 of"), "{first}");
        terminal.press(DOWN);
        // The body waits from here on, which is no step of its own.
        terminal.press(DOWN);
        terminal.wait_for("blocked: waits for");
        terminal.press(DOWN);
        assert_snapshot!("the_third_step", terminal.wait_for("step 3 of"));
        terminal.press(UP);
        terminal.wait_for("step 2 of 10");
        terminal.press(PAGE_DOWN);
        terminal.wait_for("step 10 of 10");
        terminal.press(HOME);
        terminal.wait_for("step 1 of");
        terminal.press(END);
        assert_snapshot!("the_last_step", terminal.wait_for("✗ "));
        terminal.press("q");
        let (code, screen) = terminal.end();
        assert_eq!(code, 1, "{screen}");
        assert!(screen.contains("cargo checker replay ex02 "), "{screen}");
    }

    #[test]
    #[serial(judged)]
    fn a_window_may_be_too_small_for_a_while() {
        let workbook = losing();
        let mut terminal = Terminal::start(workbook.root(), &["step", "2"]);
        terminal.wait_for("q quit");
        terminal.resize(40, 10);
        terminal.wait_for("60 columns");
        terminal.resize(90, 24);
        terminal.wait_for("step 1 of");
        terminal.press(CTRL_C);
        assert_eq!(terminal.end().0, 130);
    }

    #[test]
    #[serial(judged)]
    fn the_scheduler_breaks_the_program() {
        let workbook = losing();
        let mut terminal = Terminal::start(workbook.root(), &["play", "2"]);
        assert_snapshot!("the_first_choice", terminal.wait_for("Who moves?"));
        // Both threads load before either stores.
        terminal.press("1112221\r\r\r\r");
        let end = terminal.wait_for("You broke it");
        assert!(end.contains("a click was lost"), "{end}");
        terminal.press("u");
        terminal.wait_for("Who moves?");
        terminal.press("r");
        terminal.wait_for("0 of 4 switches");
        // One after the other, nothing is lost.
        terminal.press(&ENTER.repeat(12));
        assert_snapshot!("it_came_through", terminal.wait_for("It can be broken"));
        terminal.press("q");
        let (code, screen) = terminal.end();
        assert_eq!(code, 0, "{screen}");
        assert!(screen.contains("The program came through"), "{screen}");
    }

    #[test]
    #[serial(judged)]
    fn which_value_a_load_reads_is_chosen_too() {
        let workbook = Workbook::judged();
        let source = LOSES_CLICKS.replace("SeqCst", "Relaxed");
        fs::write(workbook.source("ex02_clicks"), source).unwrap();
        let mut terminal = Terminal::start(workbook.root(), &["play", "2"]);
        terminal.wait_for("Who moves?");
        // Down and up again is where it was.
        terminal.press(&format!("{DOWN}{UP}"));
        terminal.press(&ENTER.repeat(5));
        assert_snapshot!("an_old_value", terminal.wait_for("more than one way"));
        terminal.press("2");
        terminal.press(&ENTER.repeat(6));
        terminal.wait_for("You broke it");
        terminal.press("q");
        assert_eq!(terminal.end().0, 0);
    }

    #[test]
    #[serial(judged)]
    fn a_screen_ends_with_its_terminal() {
        let workbook = Workbook::judged();
        fs::write(workbook.source("ex02_clicks"), LOSES_CLICKS).unwrap();
        for screen in ["step", "play"] {
            assert!(
                Terminal::close_at_once(workbook.root(), &[screen, "2"]),
                "{screen} goes on where nobody sees it"
            );
        }
    }

    #[test]
    #[serial(judged)]
    fn nobody_breaks_what_is_right() {
        let workbook = Workbook::judged();
        workbook.solve("ex02_clicks", "lib");
        let mut terminal = Terminal::start(workbook.root(), &["play", "2", "--ascii"]);
        let first = terminal.wait_for("Who moves?");
        assert!(first.is_ascii(), "{first}");
        terminal.press(&ENTER.repeat(12));
        terminal.wait_for("nobody can break it");
        terminal.press("q");
        assert_eq!(terminal.end().0, 0);
    }

    #[test]
    #[serial(judged)]
    fn a_program_that_dies_takes_nothing_with_it() {
        let workbook = Workbook::judged();
        let source = LOSES_CLICKS.replace(
            "                clicks.store",
            "                if seen == 1 { std::process::exit(7) }\n                clicks.store",
        );
        fs::write(workbook.source("ex02_clicks"), source).unwrap();
        let mut terminal = Terminal::start(workbook.root(), &["play", "2"]);
        terminal.wait_for("Who moves?");
        // One after the other: the second thread sees 1.
        terminal.press(&ENTER.repeat(12));
        terminal.wait_for("crashed");
        terminal.press("u");
        terminal.wait_for("Who moves?");
        terminal.press("q");
        assert_eq!(terminal.end().0, 0);
    }
}
