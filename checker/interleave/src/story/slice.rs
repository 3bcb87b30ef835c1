//! Which steps have to do with the failure. The others are folded, so whatever
//! is in doubt counts as one that matters.

use super::data::tid;
use super::sections::sections;
use crate::engine::clock::Tid;
use crate::engine::execution::Execution;
use crate::engine::failure::{DataRace, Failure, Stuck};
use crate::engine::object::State;
use crate::engine::op::{Act, Guard, ObjId, Touch};
use crate::engine::tell::Line;
use crate::explore::BODY;
use crate::source::is_of_a_test;

/// So many lines are shown even if they seem not to matter.
const FEW_LINES: usize = 24;

/// For each line of the story, whether it matters.
pub(crate) fn matters(told: &Execution, failure: &Failure) -> Vec<bool> {
    let Some(story) = &told.story else {
        return Vec::new();
    };
    let slice = Slice {
        told,
        lines: &story.lines,
        shared: shared(told, &story.lines),
    };
    match failure {
        _ if told.threads.len() == 1 => vec![true; slice.lines.len()],
        Failure::Panic { .. } => slice.before_a_panic(),
        Failure::Deadlock(stuck) => slice.around_a_deadlock(stuck),
        Failure::DataRace(race) => slice.around_a_race(race),
        _ => vec![true; slice.lines.len()],
    }
}

/// What is true of the steps that do not matter.
pub(crate) fn aside(failure: &Failure) -> &'static str {
    match failure {
        Failure::Panic { .. } => "that pass nothing on to another thread",
        Failure::Deadlock(_) => "on things that nobody waits for",
        _ => "on other things",
    }
}

struct Slice<'a> {
    told: &'a Execution,
    lines: &'a [Line],
    /// For each object, whether more than one thread touches it.
    shared: Vec<bool>,
}

