//! The head of the report: what it is about, and on what ground.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::tally::{ExerciseTally, Tally};
use super::{ClassReport, short_name};
use crate::export::safe::html::{Line, Prose};
use crate::record::{Basis, Cell, Gradebook, Points, Total};
use crate::report::page::{counted, date_and_time, grouped, zone_name};

/// How many held-back marks are listed.
const LISTED: usize = 100;
/// A digest is told apart by so many of its digits.
const DIGITS: usize = 12;
/// Into how many parts the totals are sorted.
const PARTS: usize = 20;

pub(super) fn header(report: &ClassReport<'_>, tally: &Tally<'_>) -> Markup {
    let book = report.gradebook;
    let handed_in: usize = tally.exercises.iter().map(ExerciseTally::handed_in).sum();
    let withheld: usize = tally.exercises.iter().map(|one| one.withheld).sum();
    let possible = book.rows.len() * book.columns.len();
    html! {
        header {
            p.kicker {
                "Class report, " (date_and_time(report.made, &report.zone))
                " (" (Line(&zone_name(&report.zone, report.made))) ")"
            }
            h1 { (Line(&book.title)) }
            div.glance {
            dl.facts {
                div { dt { "Learners" } dd { (grouped(book.rows.len())) } }
                div { dt { "Exercises" } dd { (grouped(book.columns.len())) } }
                div {
                    dt { "Handed in" }
                    dd { (grouped(handed_in)) small { " of " (grouped(possible)) } }
                }
                @if let Some(median) = median(book) {
                    div {
                        dt { "Median total" }
                        dd { (median) small { " of " (book.out_of) } }
                    }
                }
                div { dt { "Held back" } dd { (grouped(withheld)) } }
            }
            @if !book.rows.is_empty() { (spread(book)) }
            }
            (ground(book))
            (remarks(book, withheld))
        }
    }
}

/// The total in the middle. Totals that may still rise count with what is known of them.
fn median(book: &Gradebook) -> Option<Points> {
    let mut totals: Vec<_> = book.rows.iter().map(|row| row.total.known()).collect();
    totals.sort_unstable();
    let middle = totals.len() / 2;
    let upper = totals.get(middle)?;
    Some(match totals.len() % 2 {
        1 => *upper,
        _ => Points(totals[middle - 1].0.midpoint(upper.0)),
    })
}

/// How many learners have which part of all points.
fn spread(book: &Gradebook) -> Markup {
    let mut parts = [0_usize; PARTS];
    for row in &book.rows {
        let known = u64::from(row.total.known().0);
        let whole = u64::from(book.out_of.0).max(1);
        let part = usize::try_from(known * PARTS as u64 / whole).unwrap_or(PARTS);
        parts[part.min(PARTS - 1)] += 1;
    }
    let most = parts.iter().copied().max().unwrap_or_default().max(1);
    html! {
        figure.spread {
            svg viewBox="0 0 100 30" preserveAspectRatio="none" role="img"
                aria-label="How the totals are spread" {
                @for (at, count) in parts.iter().enumerate().filter(|(_, count)| **count > 0) {
                    @let height = (count * 28 / most).max(1);
                    rect x=(at * 5) y=(30 - height) width="4.6" height=(height) {
                        title {
                            (at * 100 / PARTS) " to " ((at + 1) * 100 / PARTS) " %: "
                            (counted(*count, "learner"))
                        }
                    }
                }
            }
            figcaption { span { "0" } span { "Totals" } span { (book.out_of) } }
        }
    }
}

/// What the verdicts rest on. A class should have one of each.
fn ground(book: &Gradebook) -> Markup {
    html! {
        dl.ground {
            (one_ground("Jail", &uses(book, |basis| &basis.jail)))
            (one_ground("Compiler", &uses(book, |basis| &basis.toolchain)))
            (one_ground("Course", &uses(book, |basis| &basis.course)))
        }
    }
}

fn one_ground(title: &str, uses: &BTreeMap<&str, usize>) -> Markup {
    html! {
        @if !uses.is_empty() {
            div {
                dt { (title) }
                dd {
                    @for (at, (what, count)) in uses.iter().enumerate() {
                        @if at > 0 { ", " }
                        (version(what))
                        @if uses.len() > 1 { " (" (counted(*count, "verdict")) ")" }
                    }
                }
            }
        }
    }
}

fn version(what: &str) -> Markup {
    let is_digest = what.len() > 2 * DIGITS && what.bytes().all(|b| b.is_ascii_hexdigit());
    html! {
        @if is_digest {
            code title=(what) { (&what[..DIGITS]) }
        } @else {
            (Line(what))
        }
    }
}

fn uses(book: &Gradebook, what: fn(&Basis) -> &String) -> BTreeMap<&str, usize> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let cells = book.rows.iter().flat_map(|row| &row.marks);
    for ruling in cells.filter_map(Cell::ruling) {
        *uses.entry(what(&ruling.basis)).or_default() += 1;
    }
    uses
}

/// What the instructor has to look at.
fn remarks(book: &Gradebook, withheld: usize) -> Markup {
    html! {
        @if !book.warnings.is_empty() {
            div.remarks {
                h2 { "To look at" }
                ul {
                    @for warning in &book.warnings {
                        li { (Prose(warning)) }
                    }
                }
            }
        }
        @if withheld > 0 {
            details.remarks {
                summary { "Held back: " (counted(withheld, "mark")) ". None of them is a zero." }
                ul {
                    @for (learner, exercise, why) in held(book).take(LISTED) {
                        li { (Line(learner)) ", " (Line(exercise)) ": " (Prose(&why)) }
                    }
                    @if withheld > LISTED { li { "And " (grouped(withheld - LISTED)) " more." } }
                }
            }
        }
    }
}

fn held(book: &Gradebook) -> impl Iterator<Item = (&str, &str, String)> {
    let open = |row: &&crate::record::Row| matches!(row.total, Total::AtLeast(_));
    book.rows.iter().filter(open).flat_map(|row| {
        let cells = book.columns.iter().zip(&row.marks);
        cells.filter_map(|(column, cell)| match cell {
            Cell::Withheld(withheld) => Some((
                short_name(row),
                column.exercise.as_str(),
                withheld.why.to_string(),
            )),
            _ => None,
        })
    })
}
