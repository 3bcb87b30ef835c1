//! Windows of any size, colours or none, links or none.

use serial_test::serial;

use super::{CTRL_C, NARROW, open, open_at, save, settled};
use crate::fixture::Workbook;
use crate::terminal::Terminal;

/// Whether text is written in a colour: 30 to 37 and 90 to 97, or 38 with a number.
fn has_colour(written: &str) -> bool {
    written.split("\x1b[").skip(1).any(|sequence| {
        let Some((numbers, _)) = sequence.split_once('m') else {
            return false;
        };
        numbers.split(';').any(|number| {
            number
                .parse()
                .is_ok_and(|n: u8| matches!(n, 30..=38 | 90..=97))
        })
    })
}

/// Whether a background is set to a colour, which may not suit the terminal's own.
fn has_background(written: &str) -> bool {
    written.split("\x1b[").skip(1).any(|sequence| {
        let numbers = sequence.split_once('m').map_or("", |(numbers, _)| numbers);
        numbers.bytes().all(|b| b.is_ascii_digit() || b == b';')
            && numbers.split(';').any(|number| {
                number
                    .parse()
                    .is_ok_and(|n: u8| matches!(n, 40..=48 | 100..=107))
            })
    })
}

#[test]
fn a_window_may_have_any_size() {
    let workbook = Workbook::new();
    let mut terminal = open_at(&workbook, "cannot judge");
    for key in ["", "l", "qt", "q?"] {
        terminal.press(key);
        for ((columns, rows), first) in [
            ((59, 24), "This needs a window of 60 columns and 16 lines."),
            ((80, 15), "This needs a window of 60 columns and 16 lines."),
            ((20, 5), "This needs a window"),
            ((4, 3), "This"),
            ((2, 2), "Th"),
        ] {
            terminal.resize(columns, rows);
            terminal.wait_until(first, |shown| shown.lines().next() == Some(first));
        }
        for (columns, rows) in [(60, 16), (250, 80)] {
            terminal.resize(columns, rows);
            terminal.wait_for("? help");
        }
        terminal.resize(NARROW.0, NARROW.1);
        terminal.wait_for("? help");
    }
    terminal.press(CTRL_C);
    assert_eq!(terminal.end().0, 130);
}

#[test]
fn colour_comes_where_it_is_wanted() {
    let workbook = Workbook::new();
    for (arguments, variables, wanted) in [
        (&[][..], &[][..], true),
        (&[], &[("NO_COLOR", "1")], false),
        (&["--color", "never"], &[], false),
        (&["--color", "always"], &[("NO_COLOR", "1")], true),
    ] {
        let mut terminal = Terminal::open(workbook.root(), arguments, NARROW, variables);
        terminal.wait_for("cannot judge");
        for key in ["l", "q?", "qt"] {
            terminal.press(key);
            terminal.wait_for("q back");
        }
        terminal.press(CTRL_C);
        let written = terminal.written();
        assert_eq!(has_colour(&written), wanted, "{arguments:?} {variables:?}");
        assert!(!has_background(&written), "it may not suit the terminal");
        assert_eq!(terminal.end().0, 130);
    }
}

#[test]
#[serial(judged)]
fn plain_ascii_is_enough() {
    let workbook = Workbook::judged();
    for (arguments, variables) in [(&["--ascii"][..], &[][..]), (&[], &[("LC_ALL", "C")])] {
        let mut terminal = Terminal::open(workbook.root(), arguments, NARROW, variables);
        let mut screens = vec![settled(&mut terminal, ". incomplete")];
        for (key, text) in [
            ("l", "All exercises"),
            ("qh", "Hint 1"),
            ("q?", "end everything at once"),
            ("qt", "read"),
        ] {
            terminal.press(key);
            screens.push(terminal.wait_for(text));
        }
        for screen in screens {
            assert!(screen.is_ascii(), "{screen}");
        }
        terminal.press(CTRL_C);
        assert_eq!(terminal.end().0, 130);
    }
}

#[test]
#[serial(judged)]
fn links_are_for_terminals_that_open_them() {
    let workbook = Workbook::judged();
    save(
        &workbook.source("ex01_double"),
        "pub fn double() -> u8 { \"\" }\n",
    );
    for (force, wanted) in [("1", true), ("0", false)] {
        let variables = [("FORCE_HYPERLINK", force)];
        let mut terminal = Terminal::open(workbook.root(), &[], NARROW, &variables);
        settled(&mut terminal, "✗ compile-error");
        terminal.press("?");
        terminal.wait_for("end everything at once");
        let written = terminal.written();
        let has = |address: &str| written.contains(&format!("\x1b]8;;{address}"));
        assert_eq!(
            has("https://doc.rust-lang.org/error_codes/E0308.html"),
            wanted
        );
        assert_eq!(has("file:///"), wanted);
        terminal.press(CTRL_C);
        assert_eq!(terminal.end().0, 130);
    }
}

#[test]
fn what_is_damaged_is_told() {
    // Nothing is judged here, so nothing is recorded either.
    let workbook = Workbook::new().with_progress("{ damaged");
    let mut terminal = open(&workbook);
    let screen = terminal.wait_until("both", |shown| {
        shown.contains("is damaged") && shown.contains("cannot judge")
    });
    assert!(screen.contains("Nothing in it is thrown away"), "{screen}");
    terminal.press(CTRL_C);
    assert_eq!(terminal.end().0, 130);
}