impl Slice<'_> {
    /// Backwards from the panic: what its thread did, what that depends on, and
    /// so on. A step depends on those before it in its thread, and on those of
    /// other threads that touched the same object and could change what it sees.
    fn before_a_panic(&self) -> Vec<bool> {
        let is_panic = |line: &&Line| line.tid == BODY && line.act == Act::Panic;
        let end = self.lines.iter().position(|line| is_panic(&line));
        let end = end.map_or(self.lines.len(), |at| at + 1);
        let few = end <= FEW_LINES;
        let mut matters = vec![false; self.lines.len()];
        let mut reached = vec![false; self.told.threads.len()];
        reached[BODY.index()] = true;
        let mut wanted: Vec<(ObjId, Touch)> = Vec::new();
        for (index, line) in self.lines[..end].iter().enumerate().rev() {
            let shared = line.touches.iter().filter(|(id, _)| self.is_shared(*id));
            let shared: Vec<(ObjId, Touch)> = shared.copied().collect();
            let feeds = shared.iter().any(|(id, touch)| {
                let linked = |(other, later): &(ObjId, Touch)| other == id && feeds(*touch, *later);
                wanted.iter().any(linked)
            });
            let says = speaks(line.act) || line.act == Act::Join || came_to_nothing(line);
            // Nobody else has come to it yet: that may be what went wrong.
            let alone = few && line.act != Act::Spawn && self.is_of_the_program(line);
            let own = reached[line.tid.index()] && (!shared.is_empty() || says || alone);
            if feeds || own || line.act == Act::Panic {
                matters[index] = true;
                reached[line.tid.index()] = true;
                self.reach_joined(line, &mut reached);
                for touch in shared {
                    if !wanted.contains(&touch) {
                        wanted.push(touch);
                    }
                }
            }
        }
        self.keep_pairs(&mut matters);
        // A thread that did nothing in time may be what went wrong.
        self.add_spawns(&mut matters, &|_| true);
        matters
    }

    /// Who joins a thread sees all that it did.
    fn reach_joined(&self, line: &Line, reached: &mut [bool]) {
        match line.act {
            Act::Join => {
                if let Some(child) = line.other {
                    reached[child.index()] = true;
                }
            }
            Act::JoinScope => {
                for (thread, reached) in self.told.threads.iter().zip(reached) {
                    *reached |= thread.parent == line.tid;
                }
            }
            _ => {}
        }
    }

    /// The steps on what the stuck threads hold and wait for, and on the
    /// atomics that may have sent them there.
    fn around_a_deadlock(&self, stuck: &[Stuck]) -> Vec<bool> {
        let is_stuck = |tid: Tid| stuck.iter().any(|stuck| stuck.tid == tid);
        let mut objects: Vec<ObjId> = Vec::new();
        for stuck in stuck {
            let thread = &self.told.threads[stuck.tid.index()];
            objects.extend(thread.asleep_on);
            let parked = thread
                .next
                .as_ref()
                .is_some_and(|op| op.guard == Guard::Token);
            objects.extend(thread.token_object.filter(|_| parked));
            objects.extend(thread.next.as_ref().and_then(|op| waited_for(op.guard)));
        }
        let held = self.told.held().into_iter();
        objects.extend(held.filter(|hold| is_stuck(hold.by)).map(|hold| hold.lock));
        for line in self.lines.iter().filter(|line| is_stuck(line.tid)) {
            let atomics = line
                .touches
                .iter()
                .map(|(id, _)| *id)
                .filter(|id| self.object(*id).history().is_some() && self.is_shared(*id));
            objects.extend(atomics);
        }
        let mut matters = self.touching(|_, id| objects.contains(&id));
        for (index, line) in self.lines.iter().enumerate() {
            let ends = is_stuck(line.tid) && matches!(line.act, Act::Join | Act::JoinScope);
            matters[index] |= ends || speaks(line.act) && is_stuck(line.tid);
        }
        self.keep_pairs(&mut matters);
        let acts = |tid: Tid| {
            let mut lines = self.lines.iter().zip(&matters);
            lines.any(|(line, matters)| line.tid == tid && *matters)
        };
        let all = 0..self.told.threads.len();
        let acting: Vec<bool> = all.map(|index| acts(tid(index))).collect();
        self.add_spawns(&mut matters, &|tid| is_stuck(tid) || acting[tid.index()]);
        matters
    }

    /// Who reads that a lock is given back wants to know that it was taken, and the other
    /// way round.
    fn keep_pairs(&self, matters: &mut [bool]) {
        for section in sections(self.lines) {
            if let Some(end) = matters.get(section.end).copied() {
                matters[section.begin] |= end;
                matters[section.end] |= matters[section.begin];
            }
        }
    }

    /// The steps on the cell, and those by which its two threads could have
    /// told each other something.
    fn around_a_race(&self, race: &DataRace) -> Vec<bool> {
        let pair = [race.earlier.tid, race.later.tid];
        let both = |id: ObjId| pair.iter().all(|tid| self.touched(*tid, id));
        let is_lock = |id: ObjId| matches!(self.object(id), State::Mutex(_) | State::RwLock(_));
        let mut matters = self.touching(|line, id| {
            id == race.cell || pair.contains(&line.tid) && (is_lock(id) || both(id))
        });
        for (index, line) in self.lines.iter().enumerate() {
            matters[index] |= pair.contains(&line.tid) && speaks(line.act);
        }
        self.add_spawns(&mut matters, &|tid| pair.contains(&tid));
        matters
    }

    fn touching(&self, wanted: impl Fn(&Line, ObjId) -> bool) -> Vec<bool> {
        let matters = |line: &Line| line.touches.iter().any(|(id, _)| wanted(line, *id));
        self.lines.iter().map(matters).collect()
    }

    /// Who starts a thread that matters.
    fn add_spawns(&self, matters: &mut [bool], wanted: &dyn Fn(Tid) -> bool) {
        for (line, matters) in self.lines.iter().zip(matters) {
            if let (Act::Spawn, Some(child)) = (line.act, line.other) {
                *matters = wanted(child);
            }
        }
    }

    fn object(&self, id: ObjId) -> &State {
        &self.told.objects[id.0 as usize].state
    }

    fn touched(&self, tid: Tid, id: ObjId) -> bool {
        let touches = |line: &&Line| line.tid == tid && line.touches.iter().any(|(o, _)| *o == id);
        self.lines.iter().any(|line| touches(&line))
    }

    /// Whether the program comes to a lock or an atomic in a line.
    fn is_of_the_program(&self, line: &Line) -> bool {
        let object = line.object().map(|id| self.object(id));
        let comes = matches!(
            object,
            Some(State::Mutex(_) | State::RwLock(_) | State::Atomic(_))
        );
        comes && line.spot.as_ref().is_some_and(|spot| !is_of_a_test(spot))
    }

    fn is_shared(&self, id: ObjId) -> bool {
        self.shared[id.0 as usize]
    }
}

