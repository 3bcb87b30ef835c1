//! `seal`: the copy of an exercise that learners are judged with, brought up to date.

use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::Result;
use crate::report::Report;
use crate::screen::Page;
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct Seal {
    sealed: Vec<String>,
}

pub fn run(asked: &args::Seal, console: &Console) -> Result<Seal> {
    let workbook = Workbook::open(console)?;
    let course = &workbook.course;
    let exercises = match &asked.exercise {
        Some(name) => vec![course.find(name)?],
        None => course.exercises().iter().collect(),
    };
    let mut sealed = Vec::new();
    for exercise in exercises {
        course.pristine(exercise).seal(exercise)?;
        sealed.push(exercise.package.clone());
    }
    Ok(Seal { sealed })
}

impl Report for Seal {
    fn command(&self) -> &'static str {
        "seal"
    }

    fn draw(&self, page: &mut Page) {
        page.line(format_args!(
            "sealed {}: commit {} with them",
            self.sealed.join(", "),
            course::PRISTINE
        ));
    }
}
