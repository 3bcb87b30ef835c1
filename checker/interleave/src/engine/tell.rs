//! What happened in an execution, step by step, for the story.

use super::clock::Tid;
use super::execution::Execution;
use super::failure::Spot;
use super::object::{Place, State};
use super::op::{Act, Guard, ObjId, Op};

/// One step of a story.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub tid: Tid,
    pub act: Act,
    pub spot: Option<Spot>,
    /// What the step did or saw.
    pub text: String,
}

/// The steps of one execution.
#[derive(Clone, Default, Debug)]
pub(crate) struct Story {
    pub lines: Vec<Line>,
}

impl Story {
    pub fn begin(&mut self, tid: Tid, act: Act, at: Place) {
        self.lines.push(Line {
            tid,
            act,
            // Nobody writes down where something is dropped; the line that
            // made it would mislead.
            spot: (!act.is_a_drop()).then(|| Spot::of(at)),
            text: String::new(),
        });
    }

    pub fn panicked(&mut self, tid: Tid, place: Option<&Spot>) {
        self.lines.push(Line {
            tid,
            act: Act::Panic,
            spot: place.cloned(),
            text: "panics".to_string(),
        });
    }

    /// Something that the thread wrote with `println!` and the like.
    pub fn printed(&mut self, tid: Tid, text: &str) {
        for line in text.lines() {
            self.lines.push(Line {
                tid,
                act: Act::Print,
                spot: None,
                text: format!("prints \"{line}\""),
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
        let tid = self.current;
        let lines = self.story.iter_mut().flat_map(|story| &mut story.lines);
        if let Some(line) = lines.rev().find(|l| l.tid == tid) {
            line.text = text;
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
        format!("{} since line {}", self.thread_name(tid), since.line())
    }

    /// In words, what the announced step of a thread waits for.
    pub fn what_it_waits_for(&self, op: &Op) -> String {
        let name = |id: ObjId| self.object_name(id);
        match op.guard {
            Guard::Always => "nothing".to_string(),
            Guard::MutexFree(id) => match &self.objects[id.0 as usize].state {
                State::Mutex(lock) => match lock.owner {
                    Some((owner, since)) if Some(owner) == self.waiter(op) => format!(
                        "{}, which it holds itself since line {}",
                        name(id),
                        since.line()
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
                    let lines: Vec<String> = channel
                        .sender_places
                        .iter()
                        .map(|place| format!("line {}", place.line()))
                        .collect();
                    let senders = match lines.as_slice() {
                        [one] => format!("1 sender has not been dropped, made at {one}"),
                        many => format!(
                            "{} senders have not been dropped, made at {}",
                            many.len(),
                            many.join(", ")
                        ),
                    };
                    format!(
                        "a message on {}: it is empty,\n      and {senders}",
                        name(id)
                    )
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
