//! How many pass each exercise, and each of its tests.

use maud::{Markup, html};

use super::tally::{ExerciseTally, Tally};
use crate::export::safe::html::Line;
use crate::record::{Column, Gradebook, Points};
use crate::report::page::{grouped, percent};

pub(super) fn section(book: &Gradebook, tally: &Tally<'_>) -> Markup {
    html! {
        section id="rates" aria-labelledby="rates-title" {
            h2 id="rates-title" { "Pass rates" }
            p.intro {
                "Of those who handed something in and have a mark. Each exercise opens to its \
                 tests."
            }
            p.legend {
                span { i.p {} "passed" }
                span { i.s {} "some points" }
                span { i.f {} "no points" }
                span { i.w {} "held back" }
                span { i.a {} "nothing handed in" }
            }
            @for (column, one) in book.columns.iter().zip(&tally.exercises) {
                (exercise(column, one))
            }
        }
    }
}

fn exercise(column: &Column, tally: &ExerciseTally) -> Markup {
    let marked = tally.marked();
    let bar = [
        ("p", tally.passed),
        ("s", tally.partly),
        ("f", tally.failed),
        ("w", tally.withheld),
        ("a", tally.absent),
    ];
    html! {
        details.rate data-e=(Line(&column.exercise)) {
            summary {
                span.what { span.package { (Line(&column.exercise)) } " " (Line(&column.title)) }
                span.bar aria-hidden="true" {
                    @for (class, count) in bar.into_iter().filter(|(_, count)| *count > 0) {
                        i class=(class) style={ "flex:" (count) } {}
                    }
                }
                span.share {
                    (share(tally.passed, marked))
                    small { (grouped(tally.passed)) " of " (grouped(marked)) }
                }
            }
            div.inside {
                p.soft {
                    (grouped(tally.passed)) " passed, " (grouped(tally.partly)) " with some points, "
                    (grouped(tally.failed)) " with none, " (grouped(tally.withheld))
                    " held back, " (grouped(tally.absent)) " handed nothing in; "
                    (grouped(tally.late)) " late."
                    @if let Some(mean) = mean(tally) {
                        " Mean mark: " (mean) " of " (column.out_of) "."
                    }
                }
                (tests(column, tally, marked))
            }
        }
    }
}

fn tests(column: &Column, tally: &ExerciseTally, marked: usize) -> Markup {
    html! {
        table.tests {
            caption.away { "Tests of " (Line(&column.exercise)) }
            colgroup { col; col; col; }
            thead.away {
                tr { th scope="col" { "Test" } th scope="col" { "Share" } th scope="col" { "Passed" } }
            }
            tbody {
                @for (worth, passed) in column.tests.iter().zip(&tally.tests) {
                    tr {
                        th scope="row" {
                            code { (Line(&worth.test.to_string())) }
                            small {
                                " " (worth.out_of) @if worth.out_of == Points(100) { " point" } @else { " points" }
                                @if !worth.visibility.is_told() { ", hidden" }
                            }
                        }
                        td {
                            span.bar aria-hidden="true" {
                                @if *passed > 0 { i.p style={ "flex:" (passed) } {} }
                                @if marked > *passed { i.f style={ "flex:" (marked - passed) } {} }
                            }
                        }
                        td.share { (share(*passed, marked)) small { (grouped(*passed)) " of " (grouped(marked)) } }
                    }
                }
            }
        }
    }
}

fn share(part: usize, whole: usize) -> Markup {
    html! {
        @match percent(part as u64, whole as u64) {
            Some(percent) => { (percent) " %" }
            None => "–",
        }
    }
}

/// Of those who have a mark.
fn mean(tally: &ExerciseTally) -> Option<Points> {
    let mean = tally.points.checked_div(tally.marked() as u64)?;
    u32::try_from(mean).ok().map(Points)
}
