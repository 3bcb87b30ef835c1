//! What happened in an execution, step by step, for the story.

use super::board::{Board, MOST_BOARDS, MOST_THREADS};
use super::clock::Tid;
use super::execution::Execution;
use super::failure::Spot;
use super::object::{Place, State};
use super::op::{Act, Footprint, Guard, ObjId, Op};
use crate::source::shortest;
use std::sync::atomic::Ordering;

/// One step of a story.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub tid: Tid,
    pub act: Act,
    pub spot: Option<Spot>,
    /// What the step did or saw.
    pub text: String,
    /// The objects that it touches, and how.
    pub touches: Footprint,
    /// It changed something that others may notice.
    pub changed: bool,
    /// The thread that is spawned or joined.
    pub other: Option<Tid>,
    /// What an atomic operation read.
    pub memory: Option<Memory>,
    /// Where everything stood afterwards.
    pub after: Option<Board>,
}

impl Line {
    fn new(tid: Tid, act: Act) -> Line {
        Line {
            tid,
            act,
            spot: None,
            text: String::new(),
            touches: Footprint::new(),
            changed: false,
            other: None,
            memory: None,
            after: None,
        }
    }

    /// The object that the step is about.
    pub fn object(&self) -> Option<ObjId> {
        self.touches.first().map(|(id, _)| *id)
    }
}

/// What an atomic operation read and missed.
#[derive(Clone, Debug)]
pub(crate) struct Memory {
    pub atomic: ObjId,
    pub order: Ordering,
    /// The store that it read; `None` if it only stored.
    pub read: Option<Read>,
    /// The newest store, if it read an older one.
    pub missed: Option<Missed>,
}

/// A store that was read. `at` is `None` for the first value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Read {
    pub by: Tid,
    pub at: Option<Place>,
}

/// A store that was there, and not read.
#[derive(Clone, Debug)]
pub(crate) struct Missed {
    pub value: String,
    pub by: Tid,
    pub at: Option<Place>,
}

/// The steps of one execution.
#[derive(Clone, Default, Debug)]
pub(crate) struct Story {
    pub lines: Vec<Line>,
    /// What the program prints is printed, and its panics are shown.
    pub aloud: bool,
}

impl Story {
    pub fn begin(&mut self, tid: Tid, act: Act, at: Place, touches: &Footprint) {
        self.lines.push(Line {
            // Nobody writes down where something is dropped; the line that
            // made it would mislead.
            spot: (!act.is_a_drop()).then(|| Spot::of(at)),
            touches: touches.clone(),
            ..Line::new(tid, act)
        });
    }

    pub fn panicked(&mut self, tid: Tid, place: Option<&Spot>) {
        self.lines.push(Line {
            spot: place.cloned(),
            text: "panics".to_string(),
            ..Line::new(tid, Act::Panic)
        });
    }

    /// Something that the thread wrote with `println!` and the like.
    pub fn printed(&mut self, tid: Tid, text: &str) {
        for line in text.lines() {
            self.lines.push(Line {
                text: format!("prints \"{line}\""),
                ..Line::new(tid, Act::Print)
            });
        }
    }
}

impl Execution {
    /// Says what the running step did. Costs nothing unless a story is kept.
    pub fn tell(&mut self, text: impl FnOnce(&Execution) -> String) {
        if self.story.is_none() {
            return;
        }
        let text = text(self);
        self.put_down(text);
    }

    /// The rest of [`tell`](Execution::tell), which is not generic.
    fn put_down(&mut self, text: String) {
        self.note(|line| line.text = text);
    }

    /// Notes something about the running step. Costs nothing unless a story is
    /// kept.
    pub fn note(&mut self, note: impl FnOnce(&mut Line)) {
        let tid = self.current;
        let lines = self.story.iter_mut().flat_map(|story| &mut story.lines);
        if let Some(line) = lines.rev().find(|l| l.tid == tid) {
            note(line);
        }
    }

    /// Keeps where everything stands after the last step.
    pub fn keep_board(&mut self) {
        let unseen = |story: &Story| {
            let last = story.lines.last();
            story.lines.len() <= MOST_BOARDS && last.is_some_and(|line| line.after.is_none())
        };
        if self.threads.len() > MOST_THREADS || !self.story.as_ref().is_some_and(unseen) {
            return;
        }
        let board = self.board();
        let lines = self.story.iter_mut().flat_map(|story| &mut story.lines);
        // What was printed since the last step stands where the step does.
        for line in lines.rev().take_while(|line| line.after.is_none()) {
            line.after = Some(board.clone());
        }
    }

