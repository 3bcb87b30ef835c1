//! What went wrong, in words, and what would mend it: one paragraph each. Each
//! says only what this execution shows, and says nothing where nothing is sure.

mod deadlock;
mod memory;
mod overlocked;
mod unjoined;
mod update;

use super::data::{Teller, Telling};
use crate::engine::clock::Tid;
use crate::engine::failure::{Failure, Spot};
use crate::engine::object::Place;
use crate::engine::op::ObjId;
use crate::engine::tell::Line;
use crate::source::shortest;

/// Says what a failure means.
pub(crate) fn explain(teller: &Teller, failure: &Failure, always: bool, telling: &mut Telling) {
    match failure {
        Failure::Deadlock(stuck) => telling.why = deadlock::explain(teller, stuck),
        Failure::Livelock(stuck) => telling.why = deadlock::going_round(teller, stuck),
        Failure::DataRace(race) => {
            let missing = memory::missing_edge(teller, race);
            if let Some(told) = &mut telling.race {
                told.missing.clone_from(&missing);
            }
            telling.why = vec![missing];
        }
        Failure::Panic { .. } => {
            telling.why = memory::old_values(teller);
            // Where no schedule passes, none of them is to blame.
            if !always {
                telling.why.extend(update::lost(teller));
                telling.why.extend(unjoined::left_alone(teller));
            }
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
}

pub(crate) use overlocked::explain as overlocked;

impl Teller<'_> {
    fn lines(&self) -> &[Line] {
        let story = self.told.story.as_ref();
        story.map_or(&[][..], |story| &story.lines)
    }

    fn who(&self, tid: Tid) -> String {
        self.told.thread_name(tid)
    }

    fn what(&self, id: ObjId) -> String {
        self.told.object_name(id)
    }

    /// `step 7`, for a line that has become a step.
    fn step(&self, line: usize) -> String {
        match self.number(line) {
            Some(number) => format!("step {number}"),
            None => "a step".to_string(),
        }
    }

    /// ` at lib.rs:7`, if a line says it.
    fn at(&self, line: usize) -> String {
        match &self.lines()[line].spot {
            Some(spot) => format!(" at {}", shortest(spot)),
            None => String::new(),
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
