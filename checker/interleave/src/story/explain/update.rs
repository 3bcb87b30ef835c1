//! Updates that are lost: a thread looks, another one changes, and the first one
//! goes on with what it saw.

use super::{body_panics, capital};
use crate::engine::clock::Tid;
use crate::engine::object::State;
use crate::engine::op::Act;
use crate::explore::BODY;
use crate::source::Sources;
use crate::story::data::Teller;
use crate::story::sections::{Section, sections};
use crate::story::visits::{Visit, visits};

/// So many updates are looked at: an execution can be long.
const MOST: usize = 200;
const LONG: usize = 2_000;

/// The last update that was lost before the body panicked, if any was.
pub(super) fn lost(teller: &Teller) -> impl Iterator<Item = String> + use<> {
    under_a_lock(teller)
        .or_else(|| in_an_atomic(teller))
        .or_else(|| not_exchanged(teller))
        .into_iter()
}

/// Looks under a lock, lets go of it, and changes under it later.
fn under_a_lock(teller: &Teller) -> Option<String> {
    let sections = sections(teller.lines());
    let end = body_panics(teller);
    let body = |s: &Section| s.tid == BODY && s.begin < end && s.end > end;
    let acts = sections.iter().rev();
    let mut acts = acts
        .filter(|s| body(s) || s.changed && s.end < end)
        .take(MOST);
    acts.find_map(|act| {
        let same = |s: &&Section| s.lock == act.lock && s.end < act.begin;
        let look = sections.iter().rev().filter(same).find(|s| s.tid == act.tid)?;
        if look.changed {
            return None;
        }
        let between = sections.iter().filter(same).find(|s| {
            s.tid != act.tid && s.changed && s.begin > look.end
        })?;
        let who = teller.who(act.tid);
        teller.blame(look.begin);
        let held = held_in_vain(teller, act.tid, (look.begin, act.begin), (between.tid, between.begin));
        let remedy = held.unwrap_or_else(|| "Look and change under one and the same guard.".to_string());
        Some(format!(
            "{} looks at what {} guards in {}{}, lets go of it, and {} in {}{}. In between, in {}, {} has \
             changed it: what {who} saw may no longer be true. {remedy}{}",
            capital(&who),
            teller.what(act.lock),
            teller.step(look.begin),
            teller.at(look.begin),
            if act.changed { "changes it" } else { "comes back to it" },
            teller.step(act.begin),
            teller.at(act.begin),
            teller.step(between.begin),
            teller.who(between.tid),
            apart(teller, look.begin, act.begin),
        ))
    })
}

/// Where a look and a change are in two functions, each of which may be right by itself.
fn apart(teller: &Teller, look: usize, change: usize) -> String {
    let function = |line: usize| {
        let spot = teller.lines()[line].spot.as_ref()?;
        Sources::default().function(spot)
    };
    match (function(look), function(change)) {
        (Some(one), Some(other)) if one != other => format!(
            " (The look is in `{one}` and the change in `{other}`. Each may be right by itself: see who calls both.)"
        ),
        _ => String::new(),
    }
}

/// Why another lock did not help that a thread held from its look to its change.
fn held_in_vain(
    teller: &Teller,
    me: Tid,
    (look, change): (usize, usize),
    (other, at): (Tid, usize),
) -> Option<String> {
    let sections = sections(teller.lines());
    let covers = |s: &&Section, tid: Tid, from: usize, to: usize| {
        s.tid == tid && s.begin < from && s.end > to && s.alone
    };
    let mut mine = sections.iter().filter(|s| covers(s, me, look, change));
    let held = mine.find(|mine| {
        let mut theirs = sections.iter().filter(|s| covers(s, other, at, at));
        !theirs.any(|theirs| theirs.lock == mine.lock)
    })?;
    Some(format!(
        "{} did hold {} all the time (since {}{}), but {} does not take that lock before it makes its change. A lock \
         keeps out only those who take the same one.",
        capital(&teller.who(me)),
        teller.what(held.lock),
        teller.step(held.begin),
        teller.at(held.begin),
        teller.who(other),
    ))
}