    /// The name of a thread, as stories have it.
    pub fn thread_name(&self, tid: Tid) -> String {
        match self.threads.get(tid.index()).and_then(|t| t.name.as_ref()) {
            Some(name) => name.clone(),
            None => format!("thread {}", tid.0),
        }
    }

    /// The name of an object, as stories have it.
    pub fn object_name(&self, id: ObjId) -> String {
        let object = &self.objects[id.0 as usize];
        format!("{} {}", object.state.noun(), object.number)
    }

    fn holder(&self, tid: Tid, since: Place) -> String {
        format!(
            "{} since {}",
            self.thread_name(tid),
            shortest(&Spot::of(since))
        )
    }

    /// In words, what the announced step of a thread waits for.
    pub fn what_it_waits_for(&self, op: &Op) -> String {
        let name = |id: ObjId| self.object_name(id);
        match op.guard {
            Guard::Always => "nothing".to_string(),
            Guard::MutexFree(id) => match &self.objects[id.0 as usize].state {
                State::Mutex(lock) => match lock.owner {
                    Some((owner, since)) if Some(owner) == self.waiter(op) => format!(
                        "{}, which it holds itself since {}",
                        name(id),
                        shortest(&Spot::of(since))
                    ),
                    Some((owner, since)) => {
                        format!("{}, held by {}", name(id), self.holder(owner, since))
                    }
                    None => format!("{} (free)", name(id)),
                },
                _ => name(id),
            },
            Guard::NoWriter(id) | Guard::NoHolder(id) => match &self.objects[id.0 as usize].state {
                State::RwLock(lock) => {
                    if let Some((owner, since)) = lock.writer {
                        format!(
                            "{}, held for writing by {}",
                            name(id),
                            self.holder(owner, since)
                        )
                    } else if let Some((owner, since)) = lock.readers.first() {
                        format!(
                            "{}, held for reading by {}",
                            name(id),
                            self.holder(*owner, since)
                        )
                    } else {
                        format!("{} (free)", name(id))
                    }
                }
                _ => name(id),
            },
            Guard::Ended(tid) => format!("the end of {}", self.thread_name(tid)),
            Guard::ScopeEmpty(_) => "the end of the threads of its scope".to_string(),
            Guard::Token => "an unpark".to_string(),
            Guard::MessageOrHangup(id) => match &self.objects[id.0 as usize].state {
                State::Channel(channel) => {
                    let senders = match channel.senders {
                        1 => "1 sender is still there".to_string(),
                        many => format!("{many} senders are still there"),
                    };
                    format!("a message on {}: it is empty, and {senders}", name(id))
                }
                _ => name(id),
            },
            Guard::RoomOrGone(id) => format!("room in {}: it is full", name(id)),
            Guard::TakenOrGone(id, _) => {
                format!("a receiver to take its message from {}", name(id))
            }
            Guard::NotRunning(id) => {
                format!("the initialiser of {}, which is still running", name(id))
            }
            Guard::Done(id) => format!("a value in {}", name(id)),
            Guard::RoundOver(id, _) => match &self.objects[id.0 as usize].state {
                State::Barrier(barrier) => format!(
                    "{}: {} of {} threads have arrived",
                    name(id),
                    barrier.arrived,
                    barrier.size
                ),
                _ => name(id),
            },
            Guard::Woken { mutex, .. } => {
                let waiter = self.waiter(op).map(|tid| &self.threads[tid.index()]);
                match waiter.and_then(|t| t.asleep_on) {
                    Some(condvar) => format!("a notify on {}", name(condvar)),
                    None => match &self.objects[mutex.0 as usize].state {
                        State::Mutex(lock) => match lock.owner {
                            Some((owner, since)) => format!(
                                "{}, held by {} (it was notified)",
                                name(mutex),
                                self.holder(owner, since)
                            ),
                            None => "a notify".to_string(),
                        },
                        _ => "a notify".to_string(),
                    },
                }
            }
            Guard::LastExit => "the end of the program".to_string(),
        }
    }

    fn waiter(&self, op: &Op) -> Option<Tid> {
        let same = |t: &super::execution::Thread| {
            t.next.as_ref().is_some_and(|next| std::ptr::eq(next, op))
        };
        let index = self.threads.iter().position(same)?;
        Some(Tid(u32::try_from(index).ok()?))
    }
}
