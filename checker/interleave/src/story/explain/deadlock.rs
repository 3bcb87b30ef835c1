//! Threads that cannot go on: who waits for whom, and who can never be woken.

use super::{and, capital, spot};
use crate::engine::clock::Tid;
use crate::engine::failure::{Spot, Stuck};
use crate::engine::object::{Channel, State};
use crate::engine::op::{Act, Guard, ObjId};
use crate::engine::tell::Line;
use crate::source::{is_std, shortest};
use crate::story::data::{Teller, tid};
use crate::story::slice::came_to_nothing;

/// Why no thread can go on.
pub(super) fn explain(teller: &Teller, stuck: &[Stuck]) -> Vec<String> {
    let mut why = Vec::new();
    let circle = circle(teller, stuck);
    if let Some(circle) = &circle {
        why.push(tell_circle(teller, circle));
    }
    for alone in stuck {
        if circle
            .as_ref()
            .is_some_and(|circle| circle.contains(&alone.tid))
        {
            continue;
        }
        let text = hopeless(teller, alone).map(|text| match held_up(teller, alone, stuck) {
            Some(more) => format!("{text} {more}"),
            None => text,
        });
        why.extend(text.filter(|text| !why.contains(text)));
    }
    why
}

/// What a thread that is never woken holds, and who waits for that.
fn held_up(teller: &Teller, holder: &Stuck, stuck: &[Stuck]) -> Option<String> {
    let held = teller.told.held().into_iter();
    let mut held = held.filter(|hold| hold.by == holder.tid);
    held.find_map(|hold| {
        let wants = |other: &&Stuck| {
            other.tid != holder.tid && lock_wanted(teller, other.tid) == Some(hold.lock)
        };
        let others = stuck.iter().filter(wants);
        let others: Vec<String> = others.map(|other| teller.who(other.tid)).collect();
        let verb = if others.len() == 1 { "waits" } else { "wait" };
        (!others.is_empty()).then(|| {
            format!(
                "Meanwhile it holds {} (since {}), and {} {verb} for that.",
                teller.what(hold.lock),
                spot(hold.since),
                and(&others)
            )
        })
    })
}

/// What keeps the threads going round.
pub(super) fn going_round(teller: &Teller, stuck: &[Stuck]) -> Vec<String> {
    let running: Vec<Tid> = stuck
        .iter()
        .filter(|stuck| stuck.waits_for.is_none())
        .map(|stuck| stuck.tid)
        .collect();
    if let Some(why) = all_keep_what_they_have(teller, &running) {
        return vec![why];
    }
    running
        .iter()
        .filter_map(|tid| {
            until_it_ends(teller, *tid, stuck)
                .or_else(|| keeps_others_out(teller, *tid, stuck))
                .or_else(|| watches(teller, *tid))
        })
        .collect()
}

/// The lock that a thread asked for in vain the last time, and who has it.
fn refused(teller: &Teller, me: Tid) -> Option<(ObjId, Tid)> {
    let mut mine = teller.lines().iter().rev().filter(|line| line.tid == me);
    let asks = |act| matches!(act, Act::TryLock | Act::TryRead | Act::TryWrite);
    let line = mine
        .find(|line| asks(line.act))
        .filter(|line| came_to_nothing(line))?;
    let lock = line.object()?;
    let held = teller.told.held().into_iter();
    let mut held = held.filter(|hold| hold.lock == lock && hold.by != me);
    held.next().map(|hold| (lock, hold.by))
}

/// Each asks again and again for what another one has, and lets go of nothing.
fn all_keep_what_they_have(teller: &Teller, running: &[Tid]) -> Option<String> {
    if running.len() < 2 {
        return None;
    }
    let asked = |tid: &Tid| {
        let (lock, holder) = refused(teller, *tid)?;
        running.contains(&holder).then(|| {
            format!(
                "{} asks for {}, which {} holds",
                teller.who(*tid),
                teller.what(lock),
                teller.who(holder)
            )
        })
    };
    let asked: Option<Vec<String>> = running.iter().map(asked).collect();
    Some(format!(
        "Each asks again and again for what another one has: {}. None lets go of its own lock while it asks. \
         Let go of everything before you try again, or take the locks in the same order everywhere.",
        asked?.join("; ")
    ))
}

/// A thread asks whether another one has ended, which cannot end.
fn until_it_ends(teller: &Teller, me: Tid, stuck: &[Stuck]) -> Option<String> {
    let mut mine = teller.lines().iter().rev().filter(|line| line.tid == me);
    let asks = mine.find(|line| !matches!(line.act, Act::Yield | Act::Spin | Act::Sleep))?;
    if asks.act != Act::IsFinished {
        return None;
    }
    let waits = |stuck: &&Stuck| {
        let object = teller.told.threads[stuck.tid.index()].object;
        object.is_some() && object == asks.object()
    };
    let other = stuck.iter().find(waits)?;
    Some(format!(
        "{} goes round until {} has ended. But {} waits for {}, and that never comes while {} goes round.",
        capital(&teller.who(me)),
        teller.who(other.tid),
        teller.who(other.tid),
        other.waits_for.as_ref()?,
        teller.who(me)
    ))
}

