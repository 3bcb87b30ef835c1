//! Data races: what the two threads did instead of waiting for each other.
//!
//! A thread that takes a hand-written lock, or that hands something over through an atomic,
//! may do most of it right. So the step is named at which it went wrong, where one is known.

use super::{capital, memory};
use crate::engine::clock::Tid;
use crate::engine::failure::{DataRace, Spot, Touched};
use crate::engine::object::State;
use crate::engine::op::{Act, ObjId};
use crate::engine::tell::Line;
use crate::story::data::Teller;

/// One of the two accesses, and the line of the story in which it was made.
#[derive(Clone, Copy)]
struct Access {
    tid: Tid,
    line: usize,
    wrote: bool,
}

/// What would have ordered the two accesses of a race.
pub(super) fn missing_edge(teller: &Teller, race: &DataRace) -> String {
    let access = |touched: &Touched| {
        Some(Access {
            tid: touched.tid,
            line: line_of(teller, race.cell, touched)?,
            wrote: touched.wrote,
        })
    };
    let (first, second) = (access(&race.earlier), access(&race.later));
    if let (Some(first), Some(second)) = (first, second) {
        let known = took_its_own(teller, race.cell, second)
            .or_else(|| weak_orderings(teller, first, second))
            .or_else(|| told_too_early(teller, race.cell, first, second))
            .or_else(|| went_on(teller, race.cell, first, second))
            .or_else(|| went_on(teller, race.cell, second, first))
            .or_else(|| looked_and_changed(teller, first))
            .or_else(|| looked_and_changed(teller, second))
            .or_else(|| looked_too_late(teller, race.cell, first))
            .or_else(|| nobody_changes(teller, first, second))
            .or_else(|| used_nothing(teller, race.cell, first, second));
        if let Some(known) = known {
            return known;
        }
    }
    let line = |access: Option<Access>| access.map(|access| access.line);
    if let Some(second) = second {
        teller.blame(second.line);
    }
    by_locks(teller, race, line(first), line(second))
}

/// The line of the story at which an access was made.
fn line_of(teller: &Teller, cell: ObjId, touched: &Touched) -> Option<usize> {
    let place = Spot::of(touched.place);
    let lines = teller.lines().iter().enumerate().rev();
    let is_it = |line: &Line| line.tid == touched.tid && line.object() == Some(cell);
    let mut mine = lines.filter(|(_, line)| is_it(line) && line.spot.as_ref() == Some(&place));
    mine.next().map(|(at, _)| at)
}

/// The atomics that a thread used in the program before a line, with the lines: the last first.
fn used<'a>(
    teller: &'a Teller,
    tid: Tid,
    before: usize,
) -> impl Iterator<Item = (usize, ObjId)> + 'a {
    let lines = teller.lines()[..before].iter().enumerate().rev();
    lines.filter_map(move |(at, line)| {
        let id = line.object().filter(|_| line.tid == tid)?;
        let atomic = matches!(teller.state(id), State::Atomic(_));
        (atomic && !teller.is_of_the_test(at)).then_some((at, id))
    })
}

/// The line whose store a line has read.
fn read_from(teller: &Teller, at: usize) -> Option<usize> {
    let lines = teller.lines();
    let memory = lines[at].memory.as_ref()?;
    let read = memory.read?;
    let spot = read.at.map(Spot::of)?;
    let is_it = |line: &Line| {
        let stored = line.changed && line.object() == Some(memory.atomic);
        stored && line.tid == read.by && line.spot.as_ref() == Some(&spot)
    };
    lines[..at].iter().rposition(is_it)
}

/// The second thread goes by a value that it has stored itself.
fn took_its_own(teller: &Teller, cell: ObjId, second: Access) -> Option<String> {
    let lines = teller.lines();
    let (look, id) = used(teller, second.tid, second.line).next()?;
    let store = read_from(teller, look).filter(|_| lines[look].act == Act::Load)?;
    if lines[store].tid != second.tid {
        return None;
    }
    teller.blame(store);
    Some(format!(
        "{} goes on to {} because of what it finds in {} in {}. But it has stored that itself, in {}: it \
         tells nothing of what the other thread has done.",
        capital(&teller.who(second.tid)),
        teller.what(cell),
        teller.what(id),
        teller.there(look),
        teller.there(store),
    ))
}