/// Loads an atomic, and changes it later. The first time is what matters: what
/// goes wrong later may only follow.
fn in_an_atomic(teller: &Teller) -> Option<String> {
    let lines = &teller.lines()[..body_panics(teller)];
    let changes = lines.iter().enumerate().take(LONG);
    let mut changes = changes.filter(|(_, line)| line.changed && changes_an_atomic(line.act));
    changes.find_map(|(change, line)| {
        let id = line.object()?;
        let on_it = |at: &usize| lines[*at].object() == Some(id);
        let mine = |at: &usize| lines[*at].tid == line.tid;
        let load = (0..change).rev().filter(on_it).find(mine)?;
        if lines[load].act != Act::Load {
            return None;
        }
        let other = (load..change).filter(on_it).find(|at| !mine(at) && lines[*at].changed)?;
        let (does, so) = if line.act == Act::Store {
            ("stores in", "and the store wipes that out. A load and a store are two steps, and others come \
              between. Use one step that does both, such as `fetch_add`, `swap` or `compare_exchange`.")
        } else {
            ("changes", "so what was loaded no longer holds. A load and a change are two steps, and others come \
              between. Decide by what the change itself returns, which is the value that it found.")
        };
        teller.blame(load);
        let by = lines[other].tid;
        let held = held_in_vain(teller, line.tid, (load, change), (by, other));
        let held = held.map_or(String::new(), |held| format!(" {held}"));
        Some(format!(
            "{} loads {} in {}{} and {does} it in {}{}. In between, in {}, {} has changed it, {so}{held}{}",
            capital(&teller.who(line.tid)),
            teller.what(id),
            teller.step(load),
            teller.at(load),
            teller.step(change),
            teller.at(change),
            teller.step(other),
            teller.who(lines[other].tid),
            apart(teller, load, change),
        ))
    })
}

fn changes_an_atomic(act: Act) -> bool {
    matches!(
        act,
        Act::Store | Act::ReadModifyWrite | Act::CompareExchange
    )
}

/// Fails to exchange a value, and leaves it at that.
fn not_exchanged(teller: &Teller) -> Option<String> {
    let lines = &teller.lines()[..body_panics(teller)];
    let failed = |at: &usize| {
        lines[*at].act == Act::CompareExchange && lines[*at].text.starts_with("cannot exchange")
    };
    let at = (0..lines.len()).rev().take(MOST).find(failed)?;
    let (id, tid) = (lines[at].object()?, lines[at].tid);
    let again = lines[at..].iter();
    let mut again = again.filter(|line| line.tid == tid && line.object() == Some(id));
    if again.any(|line| line.changed) {
        return None;
    }
    teller.blame(at);
    Some(format!(
        "{} finds another value in {} than it expects, in {}{}, so it changes nothing, and does not try \
         again. An exchange that fails must be made once more, from the value that it found: in a loop, or \
         with `fetch_add`, `fetch_update` and the like.",
        capital(&teller.who(tid)),
        teller.what(id),
        teller.step(at),
        teller.at(at),
    ))
}

/// Looks at two things, both of which another thread changes in between.
pub(super) fn two_moments(teller: &Teller) -> Option<String> {
    let visits = of_the_program(teller);
    let late = visits.iter().rev().filter(|v| !v.changed).take(MOST);
    for late in late {
        let mine = visits
            .iter()
            .rev()
            .filter(|v| v.tid == late.tid && v.end < late.begin);
        let mut mine = mine.take_while(|v| !v.changed);
        let early = mine.find(|v| v.object != late.object);
        let Some(early) = early else {
            continue;
        };
        let between = |v: &&Visit| {
            v.tid != late.tid && v.changed && v.begin > early.end && v.begin < late.begin
        };
        let first = visits
            .iter()
            .filter(between)
            .find(|v| v.object == early.object);
        let second = first.and_then(|first| {
            let mut others = visits.iter().filter(between);
            others.find(|v| v.object == late.object && v.tid == first.tid)
        });
        let (Some(first), Some(second)) = (first, second) else {
            continue;
        };
        if waits_between(teller, early, late) || one_section(teller, early, late) {
            continue;
        }
        teller.blame(early.begin);
        let who = teller.who(late.tid);
        let remedy = if teller.is_lock(early.object) && teller.is_lock(late.object) {
            "Hold both locks at once while you look"
        } else {
            "Keep what belongs together under a lock, and look at both with it held"
        };
        return Some(format!(
            "{} looks at {} in {}{} and at {} in {}{}. In between, {} has changed both (steps {} and {}), so \
             {who} has seen one of them as it was before and the other as it was after. {remedy}.",
            capital(&who),
            teller.content(early.object),
            teller.step(early.begin),
            teller.at(early.begin),
            teller.content(late.object),
            teller.step(late.begin),
            teller.at(late.begin),
            teller.who(first.tid),
            teller.number(first.begin)?,
            teller.number(second.begin)?,
        ));
    }
    None
}

