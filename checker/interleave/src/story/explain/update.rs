//! Updates that are lost: a thread looks, another one changes, and the first one
//! goes on with what it saw.

use super::capital;
use crate::engine::op::Act;
use crate::explore::BODY;
use crate::story::data::Teller;
use crate::story::sections::{Section, sections};

/// So many updates are looked at: an execution can be long.
const MOST: usize = 200;

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
        Some(format!(
            "{} looks at what {} guards in {}{}, lets go of it, and {} in {}{}. In between, in {}, {} has \
             changed it: what {who} saw may no longer hold. Look and change under one and the same guard.",
            capital(&who),
            teller.what(act.lock),
            teller.step(look.begin),
            teller.at(look.begin),
            if act.changed { "changes it" } else { "comes back to it" },
            teller.step(act.begin),
            teller.at(act.begin),
            teller.step(between.begin),
            teller.who(between.tid),
        ))
    })
}

/// Loads an atomic, and stores in it later.
fn in_an_atomic(teller: &Teller) -> Option<String> {
    let lines = &teller.lines()[..body_panics(teller)];
    let stores = lines.iter().enumerate().rev();
    let mut stores = stores.filter(|(_, line)| line.act == Act::Store).take(MOST);
    stores.find_map(|(store, line)| {
        let id = line.object()?;
        let on_it = |at: &usize| lines[*at].object() == Some(id);
        let mine = |at: &usize| lines[*at].tid == line.tid;
        let load = (0..store).rev().filter(on_it).find(mine)?;
        if lines[load].act != Act::Load {
            return None;
        }
        let other = (load..store).filter(on_it).find(|at| !mine(at) && lines[*at].changed)?;
        Some(format!(
            "{} loads {} in {}{} and stores in it in {}{}. In between, in {}, {} has changed it, and the \
             store wipes that out. A load and a store are two steps, and others come between. Use one \
             step that does both, such as `fetch_add`, `swap` or `compare_exchange`.",
            capital(&teller.who(line.tid)),
            teller.what(id),
            teller.step(load),
            teller.at(load),
            teller.step(store),
            teller.at(store),
            teller.step(other),
            teller.who(lines[other].tid),
        ))
    })
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
    Some(format!(
        "{} finds another value in {} than it expects, in {}{}, so it changes nothing, and does not try \
         again. An exchange that fails must be made once more, from the value that it found: in a loop, or \
         with `fetch_add` and its kin.",
        capital(&teller.who(tid)),
        teller.what(id),
        teller.step(at),
        teller.at(at),
    ))
}

fn body_panics(teller: &Teller) -> usize {
    let lines = teller.lines();
    let panic = lines
        .iter()
        .position(|line| line.tid == BODY && line.act == Act::Panic);
    panic.unwrap_or(lines.len())
}
