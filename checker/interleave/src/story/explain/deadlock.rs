//! Threads that cannot go on: who waits for whom, and who can never be woken.

use super::notify::{self, Sure};
use super::{and, capital, spot};
use crate::engine::clock::Tid;
use crate::engine::failure::{Spot, Stuck};
use crate::engine::object::{Channel, State};
use crate::engine::op::{Act, Guard, ObjId};
use crate::engine::tell::Line;
use crate::source::{is_of_a_test, is_std, shortest};
use crate::story::data::{Teller, tid};
use crate::story::sections::{locks, sections};
use crate::story::slice::came_to_nothing;

/// The last line of a thread in the program, before it got stuck.
fn blame_last_of(teller: &Teller, me: Tid) {
    let lines = teller.lines();
    let mine = |at: &usize| lines[*at].tid == me && !teller.is_of_the_test(*at);
    let takes = |at: &usize| {
        let mut touches = lines[*at].touches.iter();
        touches.any(|(_, touch)| locks(&lines[*at], *touch).is_some())
    };
    if let Some(at) = (0..lines.len()).rev().filter(mine).find(takes) {
        teller.blame(at);
    }
}

/// Why no thread can go on.
pub(super) fn explain(teller: &Teller, stuck: &[Stuck]) -> Vec<String> {
    // That the others wait as well only follows.
    if let Some(circle) = circle(teller, stuck) {
        blame_last_of(teller, circle[0]);
        return vec![tell_circle(teller, &circle)];
    }
    let mut reasons: Vec<(Sure, String)> = Vec::new();
    for alone in stuck {
        let reason = match held_up(teller, alone, stuck) {
            Some(reason) => Some((Sure::Yes, reason)),
            None => hopeless(teller, alone),
        };
        // Threads that sleep for the same reason need it once.
        let rest = |text: &str| text.split_once(". ").map(|(_, rest)| rest.to_string());
        let known = |text: &str| reasons.iter().any(|(_, other)| rest(other) == rest(text));
        reasons.extend(reason.filter(|(_, text)| rest(text).is_none() || !known(text)));
    }
    let surest = reasons.iter().map(|(sure, _)| *sure).max();
    let told = reasons
        .into_iter()
        .filter(|(sure, _)| Some(*sure) == surest);
    told.map(|(_, text)| text).collect()
}

