//! `list`: every exercise by part, with what was passed. Changes nothing on disk.

use serde::Serialize;

use crate::console::Console;
use crate::failure::Result;
use crate::report::Report;
use crate::screen::Page;
use crate::view::{self, ExerciseView, PartView, TotalView};
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct List {
    parts: Vec<PartView>,
    exercises: Vec<ExerciseView>,
    total: TotalView,
}

pub fn run(console: &Console) -> Result<List> {
    let workbook = Workbook::open(console)?;
    Ok(List {
        parts: view::parts(&workbook),
        exercises: workbook
            .course
            .exercises()
            .iter()
            .map(|exercise| ExerciseView::new(&workbook, exercise))
            .collect(),
        total: view::total(&workbook),
    })
}

impl Report for List {
    fn command(&self) -> &'static str {
        "list"
    }

    fn draw(&self, page: &mut Page) {
        for part in &self.parts {
            page.gap();
            part.draw(page);
            for exercise in self.exercises.iter().filter(|e| e.part == part.number) {
                exercise.draw(page);
            }
        }
        page.gap();
        self.total.draw(page);
    }
}