/// Changes something, and comes back to it: others may have come in between.
pub(super) fn halfway(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let end = body_panics(teller);
    let visits = of_the_program(teller);
    let mut firsts = visits
        .iter()
        .rev()
        .filter(|v| v.changed && v.end < end)
        .take(MOST);
    firsts.find_map(|first| {
        let on_it = visits.iter().filter(|v| v.object == first.object && v.begin > first.end);
        let again = on_it.clone().find(|v| v.tid == first.tid)?;
        let mut other = on_it.filter(|v| v.tid != first.tid && v.end < again.begin && v.end < end);
        let other = other.find(|v| (v.changed || again.changed) && !only_waits(teller, v))?;
        let waits = |line: &crate::engine::tell::Line| {
            line.tid == first.tid && matches!(line.act, Act::Join | Act::JoinScope | Act::Wait)
        };
        if lines[first.end..again.begin].iter().any(waits) {
            return None;
        }
        teller.blame(first.begin);
        let (who, what) = (teller.who(first.tid), teller.content(first.object));
        let lock = teller.is_lock(first.object);
        let changes = format!(
            "{} changes {what} in {}{}",
            capital(&who),
            teller.step(first.begin),
            teller.at(first.begin)
        );
        let again_in = match teller.number(again.begin) {
            Some(number) => format!("in step {number}{}", teller.at(again.begin)),
            None => format!("later{}", teller.at(again.begin)),
        };
        let (between, them) = (teller.step(other.begin), teller.who(other.tid));
        if !again.changed {
            let remedy = if lock {
                "Take what you need while you still hold the guard of the change."
            } else {
                "Use what the change itself returns: it is the value that it found."
            };
            return Some(format!(
                "{changes}, and looks at it again {again_in}. In between, in {between}, {them} has changed it, \
                 so {who} does not see what its own change left. {remedy}"
            ));
        }
        let remedy = if lock {
            "If the two belong together, make them under one and the same guard."
        } else {
            "If the two belong together, make them in one step, such as `compare_exchange` in a loop, or under a lock."
        };
        Some(format!(
            "{changes}, and once more {again_in}. In between, in {between}, {them} comes and finds it half \
             done. {remedy}"
        ))
    })
}

/// Whether a thread waits for another one between two visits.
fn waits_between(teller: &Teller, early: &Visit, late: &Visit) -> bool {
    let mut between = teller.lines()[early.begin..late.begin].iter();
    let waits = |act| {
        matches!(
            act,
            Act::Wait | Act::Wake | Act::Park | Act::Join | Act::JoinScope
        )
    };
    between.any(|line| line.tid == late.tid && waits(line.act))
}

/// Whether a thread holds one lock from one visit to another.
fn one_section(teller: &Teller, early: &Visit, late: &Visit) -> bool {
    let sections = sections(teller.lines());
    let mut mine = sections.iter().filter(|section| section.tid == late.tid);
    mine.any(|section| section.begin <= early.begin && section.end >= late.end)
}

/// Whether a thread comes to a lock only to wait on a condition variable, or because it was
/// woken: what `wait_while` is given may look at what is guarded in a way that could change it.
fn only_waits(teller: &Teller, visit: &Visit) -> bool {
    let lines = teller.lines();
    let act = |at: usize| lines.get(at).map(|line| line.act);
    act(visit.begin) == Some(Act::Wake) || act(visit.end) == Some(Act::Wait)
}

/// What the program itself does to locks and atomics, and not its test.
fn of_the_program(teller: &Teller) -> Vec<Visit> {
    let visits = visits(teller, teller.lines().len()).into_iter();
    let end = body_panics(teller);
    // What the body does after its panic is its clean-up.
    let visits = visits.filter(|v| !v.of_the_test && (v.tid != BODY || v.begin < end));
    let holds_a_value = |v: &Visit| !matches!(teller.state(v.object), State::Channel(_));
    visits.filter(holds_a_value).collect()
}
