//! What went wrong, in words, and what would mend it: one paragraph each. Each
//! says only what this execution shows, and says nothing where nothing is sure.

mod apart;
mod deadlock;
mod early;
mod memory;
mod notify;
mod overlocked;
mod race;
mod turns;
mod unjoined;
mod update;

use super::data::{Teller, Telling};
use crate::engine::clock::Tid;
use crate::engine::failure::{Failure, Spot};
use crate::engine::object::{Place, State};
use crate::engine::op::{Act, ObjId};
use crate::engine::tell::Line;
use crate::explore::BODY;
use crate::source::{is_std, shortest};

/// Says what a failure means.
pub(crate) fn explain(teller: &Teller, failure: &Failure, always: bool, telling: &mut Telling) {
    match failure {
        Failure::Deadlock(stuck) => telling.why = deadlock::explain(teller, stuck),
        Failure::Livelock(stuck) => telling.why = deadlock::going_round(teller, stuck),
        Failure::DataRace(race) => {
            let missing = race::missing_edge(teller, race);
            if let Some(told) = &mut telling.race {
                told.missing.clone_from(&missing);
            }
            telling.why = vec![missing];
        }
        Failure::Panic { .. } => {
            telling.why = memory::old_values(teller);
            let sure = !telling.why.is_empty();
            telling.why.extend(if always {
                // Where no schedule passes, none of them is to blame.
                let why = apart::apart(teller)
                    .or_else(|| apart::never_changed(teller))
                    .or_else(|| apart::undelivered(teller));
                why.into_iter().collect()
            } else {
                chance(teller, sure)
            });
        }
        Failure::Freed { .. } => {
            telling.why = vec![
                "Something still pointed into memory that was freed. Whoever counts the users \
                 must be the last to touch it: the thread that takes the count to zero needs all \
                 that the others did before, so the others release and it acquires."
                    .to_string(),
            ];
        }
        // What is refused or crashes says so itself.
        Failure::Refused { .. } | Failure::Crash { .. } => {}
    }
    telling.look = teller.blamed();
}

/// What was left to chance: the surest reason first, and those that are less
/// sure only where there is no other.
fn chance(teller: &Teller, sure: bool) -> Vec<String> {
    if let Some(why) = early::gave_up(teller) {
        return vec![why];
    }
    let mut why: Vec<String> = update::lost(teller).collect();
    if !unjoined::within_a_scope(teller) {
        why.extend(unjoined::left_alone(teller));
    }
    if why.is_empty() && !sure {
        let less_sure = update::two_moments(teller)
            .or_else(|| update::halfway(teller))
            .or_else(|| early::looked(teller))
            .or_else(|| early::unheard(teller))
            .or_else(|| turns::overtaken(teller))
            .or_else(|| turns::arrival(teller))
            .or_else(|| unjoined::left_alone(teller))
            .or_else(|| apart::undelivered(teller));
        why.extend(less_sure);
    }
    why
}

/// The line in which the body panics.
fn body_panics(teller: &Teller) -> usize {
    let lines = teller.lines();
    let panic = lines
        .iter()
        .position(|line| line.tid == BODY && line.act == Act::Panic);
    panic.unwrap_or(lines.len())
}

pub(crate) use overlocked::explain as overlocked;

impl Teller<'_> {
    pub(super) fn lines(&self) -> &[Line] {
        let story = self.told.story.as_ref();
        story.map_or(&[][..], |story| &story.lines)
    }

    fn who(&self, tid: Tid) -> String {
        self.told.thread_name(tid)
    }

    fn what(&self, id: ObjId) -> String {
        self.told.object_name(id)
    }

    pub(super) fn state(&self, id: ObjId) -> &State {
        &self.told.objects[id.0 as usize].state
    }

    pub(super) fn is_lock(&self, id: ObjId) -> bool {
        matches!(self.state(id), State::Mutex(_) | State::RwLock(_))
    }

    fn is_condvar(&self, id: ObjId) -> bool {
        matches!(self.state(id), State::Condvar(_))
    }

    /// What threads look at and change: an atomic, or what a lock guards.
    fn content(&self, id: ObjId) -> String {
        let what = self.what(id);
        if self.is_lock(id) {
            format!("what {what} guards")
        } else {
            what
        }
    }

    /// `step 7`, for a line that has become a step.
    fn step(&self, line: usize) -> String {
        match self.number(line) {
            Some(number) => format!("step {number}"),
            None => "a step".to_string(),
        }
    }

    /// `step 7 at lib.rs:12`.
    fn there(&self, line: usize) -> String {
        format!("{}{}", self.step(line), self.at(line))
    }

    /// ` at lib.rs:7`, if a line of the program says it.
    fn at(&self, line: usize) -> String {
        match &self.lines()[line].spot {
            Some(spot) if !is_std(spot) => format!(" at {}", shortest(spot)),
            _ => String::new(),
        }
    }
}

fn spot(place: Place) -> String {
    shortest(&Spot::of(place))
}

/// `a`, `a and b`, `a, b and c`.
fn and(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The same at the beginning of a sentence.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_people_write_them() {
        let items = ["a", "b", "c"].map(String::from);
        assert_eq!(and(&items[..1]), "a");
        assert_eq!(and(&items[..2]), "a and b");
        assert_eq!(and(&items), "a, b and c");
        assert_eq!(capital("main waits"), "Main waits");
    }
}