/// A thread waits for something that another one could do, if it were not for a lock that the
/// first one holds.
fn held_up(teller: &Teller, holder: &Stuck, stuck: &[Stuck]) -> Option<String> {
    let waits_for = holder.waits_for.as_ref()?;
    let held = teller.told.held().into_iter();
    let mut held = held.filter(|hold| hold.by == holder.tid);
    held.find_map(|hold| {
        // Who asks in the very line would only wait in its place.
        let wants = |other: &&Stuck| {
            let elsewhere = Spot::of(other.place) != Spot::of(hold.since);
            let wants = lock_wanted(teller, other.tid) == Some(hold.lock);
            other.tid != holder.tid && wants && elsewhere
        };
        let others = stuck.iter().filter(wants);
        let others: Vec<String> = others.map(|other| teller.who(other.tid)).collect();
        let verb = if others.len() == 1 { "waits" } else { "wait" };
        let taken = sections(teller.lines()).into_iter();
        let mut taken = taken.filter(|s| s.tid == holder.tid && s.lock == hold.lock);
        (!others.is_empty()).then(|| {
            if let Some(taken) = taken.next_back() {
                teller.blame(taken.begin);
            }
            format!(
                "{} waits for {waits_for}. Meanwhile it holds {} (since {}), and {} {verb} for that lock, \
                 unable to help. Let go of a lock before you wait for what another thread must do.",
                capital(&teller.who(holder.tid)),
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
    let mut why: Vec<String> = Vec::new();
    for tid in running {
        let reason = until_it_ends(teller, tid, stuck)
            .or_else(|| keeps_others_out(teller, tid, stuck))
            .or_else(|| watches(teller, tid));
        // Threads that go round for the same reason need it once.
        let rest = |text: &str| {
            text.split_once(" goes round")
                .map(|(_, rest)| rest.to_string())
        };
        let known = |text: &str| why.iter().any(|other| rest(other) == rest(text));
        why.extend(reason.filter(|text| rest(text).is_none() || !known(text)));
    }
    why
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
    let hung_up = |id: &&ObjId| matches!(teller.state(**id), State::Channel(c) if c.senders == 0);
    if let Some(channel) = seen.iter().find(hung_up) {
        return Some(format!(
            "{} goes round and asks {} again and again. But all its senders are dropped, so no message can come any \
             more, and it gets an error each time. End the loop at the first one.",
            capital(&teller.who(me)),
            teller.what(*channel)
        ));
    }
    let names: Vec<String> = seen.iter().map(|id| teller.what(*id)).collect();
    let changed = lines
        .iter()
        .rposition(|line| line.changed && line.touches.iter().any(|(id, _)| seen.contains(id)));
    let changed = match changed {
        Some(line) if lines[line].tid == me => format!(
            "it was the last to change it itself, in {}{}, and nobody else does",
            teller.step(line),
            teller.at(line)
        ),
        Some(line) => format!(
            "{} was the last to change it, in {}{}, and nothing does so again",
            teller.who(lines[line].tid),
            teller.step(line),
            teller.at(line)
        ),
        None => "no other thread ever changes it".to_string(),
    };
    // What the last look said, as in `loads atomic 1 -> true`.
    let mut looks = lines.iter().rev().filter(|line| line.tid == me);
    let found = looks.find_map(|line| line.text.rsplit_once(" -> "));
    let found = match (found, seen.len()) {
        (Some((_, value)), 1) if value.len() < 30 => format!(" It finds {value} each time."),
        _ => String::new(),
    };
    Some(format!(
        "{} goes round and looks at {} again and again, but {changed}.{found} Either somebody must change \
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
        "Take the locks in one order everywhere, whatever part each plays: by something that never changes, such as a \
         number that each of them has. Or let go of one before you ask for the next, if you do not need both at once."
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
             every reader has let go, and {} is one of them. Take the lock for writing from the start: if you let go \
             in between, others come in.",
            teller.what(lock),
            teller.who(me),
        );
    }
    format!(
        "{who} waits for itself: it has held {}{since}, and asks for it once more. A lock lets nobody \
         in twice, not even its holder. Go on with the guard that it has, and call nothing that locks again. (If you \
         let go and lock anew, others come in between.)",
        teller.what(lock)
    )
}

/// Why a thread that waits for no thread by name is never woken.
fn hopeless(teller: &Teller, stuck: &Stuck) -> Option<(Sure, String)> {
    let me = stuck.tid;
    let who = capital(&teller.who(me));
    let op = teller.told.threads[me.index()].next.as_ref()?;
    let text = match op.guard {
        Guard::Woken { mutex, .. } => match teller.told.threads[me.index()].asleep_on {
            Some(condvar) => return Some(notify::not_notified(teller, me, condvar)),
            None => left_locked(teller, mutex)?,
        },
        Guard::MessageOrHangup(id) => match teller.state(id) {
            State::Channel(channel) => {
                let sure = if is_of_the_test(channel) {
                    Sure::Maybe
                } else {
                    Sure::Yes
                };
                return Some((sure, no_message(teller, &who, id, channel)));
            }
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
        Guard::Token => not_unparked(teller, me),
        Guard::RoundOver(id, _) => match teller.state(id) {
            // The test has what it hands in wait for each other.
            State::Barrier(barrier) if teller.has_a_program() && is_of_a_test(&Spot::of(op.at)) => {
                format!(
                    "{who} runs what the test hands in, and waits there until {} of its calls are under way at once. Only \
                     {} came, and nobody starts another while this one waits.{}",
                    barrier.size,
                    barrier.arrived,
                    ended(teller)
                )
            }
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
    Some((Sure::Yes, text))
}

/// A thread that is parked for good.
fn not_unparked(teller: &Teller, me: Tid) -> String {
    let lines = teller.lines();
    let who = capital(&teller.who(me));
    let token = teller.told.threads[me.index()].token_object;
    let unparks = |line: &Line| line.act == Act::Unpark && line.object() == token;
    let parks =
        |line: &Line| line.act == Act::Park && line.tid == me && line.text.starts_with("goes on");
    let all: Vec<usize> = (0..lines.len()).filter(|at| unparks(&lines[*at])).collect();
    let Some(last) = all.last() else {
        let other = lines.iter().rposition(|line| line.act == Act::Unpark);
        return match other.and_then(|at| Some((at, lines[at].other?))) {
            Some((at, other)) => format!(
                "{who} is parked, and nobody unparks it. The last `unpark`, in {}{}, is for {}.",
                teller.step(at),
                teller.at(at),
                teller.who(other)
            ),
            None => {
                format!("{who} is parked, and nobody ever unparks it: no thread calls `unpark`.")
            }
        };
    };
    // A second one finds the first one still there.
    let pair = all
        .windows(2)
        .find(|two| !lines[two[0]..two[1]].iter().any(parks));
    if let Some([first, second]) = pair {
        return format!(
            "{who} is parked, and no thread is left that could unpark it. It was unparked in {} and in {}, and \
             parked only afterwards: an unpark is kept until the next park, but two of them count as one.",
            teller.step(*first),
            teller.step(*second)
        );
    }
    let used = (last + 1..lines.len()).find(|at| parks(&lines[*at]));
    let came_back = match used {
        Some(at) => format!(
            ", came back from `park` in {}, and parked once more",
            teller.step(at)
        ),
        None => String::new(),
    };
    format!(
        "{who} was unparked for the last time in {}{}{came_back}. Nobody unparks it after that. Whoever changes what \
         it waits for must unpark it afterwards, and it must look again before it parks.",
        teller.step(*last),
        teller.at(*last),
    )
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

/// Whether all senders that are left were made by a test.
fn is_of_the_test(channel: &Channel) -> bool {
    let mut places = channel.sender_places.iter().map(|place| Spot::of(place));
    places.all(|place| is_of_a_test(&place))
}

fn no_message(teller: &Teller, who: &str, id: ObjId, channel: &Channel) -> String {
    if teller.told.threads.len() == 1 {
        return format!(
            "{who} waits for a message on {}, and no other thread was started that could send one. What waits \
             here, and what sends, must run on two threads.",
            teller.what(id)
        );
    }
    if is_of_the_test(channel) && teller.has_a_program() {
        return format!(
            "{who} waits for a message on {}, a channel of the test. What would send it has never run, or cannot go on \
             either.",
            teller.what(id)
        );
    }
    if let Some(why) =
        sent_in_vain(teller, who, id).or_else(|| received_by_another(teller, who, id))
    {
        return why;
    }
    // A clone may be made within the standard library, as for a list of them.
    let places = channel.sender_places.iter().map(|place| Spot::of(place));
    let places: Vec<Spot> = places.filter(|place| !is_std(place)).collect();
    if let Some(first) = places.first() {
        teller.blame_place(first.clone());
    }
    let mut places: Vec<String> = places.iter().map(shortest).collect();
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
         sender is dropped: drop yours as soon as you have no more use for it, and before you wait here.",
        teller.what(id)
    )
}

/// A message for which there was no room, or nobody who received.
fn sent_in_vain(teller: &Teller, who: &str, channel: ObjId) -> Option<String> {
    let lines = teller.lines();
    let fails = |line: &Line| line.act == Act::TrySend && line.object() == Some(channel);
    let at = lines
        .iter()
        .rposition(|line| fails(line) && !line.changed)?;
    teller.blame(at);
    Some(format!(
        "{who} waits for the next message on {}, and nobody is left to send one. {} tried to send one in {}{}, but \
         {}, and the message was lost. `try_send` gives up at once; `send` waits until there is room.",
        teller.what(channel),
        capital(&teller.who(lines[at].tid)),
        teller.step(at),
        teller.at(at),
        match teller.state(channel) {
            State::Channel(Channel { bound: Some(0), .. }) => "nobody was receiving at that moment",
            _ => "there was no room for it",
        },
    ))
}

/// The last message was received, but by another thread.
fn received_by_another(teller: &Teller, who: &str, channel: ObjId) -> Option<String> {
    let lines = teller.lines();
    let receives = |line: &Line| {
        line.object() == Some(channel) && line.changed && line.text.starts_with("receives")
    };
    let last = lines.iter().rposition(receives)?;
    let name = teller.who(lines[last].tid);
    if capital(&name) == who {
        return None;
    }
    teller.blame(last);
    Some(format!(
        "{who} waits for a message on {}, and nobody is left to send one. The last one was received by {name}, in \
         {}{}: each message reaches one receiver alone. Send one for each thread that waits, or drop the senders: then \
         all of them stop waiting.",
        teller.what(channel),
        teller.step(last),
        teller.at(last),
    ))
}
