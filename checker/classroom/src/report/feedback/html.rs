//! Feedback as a page of its own.

use maud::{Markup, html};

use super::super::page;
use super::{
    CAUSE_IS_HIDDEN, Feedback, Marked, NEXT_IS_HIDDEN, SOME_ARE_WITHHELD, Shown, State, Told,
    Verdict,
};
use crate::export::safe::html::{Block, Line, Prose};

const LOOK: &str = include_str!("feedback.css");

impl Feedback<'_> {
    /// As an HTML file that needs no other, loads nothing and runs nothing.
    pub fn html(&self) -> String {
        let name = self.addressee();
        let title = format!("{name}, {}", self.class);
        let page = html! {
            (page::opening(&title, LOOK, None))
            main {
                header {
                    p.kicker { (Line(self.class)) }
                    h1 { (Line(name)) }
                    @if name != self.learner.0 {
                        p.soft { (Line(&self.learner.0)) }
                    }
                    p.total {
                        strong { (self.total) }
                        " of " (self.out_of) " points"
                    }
                    @if self.has_withheld() {
                        p.soft { (SOME_ARE_WITHHELD) }
                    }
                }
                (self.overview())
                @for (at, told) in self.exercises.iter().enumerate() {
                    (self.exercise(at, told))
                }
            }
        };
        page.into_string()
    }

    fn overview(&self) -> Markup {
        html! {
            table.overview {
                caption.away { "All exercises" }
                thead {
                    tr {
                        th scope="col" { "Exercise" }
                        th.number scope="col" { "Points" }
                        th scope="col" { "Verdict" }
                    }
                }
                tbody {
                    @for (at, told) in self.exercises.iter().enumerate() {
                        tr {
                            th scope="row" {
                                a href={ "#e" (at) } {
                                    span.package { (Line(&told.column.exercise)) }
                                    " " (Line(&told.column.title))
                                }
                            }
                            td.number { (told.mark()) }
                            td { (badge(told)) }
                        }
                    }
                }
            }
        }
    }

    fn exercise(&self, at: usize, told: &Told<'_>) -> Markup {
        let column = told.column;
        html! {
            section id={ "e" (at) } aria-labelledby={ "h" (at) } {
                div.head {
                    h2 id={ "h" (at) } {
                        span.package { (Line(&column.exercise)) }
                        " " (Line(&column.title))
                    }
                    p.mark { (told.mark()) }
                }
                p.state {
                    (badge(told))
                    @if let Some(handed_in) = told.handed_in() {
                        " " span.soft {
                            "Handed in on " (page::date_and_time(handed_in.at, &self.zone))
                            (handed_in.by_whom()) "."
                        }
                    }
                    @if let Some(due) = column.due {
                        " " span.soft {
                            "Due on " (page::date_and_time(due, &self.zone))
                            " (" (Line(&page::zone_name(&self.zone, due))) ")."
                        }
                    }
                }
                @match &told.state {
                    State::NothingHandedIn => {}
                    State::Withheld { why, steps, .. } => {
                        p.cause { (Prose(why)) }
                        (reckoning(steps))
                    }
                    State::Marked(marked) => (mark(&column.exercise, marked)),
                }
            }
        }
    }
}

fn badge(told: &Told<'_>) -> Markup {
    let class = match &told.state {
        State::NothingHandedIn => "badge none",
        State::Withheld { .. } => "badge held",
        State::Marked(_) if told.is_pass() => "badge good",
        State::Marked(_) => "badge bad",
    };
    html! { span class=(class) { (told.verdict()) } }
}

fn mark(exercise: &str, marked: &Marked<'_>) -> Markup {
    html! {
        @match &marked.verdict {
            Verdict::OfHiddenTest => {
                p.cause { (CAUSE_IS_HIDDEN) }
                (next(NEXT_IS_HIDDEN))
            }
            Verdict::Shown(shown) => (verdict(exercise, shown)),
        }
        @for note in &marked.notes {
            p.note { (Prose(note)) }
        }
        (tests(marked))
        (reckoning(&marked.steps))
    }
}

fn verdict(exercise: &str, shown: &Shown<'_>) -> Markup {
    html! {
        p.cause { (Prose(shown.cause)) }
        @if let Some(message) = shown.message {
            pre.message { (Block(message)) }
        }
        @if let Some(place) = shown.place {
            p.place { "at " code { (Line(&place.to_string())) } }
        }
        @if let Some(picture) = shown.picture {
            div.picture tabindex="0" role="group" aria-label="Picture of the failing schedule" {
                img src=(page::data_url(picture))
                    alt="The failing schedule, drawn. The text below tells the same.";
            }
        }
        @if let Some(story) = shown.story {
            pre.story tabindex="0" { (Block(story)) }
        }
        @if let Some(token) = shown.token {
            p.soft {
                "See it again: "
                code { "cargo checker replay " (Line(exercise)) " " (Line(token)) }
            }
        }
        (next(shown.next_step))
    }
}

fn next(step: &str) -> Markup {
    html! { p.next { strong { "Next" } " " span { (Prose(step)) } } }
}

fn tests(marked: &Marked<'_>) -> Markup {
    html! {
        table.tests {
            caption.away { "Tests" }
            thead {
                tr {
                    th scope="col" { "Test" }
                    th scope="col" { "Outcome" }
                    th.number scope="col" { "Points" }
                }
            }
            tbody {
                @for test in &marked.tests {
                    @let passed = test.kind.is_some_and(course::VerdictKind::is_pass);
                    tr {
                        th scope="row" { code { (Line(&test.id.to_string())) } }
                        td class=(if passed { "good" } else { "bad" }) { (test.outcome()) }
                        td.number { (test.points) " of " (test.out_of) }
                    }
                }
                @if let Some(hidden) = marked.hidden {
                    tr {
                        th scope="row" { (hidden.title()) }
                        td {}
                        td.number { (hidden.points) " of " (hidden.out_of) }
                    }
                }
            }
        }
    }
}

fn reckoning(steps: &[&str]) -> Markup {
    html! {
        @if !steps.is_empty() {
            h3 { "How the mark was reckoned" }
            ol.steps {
                @for step in steps {
                    li { (Prose(step)) }
                }
            }
        }
    }
}
