//! A report of the whole class: one HTML file that loads nothing.

mod facts;
mod likeness;
mod matrix;
mod mistakes;
mod rates;
mod tally;
mod timeline;

use std::io::{self, Write};
use std::ops::Range;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, PreEscaped, html};

use super::page;
use crate::export::safe::html::Line;
use crate::record::{Cell, Gradebook, LearnerId, Row};
use tally::Tally;

const LOOK: &str = include_str!("class.css");
const SCRIPT: &str = include_str!("class.js");

/// A report of the whole class, for its instructor.
///
/// It is one HTML file. Everything is in it without its script, which only sorts and
/// filters. It tells of hidden tests too.
#[derive(Debug, Clone)]
pub struct ClassReport<'a> {
    /// The marks.
    pub gradebook: &'a Gradebook,
    /// When the report is made.
    pub made: Timestamp,
    /// The zone in which times are shown.
    pub zone: TimeZone,
    /// When what was handed in, all attempts. Empty: the rulings' own times are taken.
    pub hand_ins: &'a [HandIn],
    /// What is alike. `None`: nobody looked.
    pub similarity: Option<&'a Similarity>,
}

/// Something was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandIn {
    /// By whom.
    pub learner: LearnerId,
    /// For which exercise.
    pub exercise: String,
    /// When.
    pub at: Timestamp,
}

/// What is alike among submissions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Similarity {
    /// From which score on a pair is listed, 0 to 1.
    pub threshold: f64,
    /// The pairs.
    pub pairs: Vec<Pair>,
    /// Groups of learners that pairs hold together.
    pub clusters: Vec<Cluster>,
}

/// Two files that are alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The exercise's package.
    pub exercise: String,
    /// How much is alike, 0 to 1.
    pub score: f64,
    /// The one.
    pub one: Side,
    /// The other.
    pub other: Side,
    /// What is alike in them.
    pub passages: Vec<Passage>,
}

/// One of two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Whose it is.
    pub learner: LearnerId,
    /// Its text.
    pub source: std::sync::Arc<str>,
}

/// Lines that are alike. The first line is 1; the end of a range is the line after its last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Those of the one.
    pub one: Range<usize>,
    /// Those of the other.
    pub other: Range<usize>,
}

/// Learners whose files for an exercise are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The exercise's package.
    pub exercise: String,
    /// Who.
    pub learners: Vec<LearnerId>,
}

impl ClassReport<'_> {
    /// Writes the page, row by row: it is never in memory as a whole.
    ///
    /// # Errors
    /// What `out` says.
    pub fn write_to(&self, out: &mut impl Write) -> io::Result<()> {
        let tally = Tally::of(self.gradebook);
        write(out, &self.opening(&tally))?;
        matrix::write_to(out, self.gradebook)?;
        write(out, &rates::section(self.gradebook, &tally))?;
        write(out, &mistakes::section(self.gradebook, &tally))?;
        write(out, &timeline::section(self))?;
        likeness::write_to(out, self)?;
        write(out, &closing())
    }

    fn opening(&self, tally: &Tally<'_>) -> Markup {
        let book = self.gradebook;
        html! {
            (page::opening(&book.title, LOOK, Some(&script())))
            (PreEscaped("<main>"))
            (facts::header(self, tally))
            nav aria-label="Sections" {
                a href="#marks" { "Marks" }
                a href="#rates" { "Pass rates" }
                a href="#mistakes" { "Mistakes" }
                a href="#time" { "Time line" }
                a href="#likeness" { "Similarity" }
            }
            (self.filter(tally))
        }
    }

    /// What the script filters by. Without it there is nothing to be seen of this.
    fn filter(&self, tally: &Tally<'_>) -> Markup {
        html! {
            form #filter role="search" aria-label="Filter the report" hidden {
                label { "Learner" input #by-learner type="search" autocomplete="off" spellcheck="false"; }
                label {
                    "Verdict"
                    select #by-verdict {
                        option value="" { "all" }
                        @for (kind, _) in &tally.kinds {
                            option { (kind) }
                        }
                        @if tally.exercises.iter().any(|one| one.withheld > 0) {
                            option { "held back" }
                        }
                    }
                }
                label {
                    "Exercise"
                    select #by-exercise {
                        option value="" { "all" }
                        @for column in &self.gradebook.columns {
                            option value=(Line(&column.exercise)) {
                                (Line(&column.exercise)) " " (Line(&column.title))
                            }
                        }
                    }
                }
                button type="reset" { "Show all" }
                output #shown aria-live="polite" {}
            }
        }
    }
}

/// As the browser reads it. A checkout on Windows may have turned line ends, a browser
/// turns them back, and the digest in the policy is of what the browser has.
fn script() -> String {
    SCRIPT.replace("\r\n", "\n")
}

fn closing() -> Markup {
    html! {
        (PreEscaped("</main>"))
        script { (PreEscaped(script())) }
    }
}

fn write(out: &mut impl Write, markup: &Markup) -> io::Result<()> {
    out.write_all(markup.0.as_bytes())
}

/// How a learner is called where there is room for one word.
fn short_name(row: &Row) -> &str {
    &row.learner.0
}

/// All cells of a column, with whose they are.
fn column_of<'a>(book: &'a Gradebook, at: usize) -> impl Iterator<Item = (&'a Row, &'a Cell)> {
    let cells = move |row: &'a Row| row.marks.get(at).map(|cell| (row, cell));
    book.rows.iter().filter_map(cells)
}
