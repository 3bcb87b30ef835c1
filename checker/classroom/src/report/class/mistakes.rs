//! The commonest verdicts and wrong ideas.

use maud::{Markup, html};

use super::short_name;
use super::tally::{Mistake, Tally};
use crate::export::safe::cut;
use crate::export::safe::html::{Line, Prose};
use crate::record::Gradebook;
use crate::report::page::{counted, grouped, percent};

/// How many sorts of mistakes are seen at once.
const FIRST: usize = 12;
/// How many sorts of mistakes are told.
const LISTED: usize = 150;
/// How many characters of a message are told.
const MESSAGE: usize = 240;

pub(super) fn section(book: &Gradebook, tally: &Tally<'_>) -> Markup {
    let all: usize = tally.kinds.iter().map(|(_, count)| count).sum();
    let left: usize = tally
        .mistakes
        .iter()
        .skip(LISTED)
        .map(|one| one.who.len())
        .sum();
    html! {
        section id="mistakes" aria-labelledby="mistakes-title" {
            h2 id="mistakes-title" { "Verdicts and mistakes" }
            table.kinds {
                caption.away { "How often each verdict was given" }
                colgroup { col; col; col; }
                thead.away {
                    tr { th scope="col" { "Verdict" } th scope="col" { "Share" } th scope="col" { "Count" } }
                }
                tbody {
                    @for (kind, count) in &tally.kinds {
                        tr {
                            th scope="row" { (kind) }
                            td {
                                span.bar aria-hidden="true" {
                                    i class=(if kind.is_pass() { "p" } else { "f" }) style={ "flex:" (count) } {}
                                    @if all > *count { i.a style={ "flex:" (all - count) } {} }
                                }
                            }
                            td.share {
                                @if let Some(percent) = percent(*count as u64, all as u64) { (percent) " %" }
                                small { (grouped(*count)) }
                            }
                        }
                    }
                }
            }
            h3 { "The same mistake" }
            p.intro {
                "Failures with the same verdict, in the same test, with the same message. Numbers \
                 in messages do not count."
            }
            @if tally.mistakes.is_empty() {
                p { "There is none." }
            }
            @let (first, rest) = tally.mistakes.split_at(FIRST.min(tally.mistakes.len()));
            ol.mistakes {
                @for mistake in first { (one(book, mistake)) }
            }
            @if !rest.is_empty() {
                details.rest {
                    summary { "Rarer ones" }
                    ol.mistakes start=(FIRST + 1) {
                        @for mistake in rest.iter().take(LISTED - FIRST) { (one(book, mistake)) }
                    }
                }
            }
            @if tally.mistakes.len() > LISTED {
                p.soft {
                    "And " (grouped(tally.mistakes.len() - LISTED)) " rarer ones, of "
                    (counted(left, "file")) "."
                }
            }
        }
    }
}

fn one(book: &Gradebook, mistake: &Mistake<'_>) -> Markup {
    let column = &book.columns[mistake.column];
    html! {
        li data-e=(Line(&column.exercise)) data-k=(mistake.kind) {
            strong.count { (grouped(mistake.who.len())) }
            div {
                p.where {
                    span.package { (Line(&column.exercise)) } " "
                    span.kind { (mistake.kind) }
                    @if let Some(test) = mistake.test { " in " code { (Line(&test.to_string())) } }
                }
                p.message { (Prose(&cut(mistake.example, MESSAGE))) }
                details {
                    summary { (counted(mistake.who.len(), "learner")) }
                    p.who {
                        @for (at, row) in mistake.who.iter().enumerate() {
                            @if at > 0 { ", " }
                            (Line(short_name(row)))
                        }
                    }
                }
            }
        }
    }
}
