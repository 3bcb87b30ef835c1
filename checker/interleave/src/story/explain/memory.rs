//! What memory lets a thread see, and which orderings would have shown it more.

use super::{and, capital, spot};
use crate::engine::clock::Tid;
use crate::engine::failure::{DataRace, Spot, Touched};
use crate::engine::memory::{acquires, releases};
use crate::engine::op::{Act, ObjId};
use crate::engine::tell::{Line, Memory, Missed};
use crate::explore::BODY;
use crate::story::data::Teller;

/// So many old values are explained.
const MOST: usize = 2;

/// So many stores are looked at: an execution can be long.
const LONG: usize = 500;

/// What would have ordered the two accesses of a race.
pub(super) fn missing_edge(teller: &Teller, race: &DataRace) -> String {
    let first = line_of(teller, race, &race.earlier);
    let second = line_of(teller, race, &race.later);
    let what = if race.earlier.wrote { "write" } else { "read" };
    if let (Some(first), Some(second)) = (first, second)
        && let Some(edge) = edge(teller, (race.earlier.tid, first), (race.later.tid, second))
    {
        let who = capital(&teller.who(race.earlier.tid));
        let did = if race.earlier.wrote {
            "writes"
        } else {
            "reads"
        };
        return format!(
            "{who} {did} first, in {}. {} {}, that {what} would come first for {} as well.",
            teller.step(first),
            edge.happened,
            edge.remedy,
            teller.who(race.later.tid)
        );
    }
    let holds = |line: Option<usize>, tid: Tid| -> Vec<ObjId> {
        let board = line.and_then(|line| teller.lines()[line].after.as_ref());
        let held = board.map_or(&[][..], |board| &board.holds);
        let held = held.iter().filter(|hold| hold.by == tid);
        held.map(|hold| hold.lock).collect()
    };
    let (one, other) = (race.earlier.tid, race.later.tid);
    let names = |locks: &[ObjId]| {
        let names: Vec<String> = locks.iter().map(|id| teller.what(*id)).collect();
        and(&names)
    };
    match (&*holds(first, one), &*holds(second, other)) {
        ([], []) => format!(
            "Nothing makes {} wait for {}. Let both hold the same lock while they touch it. Or let {} tell \
             the other that it is done, through an atomic: a Release store after the {what}, and an \
             Acquire load before the other access that reads what was stored.",
            teller.who(other),
            teller.who(one),
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

/// The line of the story at which an access was made.
fn line_of(teller: &Teller, race: &DataRace, touched: &Touched) -> Option<usize> {
    let place = Spot::of(touched.place);
    let lines = teller.lines().iter();
    let is_it = |line: &Line| line.tid == touched.tid && line.object() == Some(race.cell);
    lines
        .enumerate()
        .rev()
        .find(|(_, line)| is_it(line) && line.spot.as_ref() == Some(&place))
        .map(|(at, _)| at)
}

/// A thread told another something through an atomic, but with orderings that
/// say nothing about the rest of memory.
struct Edge {
    /// What it did, as a sentence.
    happened: String,
    /// What it should have done instead, as the beginning of one.
    remedy: String,
}

/// How one thread, after a line, told another, before a line, that it had got
/// there.
fn edge(teller: &Teller, from: (Tid, usize), to: (Tid, usize)) -> Option<Edge> {
    let lines = teller.lines();
    let stores = lines.iter().enumerate().skip(from.1 + 1);
    let mut stores = stores
        .filter(|(_, line)| line.tid == from.0 && line.act != Act::Load)
        .take(LONG);
    stores.find_map(|(store, line)| {
        let told = line.memory.as_ref()?;
        let mut loads = lines.iter().enumerate().take(to.1).skip(store + 1);
        let (load, heard) = loads.find_map(|(load, other)| {
            let heard = other.memory.as_ref().filter(|_| other.tid == to.0)?;
            let read = heard.read.filter(|read| read.by == from.0)?;
            let same = heard.atomic == told.atomic && read.at.map(Spot::of) == line.spot;
            same.then_some((load, heard))
        })?;
        let happened = format!(
            "After that, {} stores in {} with {:?} ({}{}), and {} reads what it stored with {:?} ({}{}).",
            teller.who(from.0),
            teller.what(told.atomic),
            told.order,
            teller.step(store),
            teller.at(store),
            teller.who(to.0),
            heard.order,
            teller.step(load),
            teller.at(load),
        );
        let remedy = match (releases(told.order), acquires(heard.order)) {
            (false, false) => "With Release for the store and Acquire for the load",
            (false, true) => "With Release for the store",
            (true, false) => "With Acquire for the load",
            (true, true) => return None,
        };
        Some(Edge {
            happened,
            remedy: remedy.to_string(),
        })
    })
}

/// The old values that were read before the body panicked.
pub(super) fn old_values(teller: &Teller) -> Vec<String> {
    let lines = teller.lines();
    let end = lines
        .iter()
        .position(|line| line.tid == BODY && line.act == Act::Panic);
    let lines = &lines[..end.unwrap_or(lines.len())];
    let mut why = Vec::new();
    let mut seen = Vec::new();
    for (index, line) in lines.iter().enumerate().rev() {
        let Some(memory) = &line.memory else {
            continue;
        };
        let Some(missed) = &memory.missed else {
            continue;
        };
        let which = (line.tid, memory.atomic);
        if !seen.contains(&which) && seen.len() < MOST {
            seen.push(which);
            why.push(old_value(teller, index, memory, missed));
        }
    }
    why.reverse();
    why
}

fn old_value(teller: &Teller, load: usize, memory: &Memory, missed: &Missed) -> String {
    let lines = teller.lines();
    let me = lines[load].tid;
    let place = missed
        .at
        .map(|at| format!(" at {}", spot(at)))
        .unwrap_or_default();
    let saw = format!(
        "{} reads an old value of {} in {}{}, though {} has stored {}{place}.",
        capital(&teller.who(me)),
        teller.what(memory.atomic),
        teller.step(load),
        teller.at(load),
        teller.who(missed.by),
        missed.value
    );
    let is_it = |line: &Line| {
        let on_it = line
            .memory
            .as_ref()
            .is_some_and(|m| m.atomic == memory.atomic);
        on_it && line.tid == missed.by && line.spot == missed.at.map(Spot::of)
    };
    let Some(store) = lines[..load].iter().rposition(is_it) else {
        return format!("{saw} {}", general(memory));
    };
    if let Some(edge) = edge(teller, (missed.by, store), (me, load)) {
        return format!(
            "{saw} {} {}, {} would also see all that was stored before.",
            edge.happened,
            edge.remedy,
            teller.who(me)
        );
    }
    if crossed(lines, (me, load), (missed.by, store)) {
        return format!(
            "{saw} Each of the two stores first and then looks at what the other stored. Release and \
             Acquire let the load overtake the store. SeqCst for both stores and both loads does not."
        );
    }
    format!("{saw} {}", general(memory))
}

/// Whether both threads store, and then load what the other one stores.
fn crossed(lines: &[Line], (me, load): (Tid, usize), (other, store): (Tid, usize)) -> bool {
    let mine = lines[..load]
        .iter()
        .filter(|line| line.tid == me && line.act != Act::Load);
    let mut mine = mine.filter_map(|line| line.memory.as_ref());
    mine.any(|mine| {
        let mut theirs = lines[store..].iter().filter(|line| line.tid == other);
        theirs.any(|line| {
            let memory = line.memory.as_ref();
            memory.is_some_and(|m| m.atomic == mine.atomic && m.read.is_some())
        })
    })
}

fn general(memory: &Memory) -> String {
    format!(
        "{:?} allows that: a load may miss a store until something says that the store came first, such \
         as a join, a lock, or a Release store after it that an Acquire load has read.",
        memory.order
    )
}
