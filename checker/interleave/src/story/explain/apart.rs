//! Threads that share nothing, and messages that nobody takes.

use super::{and, body_panics, capital};
use crate::engine::clock::Tid;
use crate::engine::object::State;
use crate::engine::op::{Act, ObjId};
use crate::story::data::Teller;
use crate::story::visits::visits;

/// Each thread that uses a lock or an atomic has one of its own.
pub(super) fn apart(teller: &Teller) -> Option<String> {
    let end = body_panics(teller);
    let mut used: Vec<(ObjId, Tid)> = Vec::new();
    for visit in visits(teller, end)
        .iter()
        .filter(|visit| !visit.of_the_test)
    {
        if !used.contains(&(visit.object, visit.tid)) {
            used.push((visit.object, visit.tid));
        }
    }
    if used
        .iter()
        .any(|(id, _)| matches!(teller.state(*id), State::Channel(_)))
    {
        return None;
    }
    let alone = |(object, tid): &(ObjId, _)| {
        let mut others = used.iter();
        !others.any(|(other, by)| other == object && by != tid)
    };
    let threads: Vec<_> = {
        let mut threads: Vec<_> = used.iter().map(|(_, tid)| *tid).collect();
        threads.sort();
        threads.dedup();
        threads
    };
    if threads.len() < 2 || !used.iter().all(alone) {
        return None;
    }
    let each = threads.iter().map(|tid| {
        let mine = used.iter().filter(|(_, by)| by == tid);
        let mine: Vec<String> = mine
            .map(|(object, _)| teller.what(*object))
            .take(3)
            .collect();
        format!("{} uses {}", teller.who(*tid), and(&mine))
    });
    let each: Vec<String> = each.take(3).collect();
    Some(format!(
        "No two threads use the same lock or atomic: {}. What one of them changes, no other sees. Look for a copy, \
         or a new one, that is made where all should share one: `Arc::clone` copies the handle alone, while `clone` on what is \
         inside copies that.",
        and(&each)
    ))
}

/// Locks are taken, and nothing that they guard is ever changed.
pub(super) fn never_changed(teller: &Teller) -> Option<String> {
    let end = body_panics(teller);
    let visits = visits(teller, end);
    // Who panics with a lock in hand poisons it: no change that was meant.
    let own = visits.iter().filter(|visit| !visit.of_the_test);
    let mut own = own.filter(|visit| visit.end < end);
    let look = own.clone().find(|visit| teller.is_lock(visit.object))?;
    if own.any(|visit| visit.changed) {
        return None;
    }
    teller.blame(look.begin);
    Some(format!(
        "{} takes {} in {}{}, but nobody ever changes what it guards. `let n = *lock.lock().unwrap()` copies the value \
         out, and the copy is all that changes. Keep the guard, and change what it guards: `*guard`.",
        capital(&teller.who(look.tid)),
        teller.what(look.object),
        teller.step(look.begin),
        teller.at(look.begin),
    ))
}

/// Messages that were still in a channel when its receiver went away.
pub(super) fn undelivered(teller: &Teller) -> Option<String> {
    let lines = &teller.lines()[..body_panics(teller)];
    let drops = lines.iter().enumerate().rev();
    let mut drops = drops.filter(|(_, line)| line.act == Act::DropReceiver);
    drops.find_map(|(drop, line)| {
        let channel = line.object()?;
        let on_it = |line: &&crate::engine::tell::Line| line.object() == Some(channel) && line.changed;
        let before = lines[..drop].iter().filter(on_it);
        let sent = before.clone().filter(|l| matches!(l.act, Act::Send | Act::TrySend)).count();
        let taken = before.filter(|l| l.text.starts_with("receives")).count();
        let left = sent.checked_sub(taken).filter(|left| *left > 0)?;
        let messages = match left {
            1 => "a message is".to_string(),
            n => format!("{n} messages are"),
        };
        Some(capital(&format!(
            "{messages} still in {} when {} drops its receiver, in {}. Nobody gets what is left in it. \
             Receive until all senders are dropped before you let go of the receiver.",
            teller.what(channel),
            teller.who(line.tid),
            teller.step(drop),
        )))
    })
}
