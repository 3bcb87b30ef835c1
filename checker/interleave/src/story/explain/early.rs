//! Threads that go on too early: they look once, find nothing, and leave it at
//! that.

use super::{body_panics, capital};
use crate::engine::clock::Tid;
use crate::engine::op::{Act, Touch};
use crate::engine::tell::Line;
use crate::explore::BODY;
use crate::story::data::Teller;
use crate::story::sections::{locks, sections};
use crate::story::slice::came_to_nothing;
use crate::story::visits::{Visit, visits};

/// A step that came to nothing, and was not made again.
pub(super) fn gave_up(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let end = body_panics(teller);
    let nothing = |at: &usize| came_to_nothing(&lines[*at]);
    let mut tries = (0..end).rev().filter(nothing);
    tries.find_map(|at| match lines[at].act {
        Act::TryLock | Act::TryRead | Act::TryWrite => not_locked(teller, at, end),
        Act::TryReceive => not_received(teller, at, end),
        Act::Wake => woken_by_nobody(teller, at, end),
        Act::UnwrapArc => not_unwrapped(teller, at, end),
        Act::Park => came_back_from_park(teller, at, end),
        Act::CompareExchange => failed_for_no_reason(teller, at, end),
        _ => None,
    })
}

/// A `park` that returned though nobody unparked the thread, which takes it for a sign.
fn came_back_from_park(teller: &Teller, at: usize, end: usize) -> Option<String> {
    let lines = teller.lines();
    let me = lines[at].tid;
    let again = |line: &&Line| line.tid == me && line.act == Act::Park;
    if teller.is_of_the_test(at) || lines[at + 1..end].iter().any(|line| again(&line)) {
        return None;
    }
    teller.blame(at);
    Some(format!(
        "{} comes back from `park` in {}{}, though nobody unparked it. The standard library allows that. Yet it \
         goes on as if what it waits for had happened. Look again after every `park`: park in a loop.",
        capital(&teller.who(me)),
        teller.step(at),
        teller.at(at),
    ))
}

/// A weak exchange that failed though it found what it expected, and is not made again.
fn failed_for_no_reason(teller: &Teller, at: usize, end: usize) -> Option<String> {
    if teller.is_of_the_test(at) || comes_back(teller, at, end, |_, touch| touch == Touch::Write) {
        return None;
    }
    teller.blame(at);
    Some(format!(
        "In {}{} a `compare_exchange_weak` fails, although it finds what it expects. It may do so at any time: it is \
         meant for loops, which try again. Use `compare_exchange` where there is no loop.",
        teller.step(at),
        teller.at(at),
    ))
}

/// Whether a thread comes back to an object after a line, in a step of some
/// kind, and has not waited for another thread in between.
fn comes_back(
    teller: &Teller,
    at: usize,
    end: usize,
    is_it: impl Fn(&Line, Touch) -> bool,
) -> bool {
    let lines = teller.lines();
    let mine = lines[at + 1..end].iter();
    let mine = mine.filter(|line| line.tid == lines[at].tid);
    let mut mine = mine.take_while(|line| !matches!(line.act, Act::Join | Act::JoinScope));
    mine.any(|line| {
        let mut touches = line.touches.iter();
        touches.any(|(id, touch)| Some(*id) == lines[at].object() && is_it(line, *touch))
    })
}

fn not_locked(teller: &Teller, at: usize, end: usize) -> Option<String> {
    let line = &teller.lines()[at];
    let lock = line.object()?;
    if comes_back(teller, at, end, |line, touch| locks(line, touch).is_some()) {
        return None;
    }
    let holds = sections(teller.lines()).into_iter();
    let mut holds = holds.filter(|s| s.lock == lock && s.tid != line.tid);
    let holder = holds.find(|s| s.begin < at && s.end > at)?;
    let (takes, waits) = match line.act {
        Act::TryRead => ("try_read", "read"),
        Act::TryWrite => ("try_write", "write"),
        _ => ("try_lock", "lock"),
    };
    teller.blame(at);
    Some(format!(
        "{} does not get {} in {}{}, since {} holds it, and goes on without it. So what stands under \
         that lock is not done. `{takes}` gives up at once; `{waits}` waits until the lock is free.",
        capital(&teller.who(line.tid)),
        teller.what(lock),
        teller.step(at),
        teller.at(at),
        teller.who(holder.tid),
    ))
}

