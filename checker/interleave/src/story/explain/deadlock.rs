//! Threads that cannot go on: who waits for whom, and who can never be woken.

use super::{and, capital, spot};
use crate::engine::clock::Tid;
use crate::engine::failure::Stuck;
use crate::engine::object::{Channel, State};
use crate::engine::op::{Act, Guard, ObjId};
use crate::story::data::{Teller, tid};

/// Why no thread can go on.
pub(super) fn explain(teller: &Teller, stuck: &[Stuck]) -> Vec<String> {
    let mut why = Vec::new();
    let circle = circle(teller, stuck);
    if let Some(circle) = &circle {
        why.push(tell_circle(teller, circle));
    }
    for stuck in stuck {
        if circle
            .as_ref()
            .is_some_and(|circle| circle.contains(&stuck.tid))
        {
            continue;
        }
        let text = hopeless(teller, stuck);
        why.extend(text.filter(|text| !why.contains(text)));
    }
    why
}

/// What keeps the threads going round.
pub(super) fn going_round(teller: &Teller, stuck: &[Stuck]) -> Vec<String> {
    let running = stuck.iter().filter(|stuck| stuck.waits_for.is_none());
    running
        .filter_map(|stuck| watches(teller, stuck.tid))
        .collect()
}

/// What a thread that goes round keeps looking at.
fn watches(teller: &Teller, me: Tid) -> Option<String> {
    const ROUND: usize = 24;
    let lines = teller.lines();
    let mine = lines.iter().rev().filter(|line| line.tid == me).take(ROUND);
    let mut seen: Vec<ObjId> = Vec::new();
    for line in mine {
        for (id, _) in &line.touches {
            if !seen.contains(id) {
                seen.push(*id);
            }
        }
    }
    // A loop looks at few things; a thread that is merely busy, at many.
    if seen.is_empty() || seen.len() > 3 {
        return None;
    }
    let names: Vec<String> = seen.iter().map(|id| teller.what(*id)).collect();
    let changed = lines.iter().rposition(|line| {
        line.changed && line.tid != me && line.touches.iter().any(|(id, _)| seen.contains(id))
    });
    let changed = match changed {
        Some(line) => format!(
            "{} was the last to change it, in {}{}, and nothing does so again",
            teller.who(lines[line].tid),
            teller.step(line),
            teller.at(line)
        ),
        None => "no other thread ever changes it".to_string(),
    };
    Some(format!(
        "{} goes round and looks at {} again and again, but {changed}. Either somebody must change \
         it, or the loop must end some other way.",
        capital(&teller.who(me)),
        and(&names)
    ))
}

fn state<'a>(teller: &'a Teller, id: ObjId) -> &'a State {
    &teller.told.objects[id.0 as usize].state
}

fn guard(teller: &Teller, tid: Tid) -> Option<Guard> {
    let next = teller.told.threads[tid.index()].next.as_ref();
    next.map(|op| op.guard)
}

/// The threads that one waits for by name: who holds the lock that it wants,
/// and whom it joins.
fn waits_on(teller: &Teller, tid: Tid) -> Vec<Tid> {
    let told = teller.told;
    match guard(teller, tid) {
        Some(Guard::Ended(other)) => vec![other],
        Some(Guard::ScopeEmpty(_)) => children(teller, tid),
        Some(
            Guard::MutexFree(id)
            | Guard::NoWriter(id)
            | Guard::NoHolder(id)
            | Guard::NotRunning(id),
        ) => holders(teller, id),
        Some(Guard::Woken { mutex, .. }) if told.threads[tid.index()].asleep_on.is_none() => {
            holders(teller, mutex)
        }
        _ => Vec::new(),
    }
}

fn holders(teller: &Teller, id: ObjId) -> Vec<Tid> {
    let held = teller.told.held().into_iter();
    held.filter(|hold| hold.lock == id)
        .map(|hold| hold.by)
        .collect()
}

/// The threads that it started and that have not ended.
fn children(teller: &Teller, parent: Tid) -> Vec<Tid> {
    let threads = teller.told.threads.iter().enumerate().skip(1);
    let alive = threads.filter(|(_, thread)| thread.parent == parent && !thread.ended);
    alive.map(|(index, _)| tid(index)).collect()
}

