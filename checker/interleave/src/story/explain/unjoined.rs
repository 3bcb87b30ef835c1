//! Threads that nobody waited for.

use super::{and, body_panics, capital};
use crate::engine::clock::Tid;
use crate::engine::op::Act;
use crate::engine::tell::Line;
use crate::explore::BODY;
use crate::source::shortest;
use crate::story::data::{Teller, tid};

/// Whether the body fails within a scope, whose end would still wait for all
/// threads in it.
pub(super) fn within_a_scope(teller: &Teller) -> bool {
    let after = &teller.lines()[body_panics(teller)..];
    let ends = |line: &Line| line.tid == BODY && line.act == Act::JoinScope;
    after.iter().any(ends)
}

/// Which threads had not ended when the body failed, though nothing in the
/// program was going to wait for them any more.
pub(super) fn left_alone(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let panic = lines
        .iter()
        .position(|line| line.tid == BODY && line.act == Act::Panic)?;
    let before = &lines[..panic];
    let ended = |tid: Tid| {
        before
            .iter()
            .any(|line| line.tid == tid && line.act == Act::Exit)
    };
    let panics = |tid: Tid| {
        before
            .iter()
            .any(|line| line.tid == tid && line.act == Act::Panic)
    };
    let threads = (1..teller.told.threads.len()).map(tid);
    let alone: Vec<Tid> = threads
        .filter(|tid| !ended(*tid) && !panics(*tid))
        .collect();
    // Within a scope somebody will wait.
    let spawned = |child: Tid| {
        before
            .iter()
            .find(|line| line.other == Some(child) && line.act == Act::Spawn)
    };
    // Nor does a program wait for what its test has started.
    let by_the_program = |child: Tid| {
        let is_it = |line: &Line| line.other == Some(child) && line.act == Act::Spawn;
        let at = before.iter().position(is_it);
        at.is_some_and(|at| !teller.is_of_the_test(at))
    };
    let alone: Vec<Tid> = alone
        .into_iter()
        .filter(|tid| by_the_program(*tid))
        .collect();
    if alone.is_empty() {
        return None;
    }
    let is_it = |line: &Line| line.other == Some(alone[0]) && line.act == Act::Spawn;
    if let Some(at) = before.iter().position(is_it) {
        teller.blame(at);
    }
    let names: Vec<String> = alone.iter().map(|tid| teller.who(*tid)).collect();
    let spots = alone.iter().filter_map(|tid| spawned(*tid)?.spot.as_ref());
    let mut places: Vec<String> = spots.map(shortest).collect();
    places.dedup();
    let at = match places.as_slice() {
        [] => String::new(),
        some => format!(" (started at {})", and(some)),
    };
    let slept = before
        .iter()
        .any(|line| line.tid == BODY && line.act == Act::Sleep);
    let (have, them) = if names.len() == 1 {
        ("has", "it")
    } else {
        ("have", "them")
    };
    let sleep = if slept {
        format!(" A sleep, however long, does not wait for {them}.")
    } else {
        String::new()
    };
    Some(format!(
        "When main goes wrong, {}{at} {have} not ended: nothing made main wait for {them}.{sleep} Join a thread \
         before you rely on what it does.",
        and(&names)
    ))
    .map(|text| capital(&text))
}