/// A `try_unwrap` that fails, and whose owner turns out to be the last one.
fn not_unwrapped(teller: &Teller, at: usize, end: usize) -> Option<String> {
    let lines = teller.lines();
    let (me, arc) = (lines[at].tid, lines[at].object()?);
    let again = |line: &Line, _| matches!(line.act, Act::UnwrapArc | Act::GetMutArc);
    if comes_back(teller, at, end, again) {
        return None;
    }
    let is_the_last = |line: &Line| {
        let drops = line.object() == Some(arc) && line.act == Act::DropArc;
        drops && line.tid == me && line.text.starts_with("drops the last")
    };
    let last = (at + 1..lines.len()).find(|at| is_the_last(&lines[*at]))?;
    teller.blame(at);
    let (who, what) = (capital(&teller.who(me)), teller.what(arc));
    Some(format!(
        "{who} drops the last owner of {what} in {}, and nobody has taken its value. It asked for it in {}{}: \
         too early, there was another owner. The others asked too early as well, since its own was still \
         there. `Arc::into_inner` asks and drops in one step: whoever is the last gets the value.",
        teller.step(last),
        teller.step(at),
        teller.at(at),
    ))
}

fn not_received(teller: &Teller, at: usize, end: usize) -> Option<String> {
    let lines = teller.lines();
    let (me, channel) = (lines[at].tid, lines[at].object()?);
    if comes_back(teller, at, end, |line, touch| {
        touch == Touch::Receive || touch == Touch::Probe && !came_to_nothing(line)
    }) {
        return None;
    }
    teller.blame(at);
    let (who, name) = (capital(&teller.who(me)), teller.what(channel));
    let (step, place) = (teller.step(at), teller.at(at));
    let sends = |line: &&Line| {
        line.object() == Some(channel)
            && matches!(line.act, Act::Send | Act::TrySend)
            && line.tid != me
    };
    let late = (at + 1..lines.len()).find(|at| sends(&&lines[*at]));
    let late = match late {
        Some(late) if late < end && lines[late].changed => format!(
            "{} sends in {}, and nobody looks for it any more",
            capital(&teller.who(lines[late].tid)),
            teller.step(late)
        ),
        _ => "A sender is still there, so a message may still come".to_string(),
    };
    if lines[at].text.starts_with("times out") {
        return Some(format!(
            "{who} stops waiting on {name} in {step}{place}: its time is over. {late}. Nobody knows how long \
             another thread takes, so no time is long enough. `recv` waits until a message comes or the last \
             sender is dropped."
        ));
    }
    Some(format!(
        "{who} finds {name} empty in {step}{place}, and takes that for its end. {late}. `recv` waits for the \
         next message, and returns an error only once the last sender is dropped."
    ))
}

/// A wait on a condition variable that ended though nothing had changed.
fn woken_by_nobody(teller: &Teller, at: usize, end: usize) -> Option<String> {
    let lines = teller.lines();
    let me = lines[at].tid;
    let mine = |at: &usize| lines[*at].tid == me;
    let waits = (0..at)
        .rev()
        .filter(mine)
        .find(|at| lines[*at].act == Act::Wait)?;
    // A loop looks, and waits once more.
    let again = (at + 1..end)
        .find(mine)
        .is_some_and(|at| lines[at].act == Act::Wait);
    let changed = visits(teller, at).into_iter();
    let mut changed = changed.filter(|v| v.tid != me && v.changed && v.begin > waits);
    if again || changed.any(|v| teller.is_lock(v.object)) {
        return None;
    }
    let condvars = lines[waits].touches.iter().map(|(id, _)| *id);
    let condvar = condvars.into_iter().find(|id| teller.is_condvar(*id))?;
    teller.blame(waits);
    let (who, name) = (capital(&teller.who(me)), teller.what(condvar));
    let from = format!(
        "{who} waits on {name} in {}{}",
        teller.step(waits),
        teller.at(waits)
    );
    let step = teller.step(at);
    if lines[at].text.starts_with("times out") {
        return Some(format!(
            "{from} and stops waiting in {step}, when its time is over. What it waits for has not happened, \
             and it goes on all the same. Nobody knows how long another thread takes, so no time is long \
             enough. Wait without a limit, or look at the condition and wait again."
        ));
    }
    Some(format!(
        "{from} and wakes in {step}, though nobody notified it. The standard library allows that. Nothing \
         has changed meanwhile, yet it goes on as if what it waits for had happened. Look at the condition \
         again after every wake: wait in a `while` loop, or with `wait_while`."
    ))
}

