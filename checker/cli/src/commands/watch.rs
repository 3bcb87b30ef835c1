//! `watch`, and no command: the screen that a learner keeps open. Without a terminal, the overview.

use serde::Serialize;

use super::overview;
use crate::args;
use crate::console::Console;
use crate::failure::Result;
use crate::report::Report;
use crate::screen::Page;
use crate::screen::style::{CODE, paint};
use crate::tui::Look;
use crate::tui::watch::{self, Ending};
use crate::workbook::Workbook;

/// How far somebody was when they left the screen.
#[derive(Debug, Serialize)]
pub struct Left {
    passed: usize,
    total: usize,
    points: u32,
    of_points: u32,
}

pub fn run(asked: &args::Watch, console: &Console) -> Result<Box<dyn Report>> {
    // A terminal that says so can draw no screen.
    let is_dumb = std::env::var("TERM").is_ok_and(|terminal| terminal == "dumb");
    if is_dumb || !console.is_interactive() {
        return Ok(Box::new(overview::run(console)?));
    }
    let workbook = Workbook::find()?;
    if workbook.course.exercises().is_empty() {
        return Ok(Box::new(overview::run(console)?));
    }
    let Ending { total } = watch::run(workbook, asked, Look::of(console))?;
    Ok(Box::new(Left {
        passed: total.passed,
        total: total.exercises,
        points: total.points,
        of_points: total.of_points,
    }))
}

impl Report for Left {
    fn command(&self) -> &'static str {
        "watch"
    }

    fn draw(&self, page: &mut Page) {
        page.line(format_args!(
            "  {} of {} exercises passed, {} of {} points",
            self.passed, self.total, self.points, self.of_points
        ));
        page.line(format_args!(
            "  {} opens the screen again",
            paint(CODE, "cargo run -p checker")
        ));
    }
}
