//! When what was handed in, against when it was due.

use jiff::Timestamp;
use maud::{Markup, html};

use super::{ClassReport, HandIn, column_of};
use crate::export::safe::html::Line;
use crate::record::Column;
use crate::report::page::{counted, grouped, short_time, zone_name};

/// Into how many parts the time is cut.
const PARTS: usize = 120;
/// Of so many hand-ins, one at each end may lie outside of what is drawn: a clock that
/// was wrong by years must not press all others into one spot.
const FEW: usize = 50;
/// In seconds.
const DAY: i64 = 24 * 60 * 60;
/// The height of a lane, in units of its drawing.
const HEIGHT: usize = 24;

/// The time that is drawn, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    from: i64,
    to: i64,
}

pub(super) fn section(report: &ClassReport<'_>) -> Markup {
    let lanes = lanes(report);
    let columns = &report.gradebook.columns;
    let span = Span::of(
        lanes.iter().flatten().copied().collect(),
        columns.iter().filter_map(|column| column.due),
    );
    html! {
        section id="time" aria-labelledby="time-title" {
            h2 id="time-title" { "Time line" }
            @if let Some(span) = span {
                (drawing(report, &lanes, span))
            } @else {
                p.intro { "When anything was handed in is not known." }
            }
        }
    }
}

fn drawing(report: &ClassReport<'_>, lanes: &[Vec<Timestamp>], span: Span) -> Markup {
    let columns = &report.gradebook.columns;
    let all: Vec<_> = lanes.iter().flatten().copied().collect();
    let outside = all.iter().filter(|at| !span.has(**at)).count();
    html! {
        p.intro {
            "All attempts, against each exercise's own due date. Extra time is not drawn. Times are in "
            (Line(&zone_name(&report.zone, report.made))) "."
            @if outside > 0 {
                " " (counted(outside, "hand-in")) " outside of this time stand at its ends."
            }
        }
        p.legend {
            span { i.p {} "in time" }
            span { i.f {} "after the due date" }
            span { i.due {} "due" }
        }
        table.lanes {
            caption.away { "Hand-ins of each exercise over time" }
            thead {
                tr {
                    th scope="col" { "Exercise" }
                    th scope="col" {
                        span.axis {
                            span { (shown(span.from, report)) }
                            span { (shown(span.from.midpoint(span.to), report)) }
                            span { (shown(span.to, report)) }
                        }
                    }
                    th.number scope="col" { "In time" }
                    th.number scope="col" { "After" }
                }
            }
            tbody {
                @for (column, lane) in columns.iter().zip(lanes) {
                    (row(report, column, lane, span))
                }
            }
        }
    }
}

fn row(report: &ClassReport<'_>, column: &Column, hand_ins: &[Timestamp], span: Span) -> Markup {
    let is_late = |at: &Timestamp| column.due.is_some_and(|due| *at > due);
    let late = hand_ins.iter().filter(|at| is_late(at)).count();
    let mut parts = [(0_usize, 0_usize); PARTS];
    for at in hand_ins {
        let part = &mut parts[span.part(*at)];
        if is_late(at) {
            part.1 += 1;
        } else {
            part.0 += 1;
        }
    }
    let most = parts.iter().map(|(good, late)| good + late).max();
    let most = most.unwrap_or_default().max(1);
    // What is there is seen, however little it is.
    let height = |count: usize| {
        if count == 0 {
            0
        } else {
            (count * HEIGHT / most).max(2)
        }
    };
    html! {
        tr data-e=(Line(&column.exercise)) {
            th scope="row" title=(Line(&column.title)) { (Line(&column.exercise)) }
            td {
                svg viewBox={ "0 0 " (PARTS * 4) " " (HEIGHT) } preserveAspectRatio="none" role="img"
                    aria-label={
                        (counted(hand_ins.len(), "hand-in"))
                        @if let Some(due) = column.due { ", due " (short_time(due, &report.zone)) }
                    } {
                    @for (at, (good, bad)) in parts.iter().enumerate() {
                        @let (good, bad) = (height(*good), height(*bad));
                        @if good > 0 { rect.p x=(at * 4) y=(HEIGHT.saturating_sub(good)) width="3" height=(good) {} }
                        @if bad > 0 { rect.f x=(at * 4) y=(HEIGHT.saturating_sub(good + bad)) width="3" height=(bad) {} }
                    }
                    @if let Some(due) = column.due {
                        line.due x1=(span.place(due)) x2=(span.place(due)) y1="0" y2=(HEIGHT) {
                            title { "Due " (short_time(due, &report.zone)) }
                        }
                    }
                }
            }
            td.number { (grouped(hand_ins.len() - late)) }
            td.number { (grouped(late)) }
        }
    }
}