/// Threads each of which waits for the next, and the last for the first.
fn circle(teller: &Teller, stuck: &[Stuck]) -> Option<Vec<Tid>> {
    stuck.iter().find_map(|stuck| {
        let mut path = vec![stuck.tid];
        follow(teller, &mut path).then_some(path)
    })
}

/// Whether a path leads back to its beginning; if so it is the circle.
fn follow(teller: &Teller, path: &mut Vec<Tid>) -> bool {
    let last = *path.last().expect("it has a beginning");
    for next in waits_on(teller, last) {
        if next == path[0] {
            return true;
        }
        if !path.contains(&next) {
            path.push(next);
            if follow(teller, path) {
                return true;
            }
            path.pop();
        }
    }
    false
}

fn tell_circle(teller: &Teller, circle: &[Tid]) -> String {
    if let [alone] = circle {
        return alone_in_a_circle(teller, *alone);
    }
    let mut all_locks = true;
    let links = circle.iter().zip(circle.iter().cycle().skip(1));
    let links = links.map(|(waiter, holder)| {
        let (waiter_name, holder) = (teller.who(*waiter), teller.who(*holder));
        if let Some(lock) = lock_wanted(teller, *waiter) {
            let lock = teller.what(lock);
            format!("{waiter_name} waits for {lock}, which {holder} holds")
        } else {
            all_locks = false;
            format!("{waiter_name} waits for {holder} to end")
        }
    });
    let links: Vec<String> = links.collect();
    let advice = if all_locks {
        "Take the locks in the same order everywhere, or let go of one before you ask for the next."
    } else {
        "Let go of the lock before you wait for the other thread."
    };
    format!("They wait in a circle: {}. {advice}", links.join("; "))
}

fn lock_wanted(teller: &Teller, tid: Tid) -> Option<ObjId> {
    match guard(teller, tid)? {
        Guard::MutexFree(id)
        | Guard::NoWriter(id)
        | Guard::NoHolder(id)
        | Guard::NotRunning(id)
        | Guard::Woken { mutex: id, .. } => Some(id),
        _ => None,
    }
}

fn alone_in_a_circle(teller: &Teller, me: Tid) -> String {
    let who = capital(&teller.who(me));
    let Some(lock) = lock_wanted(teller, me) else {
        return format!("{who} waits for itself to end.");
    };
    let held = teller.told.held().into_iter();
    let since = held
        .filter(|hold| hold.lock == lock && hold.by == me)
        .map(|hold| hold.since);
    let since = since
        .map(|at| format!(" since {}", spot(at)))
        .next()
        .unwrap_or_default();
    format!(
        "{who} waits for itself: it has held {}{since}, and asks for it once more. A lock lets nobody \
         in twice, not even its holder. Let go of the guard first (end its block, or `drop` it), \
         or pass on what it guards.",
        teller.what(lock)
    )
}

/// Why a thread that waits for no thread by name is never woken.
fn hopeless(teller: &Teller, stuck: &Stuck) -> Option<String> {
    let me = stuck.tid;
    let who = capital(&teller.who(me));
    let op = teller.told.threads[me.index()].next.as_ref()?;
    let text = match op.guard {
        Guard::Woken { mutex, .. } => match teller.told.threads[me.index()].asleep_on {
            Some(condvar) => not_notified(teller, me, condvar),
            None => left_locked(teller, mutex)?,
        },
        Guard::MessageOrHangup(id) => match state(teller, id) {
            State::Channel(channel) => no_message(teller, &who, id, channel),
            _ => return None,
        },
        Guard::RoomOrGone(id) => format!(
            "{who} cannot send: {} is full, and nobody receives from it any more, though its receiver \
             still exists. Receive while others send, or drop the receiver.",
            teller.what(id)
        ),
        Guard::TakenOrGone(id, _) => format!(
            "{who} has put its message into {}, which has no room to keep one. Nobody comes to take it.",
            teller.what(id)
        ),
        Guard::Token => format!(
            "{who} is parked, and no thread is left that could unpark it. An unpark is kept until the \
             next park, but two of them count as one."
        ),
        Guard::RoundOver(id, _) => match state(teller, id) {
            State::Barrier(barrier) => format!(
                "{} opens once {} threads are there. Only {} came, and no other is on its way.",
                capital(&teller.what(id)),
                barrier.size,
                barrier.arrived
            ),
            _ => return None,
        },
        Guard::MutexFree(id) | Guard::NoWriter(id) | Guard::NoHolder(id) => {
            left_locked(teller, id)?
        }
        _ => return None,
    };
    Some(text)
}