/// A thread goes round with a lock in hand that another one waits for.
fn keeps_others_out(teller: &Teller, me: Tid, stuck: &[Stuck]) -> Option<String> {
    let held = teller.told.held().into_iter();
    let mut held = held.filter(|hold| hold.by == me);
    held.find_map(|hold| {
        let wants = |other: &&Stuck| lock_wanted(teller, other.tid) == Some(hold.lock);
        let other = teller.who(stuck.iter().find(wants)?.tid);
        Some(format!(
            "{} goes round and holds {} all the time, since {}. {} waits for it, so {other} cannot change what the \
             loop waits for. Let go of the lock while you wait: `wait` on a condition variable does both.",
            capital(&teller.who(me)),
            teller.what(hold.lock),
            spot(hold.since),
            capital(&other),
        ))
    })
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

/// That a thread is where it is because it dropped the last owner of an `Arc`.
fn dropped_a_value(teller: &Teller, me: Tid) -> String {
    if teller.told.threads[me.index()].last_drops == 0 {
        return String::new();
    }
    let lines = teller.lines();
    let last = |line: &Line| {
        let mine = line.tid == me && line.act == Act::DropArc;
        mine && line.text.starts_with("drops the last")
    };
    let Some(at) = lines.iter().rposition(last) else {
        return String::new();
    };
    format!(
        " It dropped the last owner of an `Arc` in {}, and so the value with it: that is where it waits. \
         Any owner may be the last, and then drops the value on its own thread. Give a thread that the value \
         waits for a `Weak` instead.",
        teller.step(at)
    )
}

fn alone_in_a_circle(teller: &Teller, me: Tid) -> String {
    let who = capital(&teller.who(me));
    let Some(lock) = lock_wanted(teller, me) else {
        return format!(
            "{who} waits for itself to end.{}",
            dropped_a_value(teller, me)
        );
    };
    let held = teller.told.held().into_iter();
    let since = held
        .filter(|hold| hold.lock == lock && hold.by == me)
        .map(|hold| hold.since);
    let since = since
        .map(|at| format!(" since {}", spot(at)))
        .next()
        .unwrap_or_default();
    if let (State::RwLock(shared), Some(Guard::NoHolder(_))) =
        (teller.state(lock), guard(teller, me))
        && shared.writer.is_none()
    {
        return format!(
            "{who} waits for itself: it has locked {} for reading{since}, and now asks to write. A writer waits until \
             every reader has let go, and {} is one of them. Let go of the guard first (end its block, or \
             `drop` it), or take the lock for writing from the start.",
            teller.what(lock),
            teller.who(me),
        );
    }
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
        Guard::MessageOrHangup(id) => match teller.state(id) {
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
        Guard::RoundOver(id, _) => match teller.state(id) {
            State::Barrier(barrier) => format!(
                "{} opens once {} threads are there. Only {} came, and no other is on its way.{}",
                capital(&teller.what(id)),
                barrier.size,
                barrier.arrived,
                ended(teller)
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

/// Which threads have ended already.
fn ended(teller: &Teller) -> String {
    let threads = teller.told.threads.iter().zip(0..);
    let ended = threads.filter(|(thread, _)| thread.ended);
    let ended: Vec<String> = ended.map(|(_, index)| teller.who(Tid(index))).collect();
    match ended.as_slice() {
        [] => String::new(),
        [one] => format!(" {} has ended.", capital(one)),
        many => format!(" {} have ended.", capital(&and(many))),
    }
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
    if teller.told.threads.len() == 1 {
        return format!(
            "{who} waits for a message on {}, and no other thread was started that could send one. What waits \
             here, and what sends, must run on two threads.",
            teller.what(id)
        );
    }
    // A clone may be made within the standard library, as for a list of them.
    let places = channel.sender_places.iter().map(|place| Spot::of(place));
    let places = places.filter(|place| !is_std(place));
    let mut places: Vec<String> = places.map(|place| shortest(&place)).collect();
    let unknown = places.len() < channel.senders;
    places.dedup();
    let made = match places.as_slice() {
        [] => String::new(),
        some if unknown => format!(" (one of them made at {})", and(some)),
        some => format!(" (made at {})", and(some)),
    };
    let alive = match channel.senders {
        1 => format!("one sender is alive{made}"),
        n => format!("{n} senders are alive{made}"),
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
    let me_again = |index: usize| {
        let mut mine = (index..waits).rev().filter(|at| lines[*at].tid == me);
        mine.next().filter(|at| lines[*at].act == Act::Wake)
    };
    match before {
        Some(index) if me_again(*index).is_some() => format!(
            "{who} was woken: {} notified {name} in {}{}. But it went back to sleep in {}{}, and no other notify \
             follows. So either the condition that it looks at leaves out what it was woken for, or that had \
             not happened yet, or another thread was quicker.",
            teller.who(lines[*index].tid),
            teller.step(*index),
            teller.at(*index),
            teller.step(waits),
            teller.at(waits)
        ),
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
            "{who} waits on {name}, and nobody ever notifies it.{} Whoever changes what it waits for must \
             notify afterwards.",
            elsewhere(teller, waits, condvar)
        ),
    }
}

/// A notify that came while a thread waited, but on another condition variable
/// where nobody was.
fn elsewhere(teller: &Teller, waits: usize, condvar: ObjId) -> String {
    let lines = teller.lines();
    let astray = |at: &usize| {
        let line = &lines[*at];
        let notifies = matches!(line.act, Act::NotifyOne | Act::NotifyAll);
        notifies && line.object() != Some(condvar) && line.text.contains("nobody waits")
    };
    let Some(at) = (waits..lines.len()).find(astray) else {
        return String::new();
    };
    let other = lines[at].object().map(|id| teller.what(id));
    format!(
        " {} notifies {} instead, in {}{}, where nobody waits.",
        capital(&teller.who(lines[at].tid)),
        other.unwrap_or_default(),
        teller.step(at),
        teller.at(at)
    )
}