/// A thread that looks for the last time before another one has made its
/// change.
pub(super) fn looked(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let end = body_panics(teller);
    let visits: Vec<_> = visits(teller, end)
        .into_iter()
        .filter(|v| !v.of_the_test)
        .collect();
    let mut looks = visits.iter().rev().filter(|v| !v.changed && v.end < end);
    looks.find_map(|look| {
        let on_it = visits.iter().filter(|v| v.object == look.object && v.begin > look.end);
        let later: Vec<_> = on_it.collect();
        if later.iter().any(|v| v.tid == look.tid) {
            return None;
        }
        let changes = later.iter().filter(|v| v.changed);
        let mut seen: Vec<Tid> = Vec::new();
        let mut told = Vec::new();
        for change in changes {
            if !seen.contains(&change.tid) {
                seen.push(change.tid);
                told.push(format!("{} in {}", teller.who(change.tid), teller.step(change.begin)));
            }
        }
        let other = *seen.first()?;
        let who = teller.who(look.tid);
        let joins = |at: &usize| {
            let line = &lines[*at];
            line.tid == look.tid && line.act == Act::Join && line.other == Some(other)
        };
        let remedy = match (look.end..end).find(joins) {
            Some(join) => format!(
                "{} joins {} only afterwards, in {}: look once it is joined.",
                capital(&who),
                teller.who(other),
                teller.step(join)
            ),
            None if look.tid == BODY => "Wait for the change before you look: join the thread that makes it, \
                 or wait on a condition variable until it is made."
                .to_string(),
            None => format!(
                "If {who} needs that change, it must wait for it, as with a condition variable: look, wait \
                 while it is not made, and look again."
            ),
        };
        teller.blame(look.begin);
        let before = |v: &&Visit| v.object == look.object && v.changed && v.end < look.begin;
        let once_more = visits.iter().any(|v| before(&v) && seen.contains(&v.tid));
        let changes = if once_more { "changed again" } else { "changed" };
        let slept = lines[..look.end].iter().any(|line| line.tid == look.tid && line.act == Act::Sleep);
        let sleep = if slept { " A sleep does not wait for another thread." } else { "" };
        Some(format!(
            "{} looks at {} for the last time in {}{}. It is {changes} only later, by {}.{sleep} {remedy}",
            capital(&who),
            teller.content(look.object),
            teller.step(look.begin),
            teller.at(look.begin),
            super::and(&told),
        ))
    })
}

/// A notify on a condition variable on which nobody ever waits, though somebody
/// came too early for the change.
pub(super) fn unheard(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let end = body_panics(teller);
    let visits = visits(teller, end);
    let notifies = |at: &usize| matches!(lines[*at].act, Act::NotifyOne | Act::NotifyAll);
    let mut notifies = (0..end).rev().filter(notifies);
    notifies.find_map(|at| {
        let (condvar, who) = (lines[at].object()?, lines[at].tid);
        let waits = |line: &Line| {
            line.act == Act::Wait && line.touches.iter().any(|(id, _)| *id == condvar)
        };
        if lines.iter().any(waits) {
            return None;
        }
        let mut mine = visits.iter().rev().filter(|v| v.tid == who && v.begin < at && v.changed);
        let change = mine.find(|v| teller.is_lock(v.object))?;
        let mut others = visits.iter().rev().filter(|v| v.tid != who && v.object == change.object);
        let early = others.next().filter(|v| v.end < change.begin)?;
        teller.blame(early.begin);
        Some(format!(
            "{} notifies {} in {}{}, but no thread ever waits on it. {} has looked at {} for the last time in \
             {}{}. If what it needs was not there yet, it must not go on: it must wait on the condition \
             variable, and look again when it wakes.",
            capital(&teller.who(who)),
            teller.what(condvar),
            teller.step(at),
            teller.at(at),
            capital(&teller.who(early.tid)),
            teller.content(early.object),
            teller.step(early.begin),
            teller.at(early.begin),
        ))
    })
}
