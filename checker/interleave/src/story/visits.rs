//! The times at which a thread came to something that threads share: it held a
//! lock, used an atomic, or put a message into a channel.

use super::data::Teller;
use super::sections::sections;
use crate::engine::clock::Tid;
use crate::engine::object::State;
use crate::engine::op::{Act, ObjId};

/// A thread comes to an object in one line of the story, and leaves it in
/// another one, or in the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Visit {
    pub tid: Tid,
    pub object: ObjId,
    pub begin: usize,
    pub end: usize,
    /// It changed the object, or what the lock guards.
    pub changed: bool,
    /// The test's own code came here, and not the code that it tests.
    pub of_the_test: bool,
}

/// All of them that began before a line, in that order.
pub(crate) fn visits(teller: &Teller, before: usize) -> Vec<Visit> {
    let lines = teller.lines();
    let mut visits: Vec<Visit> = sections(lines)
        .into_iter()
        .filter(|section| teller.is_lock(section.lock) && section.begin < before)
        .map(|section| Visit {
            tid: section.tid,
            object: section.lock,
            begin: section.begin,
            end: section.end,
            changed: section.changed,
            of_the_test: teller.is_of_the_test(section.begin),
        })
        .collect();
    for (at, line) in lines.iter().enumerate().take(before) {
        let Some(object) = line.object() else {
            continue;
        };
        let comes = match teller.state(object) {
            State::Atomic(_) | State::Arc(_) => true,
            State::Channel(_) => line.changed && matches!(line.act, Act::Send | Act::TrySend),
            _ => false,
        };
        if comes {
            visits.push(Visit {
                tid: line.tid,
                object,
                begin: at,
                end: at,
                changed: line.changed,
                of_the_test: teller.is_of_the_test(at),
            });
        }
    }
    visits.sort_by_key(|visit| visit.begin);
    visits
}