fn shared(told: &Execution, lines: &[Line]) -> Vec<bool> {
    let mut first: Vec<Option<Tid>> = vec![None; told.objects.len()];
    let mut shared = vec![false; told.objects.len()];
    let mut noticed = vec![false; told.objects.len()];
    for line in lines {
        for (id, touch) in &line.touches {
            let index = id.0 as usize;
            let first = first[index].get_or_insert(line.tid);
            shared[index] |= *first != line.tid;
            noticed[index] |= !matches!(touch, Touch::Count | Touch::Release);
        }
    }
    // Owners that come and go tell nobody anything, if nobody looks.
    let all = told.objects.iter().zip(noticed).zip(&mut shared);
    for ((object, noticed), shared) in all {
        *shared &= noticed || !matches!(object.state, State::Arc(_));
    }
    shared
}

/// Acts that say something though they touch nothing.
fn speaks(act: Act) -> bool {
    matches!(
        act,
        Act::Print | Act::Sleep | Act::Panic | Act::JoinScope | Act::Fence
    )
}

/// Whether a step that might have got something got nothing. That it found
/// nobody else there is what it found.
pub(crate) fn came_to_nothing(line: &Line) -> bool {
    match line.act {
        Act::TryLock | Act::TryRead | Act::TryWrite => line.text.starts_with("finds"),
        Act::TryReceive => {
            let nothing = ["finds nothing", "times out"];
            nothing.iter().any(|text| line.text.starts_with(text))
        }
        Act::Wake => {
            let nothing = ["times out", "wakes though nobody"];
            nothing.iter().any(|text| line.text.starts_with(text))
        }
        Act::Park => line.text.starts_with("wakes from park for no reason"),
        Act::CompareExchange => line.text.contains("for no reason"),
        Act::UnwrapArc => line.text.starts_with("cannot take"),
        Act::GetMutArc => line.text.starts_with("does not have"),
        Act::Upgrade => line.text.starts_with("cannot upgrade"),
        _ => false,
    }
}

/// Whether a later step may see what an earlier one did to the same object.
fn feeds(earlier: Touch, later: Touch) -> bool {
    let looks = |touch| matches!(touch, Touch::Read | Touch::LockShared | Touch::UnlockShared);
    !(looks(earlier) && looks(later))
}

/// The object whose change would let a thread go on.
pub(crate) fn waited_for(guard: Guard) -> Option<ObjId> {
    match guard {
        Guard::MutexFree(id)
        | Guard::NoWriter(id)
        | Guard::NoHolder(id)
        | Guard::MessageOrHangup(id)
        | Guard::RoomOrGone(id)
        | Guard::TakenOrGone(id, _)
        | Guard::NotRunning(id)
        | Guard::Done(id)
        | Guard::RoundOver(id, _)
        | Guard::Woken { mutex: id, .. } => Some(id),
        Guard::Always | Guard::Ended(_) | Guard::ScopeEmpty(_) | Guard::Token | Guard::LastExit => {
            None
        }
    }
}