/// The hand-ins of each column, in order of time.
fn lanes(report: &ClassReport<'_>) -> Vec<Vec<Timestamp>> {
    let columns = report.gradebook.columns.iter().enumerate();
    let lanes = columns.map(|(at, column)| {
        let mut lane: Vec<_> = if report.hand_ins.is_empty() {
            let cells = column_of(report.gradebook, at);
            cells
                .filter_map(|(_, cell)| cell.ruling()?.submitted)
                .collect()
        } else {
            let of_column = |one: &&HandIn| one.exercise == column.exercise;
            let hand_ins = report.hand_ins.iter().filter(of_column);
            hand_ins.map(|one| one.at).collect()
        };
        lane.sort_unstable();
        lane
    });
    lanes.collect()
}

impl Span {
    /// From the first to the last. What lies further out than most of it is long is left
    /// out; due dates never are. `None`: there is nothing to draw.
    fn of(mut all: Vec<Timestamp>, due: impl Iterator<Item = Timestamp>) -> Option<Self> {
        all.sort_unstable();
        let few = all.len() / FEW;
        let most = all.get(few..all.len() - few)?;
        let ends = [*most.first()?, *most.last()?].map(Timestamp::as_second);
        let due: Vec<_> = due.map(Timestamp::as_second).collect();
        let from = *due.iter().chain(&ends).min()?;
        let to = *due.iter().chain(&ends).max()?;
        let most = (to - from).max(DAY);
        let seconds = || all.iter().map(|at| at.as_second());
        let near = seconds().filter(|at| (from - most..=to + most).contains(at));
        let first = near.clone().min().map_or(from, |first| first.min(from));
        let last = near.max().map_or(to, |last| last.max(to));
        // The last of them stands in the last part, not behind it.
        Some(Self {
            from: first,
            to: last + 1,
        })
    }

    fn has(self, at: Timestamp) -> bool {
        (self.from..self.to).contains(&at.as_second())
    }

    /// In which of the parts it is.
    fn part(self, at: Timestamp) -> usize {
        self.scaled(at, PARTS).min(PARTS - 1)
    }

    /// Where it stands in the drawing.
    fn place(self, at: Timestamp) -> usize {
        self.scaled(at, PARTS * 4)
    }

    fn scaled(self, at: Timestamp, whole: usize) -> usize {
        let at = at.as_second().clamp(self.from, self.to);
        let scaled = i128::from(at - self.from) * whole as i128 / i128::from(self.to - self.from);
        usize::try_from(scaled).unwrap_or_default()
    }
}

fn shown(second: i64, report: &ClassReport<'_>) -> String {
    let at = Timestamp::from_second(second);
    at.map(|at| short_time(at, &report.zone))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_clock_that_is_wrong_by_years_presses_nobody_together() {
        let mut all: Vec<_> = (1_000_000..1_000_100).map(at).collect();
        all.extend([at(0), at(999_900), at(9_000_000_000)]);
        let span = Span::of(all, std::iter::once(at(1_000_200))).unwrap();
        assert_eq!(span.from, 999_900);
        assert_eq!(span.to, 1_000_201);
        assert!(!span.has(at(0)) && span.has(at(999_900)));
        assert_eq!(span.part(at(0)), 0);
        assert_eq!(span.part(at(9_000_000_000)), PARTS - 1);
    }

    #[test]
    fn one_moment_is_time_enough() {
        let span = Span::of(vec![at(5)], std::iter::empty()).unwrap();
        assert_eq!(span, Span { from: 5, to: 6 });
        assert_eq!(span.part(at(5)), 0);
        assert_eq!(Span::of(Vec::new(), std::iter::once(at(5))), None);
    }
}
