//! Threads that do not come in the order that a program relies on.

use super::{body_panics, capital};
use crate::engine::clock::Tid;
use crate::engine::op::Act;
use crate::story::data::Teller;
use crate::story::visits::{Visit, visits};

/// So many visits are compared: an execution can be long.
const MOST: usize = 100;

/// Two threads come to one thing in one order, and to the next in the other.
pub(super) fn overtaken(teller: &Teller) -> Option<String> {
    let visits = changes(teller);
    let next = |visit: &Visit| {
        let mut mine = visits.iter().filter(|v| v.tid == visit.tid);
        mine.find(|v| v.begin > visit.begin)
    };
    // Who waits for another thread in between is not overtaken by it.
    let waits = |first: &Visit, late: &Visit| {
        let mut between = teller.lines()[first.end..late.begin].iter();
        between.any(|line| {
            line.tid == first.tid && matches!(line.act, Act::Join | Act::JoinScope | Act::Wait)
        })
    };
    visits.iter().find_map(|first| {
        let late = next(first).filter(|late| late.object != first.object)?;
        let mut others = visits.iter().filter(|v| v.tid != first.tid && v.object == first.object);
        others.find_map(|second| {
            let early = next(second).filter(|early| early.object == late.object)?;
            let crossed = first.end < second.begin && early.end < late.begin;
            let of_the_test = first.of_the_test && late.of_the_test;
            if !crossed || of_the_test || waits(first, late) {
                return None;
            }
            teller.blame(late.begin);
            let (one, other) = (teller.who(first.tid), teller.who(second.tid));
            Some(format!(
                "At {}, {one} comes first (step {}) and {other} second (step {}). At {}, {other} is the first \
                 (step {}) and {one} the second (step {}): between its two steps, {one} was overtaken. If both \
                 must have the same order, do both under one lock, or put them in order afterwards.",
                teller.what(first.object),
                teller.number(first.begin)?,
                teller.number(second.begin)?,
                teller.what(late.object),
                teller.number(early.begin)?,
                teller.number(late.begin)?,
            ))
        })
    })
}

/// The thread that was started last is the first to come.
pub(super) fn arrival(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let visits = changes(teller);
    let started = |tid: Tid| {
        let mut lines = lines.iter().enumerate();
        lines.find(|(_, line)| line.act == Act::Spawn && line.other == Some(tid))
    };
    visits.iter().enumerate().find_map(|(index, early)| {
        let mut before = visits[..index].iter().filter(|v| v.object == early.object);
        if before.next().is_some() {
            return None;
        }
        let (begun, line) = started(early.tid)?;
        let mut later = visits[index + 1..].iter().filter(|v| v.object == early.object);
        let late = later.find(|v| {
            started(v.tid).is_some_and(|(at, other)| at < begun && other.tid == line.tid)
        })?;
        teller.blame(early.begin);
        let slept = lines[..begun].iter().any(|l| l.tid == line.tid && l.act == Act::Sleep);
        let sleep = if slept { " A sleep between the starts does not change that." } else { "" };
        let (first, second) = (teller.who(early.tid), teller.who(late.tid));
        Some(format!(
            "{} was started after {second}, but it is the first to come to {}: in {}, and {second} in {}. \
             Threads run in any order, whichever was started first.{sleep} Where the order matters, settle it \
             before you start the threads, or give each result a place of its own.",
            capital(&first),
            teller.what(early.object),
            teller.step(early.begin),
            teller.step(late.begin),
        ))
    })
}

fn changes(teller: &Teller) -> Vec<Visit> {
    let visits = visits(teller, body_panics(teller)).into_iter();
    visits.filter(|visit| visit.changed).take(MOST).collect()
}
