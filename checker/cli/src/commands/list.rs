//! `list`: every exercise by part, with what was passed. Changes nothing on disk.

use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::Result;
use crate::report::Report;
use crate::screen::Page;
use crate::screen::style::{DIM, paint};
use crate::view::{self, ExerciseView, PartView, State, TotalView};
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct List {
    /// All parts, whatever is asked for.
    parts: Vec<PartView>,
    /// The states that were asked for.
    states: Vec<State>,
    /// The exercises in one of these states.
    exercises: Vec<ExerciseView>,
    total: TotalView,
}

pub fn run(asked: &args::List, console: &Console) -> Result<List> {
    let workbook = Workbook::open(console)?;
    let states = states(asked);
    Ok(List {
        parts: view::parts(&workbook),
        exercises: workbook
            .course
            .exercises()
            .iter()
            .map(|exercise| ExerciseView::new(&workbook, exercise))
            .filter(|exercise| states.contains(&exercise.state))
            .collect(),
        states,
        total: view::total(&workbook),
    })
}

/// Who asks for nothing gets everything.
fn states(asked: &args::List) -> Vec<State> {
    let named = [
        (asked.done, State::Passed),
        (asked.failing, State::Failing),
        (asked.open, State::Open),
    ];
    let any = named.iter().any(|(asked, _)| *asked);
    named
        .into_iter()
        .filter(|(asked, _)| *asked || !any)
        .map(|(_, state)| state)
        .collect()
}

impl Report for List {
    fn command(&self) -> &'static str {
        "list"
    }

    fn draw(&self, page: &mut Page) {
        for part in &self.parts {
            let mut exercises = self
                .exercises
                .iter()
                .filter(|exercise| exercise.part == part.number)
                .peekable();
            if exercises.peek().is_none() {
                continue;
            }
            page.gap();
            part.draw_in_list(page);
            for exercise in exercises {
                exercise.draw(page);
            }
        }
        page.gap();
        if self.states.len() < State::ALL.len() {
            let words: Vec<_> = self.states.iter().map(|state| state.word()).collect();
            let shown = format!(
                "  {} of {} exercises shown: {}",
                self.exercises.len(),
                self.total.total,
                words.join(" and ")
            );
            page.line(paint(DIM, shown));
        }
        self.total.draw(page);
    }
}
