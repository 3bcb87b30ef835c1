//! What memory lets a thread see, and which orderings would have shown it more.

use super::{capital, spot};
use crate::engine::clock::Tid;
use crate::engine::failure::Spot;
use crate::engine::memory::{acquires, releases};
use crate::engine::op::Act;
use crate::engine::tell::{Line, Memory, Missed};
use crate::explore::BODY;
use crate::story::data::Teller;

/// So many old values are explained.
const MOST: usize = 2;

/// So many stores are looked at: an execution can be long.
const LONG: usize = 500;

/// A thread told another something through an atomic, but with orderings that
/// say nothing about the rest of memory.
pub(super) struct Edge {
    /// What it did, as a sentence.
    pub happened: String,
    /// What it should have done instead, as the beginning of one.
    pub remedy: String,
}

/// How one thread, after a line, told another, before a line, that it had got
/// there.
pub(super) fn edge(teller: &Teller, from: (Tid, usize), to: (Tid, usize)) -> Option<Edge> {
    let lines = teller.lines();
    let stores = lines.iter().enumerate().skip(from.1 + 1);
    let mut stores = stores
        .filter(|(_, line)| line.tid == from.0 && line.act != Act::Load)
        .filter(|(at, _)| !teller.is_of_the_test(*at))
        .take(LONG);
    stores.find_map(|(store, line)| {
        let told = line.memory.as_ref()?;
        let mut loads = lines.iter().enumerate().take(to.1).skip(store + 1);
        let (load, heard) = loads.find_map(|(load, other)| {
            let heard = other.memory.as_ref().filter(|_| other.tid == to.0)?;
            let read = heard.read.filter(|read| read.by == from.0)?;
            let same = heard.atomic == told.atomic && read.at.map(Spot::of) == line.spot;
            (same && !teller.is_of_the_test(load)).then_some((load, heard))
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
        let release = format!("Release {}", place_for(teller, store));
        let acquire = format!("Acquire {}", place_for(teller, load));
        let remedy = match (releases(told.order), acquires(heard.order)) {
            (false, false) => format!("With {release}, and {acquire}"),
            (false, true) => format!("With {release}"),
            (true, false) => format!("With {acquire}"),
            (true, true) => return None,
        };
        teller.blame(if releases(told.order) { load } else { store });
        Some(Edge { happened, remedy })
    })
}

/// Where an ordering has to go: `for the store at lib.rs:7`.
fn place_for(teller: &Teller, at: usize) -> String {
    let line = &teller.lines()[at];
    let operation = match line.act {
        Act::Load => "load",
        Act::Store => "store",
        // It has two orderings, one beside the other.
        Act::CompareExchange if line.changed => {
            return format!(
                "as the first ordering of the exchange{}, which counts when it succeeds",
                teller.at(at)
            );
        }
        Act::CompareExchange => {
            return format!(
                "as the second ordering of the exchange{}, which counts when it fails",
                teller.at(at)
            );
        }
        _ => "operation",
    };
    format!("for the {operation}{}", teller.at(at))
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