/// The second thread heard of the first one's access, but by orderings that say nothing of it.
fn weak_orderings(teller: &Teller, first: Access, second: Access) -> Option<String> {
    let edge = memory::edge(teller, (first.tid, first.line), (second.tid, second.line))?;
    let (did, what) = if first.wrote {
        ("writes", "write")
    } else {
        ("reads", "read")
    };
    Some(format!(
        "{} {did} first, in {}. {} {}, that {what} is sure to come before all that {} does next.",
        capital(&teller.who(first.tid)),
        teller.step(first.line),
        edge.happened,
        edge.remedy,
        teller.who(second.tid),
    ))
}

/// A thread finds an atomic as its owner left it who is not done, and goes on all the same.
fn went_on(teller: &Teller, cell: ObjId, owner: Access, guest: Access) -> Option<String> {
    let lines = teller.lines();
    let (look, id) = used(teller, guest.tid, guest.line).next()?;
    let take = read_from(teller, look)?;
    if lines[take].tid != owner.tid || lines[look].changed || take > owner.line {
        return None;
    }
    // Who only looks may go on once the owner is done. Who tried to take it and failed may not.
    let gives_back =
        |line: &Line| line.tid == owner.tid && line.object() == Some(id) && line.changed;
    let end = owner.line.max(guest.line);
    let done = lines[take + 1..end].iter().any(gives_back)
        || used(teller, owner.tid, owner.line).any(|(at, _)| at > take);
    if lines[look].act == Act::Load && done {
        return None;
    }
    teller.blame(look);
    Some(format!(
        "In {}, {} finds {} as {} has left it in {}. It goes on to {} all the same, in {}. Whoever finds this must \
         not go on.",
        teller.there(look),
        teller.who(guest.tid),
        teller.what(id),
        teller.who(owner.tid),
        teller.there(take),
        teller.what(cell),
        teller.step(guest.line),
    ))
}

/// A thread looks at an atomic and changes it later; another one has changed it in between.
fn looked_and_changed(teller: &Teller, access: Access) -> Option<String> {
    let lines = teller.lines();
    let mine: Vec<(usize, ObjId)> = used(teller, access.tid, access.line).collect();
    let (change, id) = *mine.iter().find(|(at, _)| lines[*at].changed)?;
    let before = mine.iter().find(|(at, other)| *at < change && *other == id);
    let look = before.filter(|(at, _)| lines[*at].act == Act::Load)?.0;
    let is_it = |at: &usize| {
        let line = &lines[*at];
        line.changed && line.tid != access.tid && line.object() == Some(id)
    };
    let other = (look..change).find(is_it)?;
    teller.blame(look);
    Some(format!(
        "{} looks at {} in {} and changes it in {}. In between, in {}, {} has changed it, so both go on. Look and \
         change in one step: `compare_exchange`, `swap` and `fetch_add` return the value that they found.",
        capital(&teller.who(access.tid)),
        teller.what(id),
        teller.there(look),
        teller.there(change),
        teller.step(other),
        teller.who(lines[other].tid),
    ))
}

/// The first thread lets the other one go on, and only then comes to the cell.
fn told_too_early(teller: &Teller, cell: ObjId, first: Access, second: Access) -> Option<String> {
    let mut looks = used(teller, second.tid, second.line);
    let (look, id, store) = looks.find_map(|(look, id)| {
        let store = read_from(teller, look)?;
        let line = &teller.lines()[look];
        // Who tries to take it, and fails, is not let in by that.
        let let_in = line.changed || line.act == Act::Load;
        let told = &teller.lines()[store];
        let theirs = told.tid == first.tid && told.act == Act::Store && store < first.line;
        (theirs && let_in).then_some((look, id, store))
    })?;
    teller.blame(store);
    Some(format!(
        "{} changes {} in {}, and {} goes by that ({}). But {} uses {} only afterwards, in {}. A store hands \
         over what was done before it: do first what is to be done, and store then.",
        capital(&teller.who(first.tid)),
        teller.what(id),
        teller.there(store),
        teller.who(second.tid),
        teller.there(look),
        teller.who(first.tid),
        teller.what(cell),
        teller.step(first.line),
    ))
}

/// The first thread reads the cell, and looks only then at the atomic that says whether it may.
fn looked_too_late(teller: &Teller, cell: ObjId, first: Access) -> Option<String> {
    let lines = teller.lines();
    if first.wrote || used(teller, first.tid, first.line).next().is_some() {
        return None;
    }
    let late = used(teller, first.tid, lines.len()).filter(|(at, _)| *at > first.line);
    let (look, id) = late.last().filter(|(at, _)| lines[*at].act == Act::Load)?;
    teller.blame(first.line);
    Some(format!(
        "{} reads {} in {}, and looks at {} only in {}. Look first, and read only if it says that the value is \
         there.",
        capital(&teller.who(first.tid)),
        teller.what(cell),
        teller.there(first.line),
        teller.what(id),
        teller.there(look),
    ))
}

