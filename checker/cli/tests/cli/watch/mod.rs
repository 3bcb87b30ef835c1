//! The screen that a learner keeps open, in a real terminal.

mod editor;
mod ending;
mod keys;
mod list;
mod looks;
mod saves;

use std::fs;
use std::path::Path;

use crate::fixture::Workbook;
use crate::terminal::Terminal;

const NARROW: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (200, 60);
const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const CTRL_C: &str = "\x03";

/// Opens the screen in a usual window.
fn open(workbook: &Workbook) -> Terminal {
    Terminal::open(workbook.root(), &[], NARROW, &[])
}

/// Opens it with a verdict on the first exercise.
fn open_at(workbook: &Workbook, verdict: &str) -> Terminal {
    let mut terminal = open(workbook);
    terminal.wait_for(verdict);
    terminal
}

/// What is on the screen once it shows `text` and nothing moves any more.
fn settled(terminal: &mut Terminal, text: &str) -> String {
    terminal.wait_until(text, |shown| {
        shown.contains(text) && !shown.contains("checking") && !shown.contains("Building")
    })
}

/// Saves as an editor does: all of it at once.
fn save(file: &Path, text: &str) {
    fs::write(file, text).unwrap();
}