/// A lock whose holder has ended.
fn left_locked(teller: &Teller, id: ObjId) -> Option<String> {
    let held = teller.told.held().into_iter();
    let gone = held
        .filter(|hold| hold.lock == id)
        .find(|hold| teller.told.threads[hold.by.index()].ended)?;
    Some(format!(
        "{} took {} at {} and has ended without giving it back: its guard was never dropped.",
        capital(&teller.who(gone.by)),
        teller.what(id),
        spot(gone.since)
    ))
}

fn no_message(teller: &Teller, who: &str, id: ObjId, channel: &Channel) -> String {
    let places = channel.sender_places.iter().map(|place| spot(place));
    let mut places: Vec<String> = places.collect();
    places.dedup();
    let alive = match channel.senders {
        1 => format!("one sender is alive (made at {})", and(&places)),
        n => format!("{n} senders are alive (made at {})", and(&places)),
    };
    format!(
        "{who} waits for the next message on {}. It is empty, and nobody is left to send one. But {alive}, \
         so a message could still come as far as the receiver can tell. It stops only when the last \
         sender is dropped: drop yours once you have no more use for \
         it, or send a message that tells the receiver to stop.",
        teller.what(id)
    )
}

/// A sleeper that nobody wakes.
fn not_notified(teller: &Teller, me: Tid, condvar: ObjId) -> String {
    let lines = teller.lines();
    let who = capital(&teller.who(me));
    let name = teller.what(condvar);
    let about = |act: &[Act], line: &crate::engine::tell::Line| {
        act.contains(&line.act) && line.touches.iter().any(|(id, _)| *id == condvar)
    };
    let waits = lines
        .iter()
        .rposition(|line| line.tid == me && about(&[Act::Wait], line));
    let waits = waits.unwrap_or(0);
    let notifies = [Act::NotifyOne, Act::NotifyAll];
    let others = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| about(&notifies, line));
    let others: Vec<usize> = others.map(|(index, _)| index).collect();
    let after = others.iter().rev().find(|index| **index > waits);
    let before = others.iter().rev().find(|index| **index < waits);
    if let Some(index) = after {
        return format!(
            "{who} waits on {name} since {}{}. The last notify, in {}{}, woke another thread, and a \
             notify is not passed on. Where more than one sleeper has \
             something to do, or they wait for different things, use `notify_all`.",
            teller.step(waits),
            teller.at(waits),
            teller.step(*index),
            teller.at(*index)
        );
    }
    match before {
        Some(index) if !lines[*index].text.contains("nobody waits") => format!(
            "{who} begins to wait on {name} in {}{}. The last notify, in {}{}, came before that, and \
             none follows. Whoever changes what it waits for must notify afterwards.",
            teller.step(waits),
            teller.at(waits),
            teller.step(*index),
            teller.at(*index)
        ),
        Some(index) => format!(
            "{who} was notified too early: {} notifies {name} in {}{}, and {} begins to wait only in \
             {}{}. A notify that finds nobody waiting is lost. Look at the condition with the lock \
             held, wait only while it does not hold, and change it under that same lock before you notify.",
            teller.who(lines[*index].tid),
            teller.step(*index),
            teller.at(*index),
            teller.who(me),
            teller.step(waits),
            teller.at(waits)
        ),
        None => format!(
            "{who} waits on {name}, and nobody ever notifies it. Whoever changes what it waits for must \
             notify afterwards."
        ),
    }
}
