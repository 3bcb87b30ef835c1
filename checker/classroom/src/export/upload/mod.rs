//! Marks to be imported by a course platform.

mod canvas;
mod moodle;
mod worksheet;

use std::collections::HashMap;
use std::fmt;

use crate::record::{Cell, Gradebook, LearnerId, Points, Row};
use crate::{Person, RawName, Roster};

use super::safe;

pub use canvas::canvas_upload;
pub use moodle::{MoodleKey, moodle_upload};
pub use worksheet::{
    FillError, Filled, Graded, Kept, Scale, WhyKept, Worksheet, WorksheetError, moodle_worksheet,
};

/// Marks to be imported, and who is who there.
#[derive(Debug, Clone, Copy)]
pub struct Upload<'a> {
    /// The marks.
    pub book: &'a Gradebook,
    /// The class list, with what the platform calls each learner.
    pub roster: &'a Roster,
    /// What becomes of exercises for which nothing was handed in.
    pub unmarked: Unmarked,
}

/// What becomes of an exercise for which nothing was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmarked {
    /// It has no mark. Right while it can still be handed in.
    NoMark,
    /// Its mark is zero.
    Zero,
}

/// What the file for the platform does not have. `Display` is a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Whose it is.
    pub learner: LearnerId,
    /// Their name. May be empty.
    pub name: String,
    /// What and why.
    pub why: WhyLeftOut,
}

/// What is left out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhyLeftOut {
    /// The learner: they are not in the roster.
    NotInRoster,
    /// The learner: the platform's worksheet has no line for them.
    NotInWorksheet,
    /// The learner: what the platform knows them by is not in the roster.
    NoKey {
        /// The roster's column.
        column: &'static str,
    },
    /// The learner: the platform or a spreadsheet would take it for something else.
    OddKey {
        /// The roster's column.
        column: &'static str,
        /// What it holds.
        key: String,
    },
    /// The mark of an exercise: it is withheld. The learner is there.
    Withheld {
        /// The exercise's package.
        exercise: String,
        /// What the mark is at least.
        at_least: Points,
    },
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let learner = safe::line(&self.learner.0);
        match &self.why {
            WhyLeftOut::NotInRoster => {
                write!(f, "{learner} is left out: they are not in the roster.")
            }
            WhyLeftOut::NotInWorksheet => {
                write!(
                    f,
                    "{learner} is left out: the worksheet has no line for them."
                )
            }
            WhyLeftOut::NoKey { column } => write!(
                f,
                "{learner} is left out: the roster has no `{column}` for them."
            ),
            WhyLeftOut::OddKey { column, key } => write!(
                f,
                "{learner} is left out: their `{column}`, `{}`, would be misunderstood.",
                RawName::from(key.as_str())
            ),
            WhyLeftOut::Withheld { exercise, at_least } => {
                let exercise = safe::line(exercise);
                write!(
                    f,
                    "The mark of {learner} for {exercise} is left empty: it is withheld"
                )?;
                match at_least {
                    Points(0) => f.write_str("."),
                    points => write!(f, ", and at least {points}."),
                }
            }
        }
    }
}

/// A learner and what the platform knows them by.
struct Known<'a> {
    row: &'a Row,
    key: &'a str,
}

impl<'a> Upload<'a> {
    /// Those of the class whose key in `column` is there and good, in order. The others,
    /// and the marks that are withheld, are in the list.
    fn known(
        &self,
        column: &'static str,
        key: impl Fn(&'a Person) -> Option<&'a str>,
        is_good: impl Fn(&str) -> bool,
    ) -> (Vec<Known<'a>>, Vec<LeftOut>) {
        let people = self.roster.people().iter();
        let people: HashMap<&str, &Person> =
            people.map(|person| (person.id.as_str(), person)).collect();
        let mut known = Vec::new();
        let mut left_out = Vec::new();
        for row in &self.book.rows {
            let leave_out = |why| LeftOut {
                learner: row.learner.clone(),
                name: row.name.clone(),
                why,
            };
            let found = match people.get(row.learner.0.as_str()) {
                None => Err(WhyLeftOut::NotInRoster),
                Some(person) => key(person).ok_or(WhyLeftOut::NoKey { column }),
            };
            match found {
                Err(why) => left_out.push(leave_out(why)),
                Ok(key) if !is_good(key) || safe::csv::cell(key) != key => {
                    let key = key.to_owned();
                    left_out.push(leave_out(WhyLeftOut::OddKey { column, key }));
                }
                Ok(key) => {
                    let withheld = withheld(self.book, row);
                    left_out.extend(withheld.map(leave_out));
                    known.push(Known { row, key });
                }
            }
        }
        (known, left_out)
    }

    /// The cell of a mark. `none` is what the platform takes for no mark.
    fn cell(&self, cell: &Cell, none: &str) -> String {
        match cell {
            Cell::Mark(mark) => mark.points.to_string(),
            Cell::NothingHandedIn if self.unmarked == Unmarked::Zero => Points(0).to_string(),
            Cell::NothingHandedIn | Cell::Withheld(_) => none.to_owned(),
        }
    }
}

fn withheld<'a>(book: &'a Gradebook, row: &'a Row) -> impl Iterator<Item = WhyLeftOut> + 'a {
    let cells = book.columns.iter().zip(&row.marks);
    cells.filter_map(|(column, cell)| match cell {
        Cell::Withheld(withheld) => Some(WhyLeftOut::Withheld {
            exercise: column.exercise.clone(),
            at_least: withheld.at_least,
        }),
        Cell::NothingHandedIn | Cell::Mark(_) => None,
    })
}