/// The first one looks at an atomic and does not change it, so the second one finds the same.
fn nobody_changes(teller: &Teller, first: Access, second: Access) -> Option<String> {
    let (one, id) = used(teller, first.tid, first.line).next()?;
    let (other, same) = used(teller, second.tid, second.line).next()?;
    let lines = teller.lines();
    let found = |at: usize| {
        let read = lines[at].memory.as_ref()?.read?;
        Some((read.by, read.at.map(Spot::of)))
    };
    if same != id || lines[one].act != Act::Load || found(one)? != found(other)? {
        return None;
    }
    teller.blame(one);
    Some(format!(
        "{} looks at {} in {} and leaves it as it is. So {} finds the same in {}, and both go on. Whoever goes on \
         must change it, in the very step that looks.",
        capital(&teller.who(first.tid)),
        teller.what(id),
        teller.there(one),
        teller.who(second.tid),
        teller.there(other),
    ))
}

/// The second thread has used nothing that could have made it wait, or the first one nothing
/// that could have told anybody.
fn used_nothing(teller: &Teller, cell: ObjId, first: Access, second: Access) -> Option<String> {
    let uses = |tid: Tid, from: usize, to: usize| {
        let mut mine = (from..to).filter(|at| teller.lines()[*at].tid == tid);
        mine.any(|at| {
            let object = teller.lines()[at].object().map(|id| teller.state(id));
            let private = matches!(
                object,
                None | Some(State::Cell(_) | State::Thread | State::Scope(_))
            );
            !private && !teller.is_of_the_test(at)
        })
    };
    let (one, other) = (teller.who(first.tid), teller.who(second.tid));
    let cell = teller.what(cell);
    teller.blame(second.line);
    if !uses(second.tid, 0, second.line) {
        return Some(format!(
            "Nothing makes {other} wait for {one}: it takes no lock and uses no atomic on its way to {cell}, in {}. A \
             plain field or a `Cell` puts nothing in order.",
            teller.there(second.line),
        ));
    }
    if !uses(first.tid, first.line + 1, second.line) {
        return Some(format!(
            "Nothing makes {other} wait for {one}: when {other} comes to {cell}, in {}, {one} has given back no lock and \
             changed no atomic since it used it.",
            teller.there(second.line),
        ));
    }
    None
}

/// Which locks the two held, and why that did not help.
fn by_locks(
    teller: &Teller,
    race: &DataRace,
    first: Option<usize>,
    second: Option<usize>,
) -> String {
    let holds = |line: Option<usize>, tid: Tid| -> Vec<ObjId> {
        let board = line.and_then(|line| teller.lines()[line].after.as_ref());
        let held = board.map_or(&[][..], |board| &board.holds);
        let held = held.iter().filter(|hold| hold.by == tid);
        held.map(|hold| hold.lock).collect()
    };
    let (one, other) = (race.earlier.tid, race.later.tid);
    let names = |locks: &[ObjId]| {
        let names: Vec<String> = locks.iter().map(|id| teller.what(*id)).collect();
        super::and(&names)
    };
    match (&*holds(first, one), &*holds(second, other)) {
        ([], []) => format!(
            "Nothing makes {} wait for {}. Let both hold the same lock while they touch it. Or let the one that \
             writes tell the other that it is done, through an atomic: a Release store after the write, and an \
             Acquire load before the read that reads what was stored.",
            teller.who(other),
            teller.who(one),
        ),
        (locks, []) => only_one_locks(teller, one, &names(locks), other),
        ([], locks) => only_one_locks(teller, other, &names(locks), one),
        (ones, others) => format!(
            "{} holds {} meanwhile, and {} holds {}: these do not keep each other out. Let both hold the \
             same lock, and one that lets nobody else in if they write.",
            capital(&teller.who(one)),
            names(ones),
            teller.who(other),
            names(others)
        ),
    }
}

fn only_one_locks(teller: &Teller, locks: Tid, what: &str, other: Tid) -> String {
    format!(
        "{} holds {what} meanwhile, but {} does not ask for it. A lock keeps out only those who take it.",
        capital(&teller.who(locks)),
        teller.who(other)
    )
}
