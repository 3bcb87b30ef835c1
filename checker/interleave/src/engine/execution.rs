//! One execution of a program: its threads and its objects.

use super::clock::{Clock, Tid};
use super::counts::Counts;
use super::failure::{Failure, Spot};
use super::heap::Freed;
use super::memory::View;
use super::object::{Object, Place, State};
use super::op::{Act, ObjId, Op};
use super::order::Event;
use super::races::Watched;
use super::stamp::Stamp;
use super::tell::Story;
use super::total::TotalOrder;
use crate::search::Strategy;
use crate::search::replay::Schedule;
use smallvec::SmallVec;
use std::any::Any;
use std::cell::RefCell;
use std::time::Duration;

/// A thread of the program.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Thread {
    pub name: Option<String>,
    /// The thread that started it.
    pub parent: Tid,
    /// The step that it will take next; `None` once it has ended.
    pub next: Option<Op>,
    pub ended: bool,
    pub now: Stamp,
    pub view: View,
    pub token: bool,
    /// What those published that unparked it.
    pub token_stamp: Stamp,
    pub token_object: Option<ObjId>,
    pub object: Option<ObjId>,
    /// It was woken from a condition variable, and by what.
    pub woken: bool,
    /// The condition variable that it sleeps on.
    pub asleep_on: Option<ObjId>,
    /// How deep in panics it is.
    pub panics: u32,
    /// It drops the values of so many `Arc`s, one inside the other.
    pub last_drops: u32,
    pub locals: Vec<(usize, Option<Box<dyn Any>>)>,
    /// What it looked at since it last changed anything.
    pub(super) seen: SmallVec<[Glance; 8]>,
    /// It goes round in a loop that only another thread can end.
    pub(super) idle: bool,
    pub(super) last_line: (usize, u32),
}

/// One look at an object, from one line.
#[derive(PartialEq, Eq, Clone, Copy)]
pub(super) struct Glance {
    pub line: usize,
    pub object: Option<ObjId>,
    pub version: u32,
}

/// A panic that a thread of the program raised.
#[derive(Clone, Debug)]
pub(crate) struct Raised {
    pub tid: Tid,
    pub message: String,
    pub place: Option<Spot>,
}

/// One execution. See the module.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Execution {
    pub id: u32,
    pub current: Tid,
    pub(super) on_cpu: Tid,
    pub threads: Vec<Thread>,
    pub objects: Vec<Object>,
    pub total: TotalOrder,
    pub clock: Duration,
    pub failure: Option<Failure>,
    pub raised: Vec<Raised>,
    pub story: Option<Story>,
    pub schedule: Schedule,
    /// Nothing more will run.
    pub over: bool,
    /// The strategy saw that the rest is known.
    pub pruned: bool,
    /// The conditions of `sometimes!` that were come by, and whether they held.
    pub sometimes: Vec<(&'static crate::explore::Sometime, bool)>,
    /// Threads that go round in a loop may go on doing so while others could
    /// end it: a loop may count its turns and give up.
    pub stubborn: bool,
    /// Some thread went round in a loop.
    pub saw_idle: bool,
    /// It was so long that the scheduler took over from the strategy.
    pub went_fair: bool,
    /// Others may also go first right after a step. See [`super::gap`].
    pub gaps: bool,
    /// The `Arc`s and their owners.
    pub counts: Counts,
    /// Allowed wake-ups for no reason that are left.
    pub whims: u32,
    /// Something could have failed or woken on a whim.
    pub saw_whim: bool,
    pub strategy: Box<dyn Strategy>,
    /// The cells whose memory is watched for writes.
    pub(super) watched: Vec<Watched>,
    /// The memory that the program has freed.
    pub freed: Freed,
    pub(super) tracking: bool,
    pub(super) events: Vec<Event>,
    /// What the running thread's order of steps was before the running step.
    pub behind: Clock,
    pub running: bool,
    pub(super) steps: usize,
    pub(super) steps_after_return: usize,
    pub(super) idle_turns: usize,
    pub(super) fair_turn: u32,
}

/// Empty lists with room in them, from an execution that is over. To make room
/// anew takes a good part of the time of a short one.
#[derive(Default)]
struct Room {
    threads: Vec<Thread>,
    objects: Vec<Object>,
    events: Vec<Event>,
    schedule: Schedule,
}

thread_local! {
    static ROOM: RefCell<Room> = RefCell::default();
}

impl Execution {
    pub fn new(
        id: u32,
        strategy: Box<dyn Strategy>,
        whims: u32,
        story: Option<Story>,
    ) -> Execution {
        let room = ROOM.take();
        Execution {
            id,
            current: Tid::MAIN,
            on_cpu: Tid::MAIN,
            threads: room.threads,
            objects: room.objects,
            total: TotalOrder::default(),
            clock: Duration::ZERO,
            failure: None,
            raised: Vec::new(),
            story,
            schedule: room.schedule,
            over: false,
            pruned: false,
            sometimes: Vec::new(),
            stubborn: false,
            saw_idle: false,
            went_fair: false,
            gaps: false,
            counts: Counts::default(),
            whims,
            saw_whim: false,
            tracking: strategy.wants_reversals(),
            strategy,
            watched: Vec::new(),
            freed: Freed::default(),
            events: room.events,
            behind: Clock::default(),
            running: false,
            steps: 0,
            steps_after_return: 0,
            idle_turns: 0,
            fair_turn: 0,
        }
    }

    /// Ends the execution. Its strategy and its room are for the next one.
    pub fn end(mut self: Box<Execution>) -> Box<dyn Strategy> {
        self.threads.clear();
        self.objects.clear();
        self.events.clear();
        self.schedule.threads.clear();
        self.schedule.outcomes.clear();
        ROOM.set(Room {
            threads: std::mem::take(&mut self.threads),
            objects: std::mem::take(&mut self.objects),
            events: std::mem::take(&mut self.events),
            schedule: std::mem::take(&mut self.schedule),
        });
        self.strategy
    }

    /// Adds a thread that will start once the scheduler picks it.
    pub fn add_thread(&mut self, name: Option<String>, at: Place) -> Tid {
        let tid = Tid(u32::try_from(self.threads.len()).expect("few threads"));
        let mut now = self
            .threads
            .get(self.current.index())
            .map(|parent| parent.now.clone())
            .unwrap_or_default();
        now.hb.tick(tid);
        self.threads.push(Thread {
            name,
            parent: self.current,
            next: Some(Op::new(Act::Start, at)),
            ended: false,
            now,
            view: View::default(),
            token: false,
            token_stamp: Stamp::default(),
            token_object: None,
            object: None,
            woken: false,
            asleep_on: None,
            panics: 0,
            last_drops: 0,
            locals: Vec::new(),
            seen: SmallVec::new(),
            idle: false,
            last_line: (0, 0),
        });
        tid
    }

    /// Adds an object.
    pub fn add_object(&mut self, state: State) -> ObjId {
        let kind = std::mem::discriminant(&state);
        let same = |o: &&Object| std::mem::discriminant(&o.state) == kind;
        let before = self.objects.iter().rev().find(same);
        let number = before.map_or(1, |o| o.number + 1);
        let id = ObjId(u32::try_from(self.objects.len()).expect("few objects"));
        self.objects.push(Object {
            state,
            number,
            version: 0,
            log: SmallVec::new(),
        });
        id
    }

    pub fn object(&mut self, id: ObjId) -> &mut Object {
        &mut self.objects[id.0 as usize]
    }

    pub fn thread(&mut self) -> &mut Thread {
        &mut self.threads[self.current.index()]
    }

    /// What the running thread knows at this point.
    pub fn now(&self) -> Stamp {
        self.threads[self.current.index()].now.clone()
    }

    /// The running thread learns what another one published.
    pub fn learn(&mut self, stamp: &Stamp) {
        self.threads[self.current.index()].now.join(stamp);
    }

    /// The object that stands for the thread itself.
    pub fn thread_object(&mut self, tid: Tid) -> ObjId {
        if let Some(id) = self.threads[tid.index()].object {
            return id;
        }
        let id = self.add_object(State::Thread);
        self.threads[tid.index()].object = Some(id);
        id
    }

    /// The object that stands for the thread's park token.
    pub fn token_object(&mut self, tid: Tid) -> ObjId {
        if let Some(id) = self.threads[tid.index()].token_object {
            return id;
        }
        let id = self.add_object(State::Token);
        self.threads[tid.index()].token_object = Some(id);
        id
    }

    /// Ends the execution with a failure.
    pub fn fail(&mut self, failure: Failure) {
        if self.failure.is_none() {
            self.failure = Some(failure);
        }
        self.over = true;
    }

    /// Asks the strategy which of `count` outcomes the running step has.
    pub fn outcome(&mut self, count: usize) -> usize {
        if count <= 1 {
            return 0;
        }
        let outcome = self.strategy.outcome(count);
        self.schedule.outcomes.push(outcome);
        outcome
    }

    /// As [`outcome`](Execution::outcome), where `odd` further outcomes are
    /// legal but odd: a wake-up for no reason, an exchange that fails on an old
    /// value. Each execution has few of those. `Err` is an odd outcome.
    pub fn outcome_or_whim(&mut self, count: usize, odd: usize) -> Result<usize, usize> {
        self.saw_whim |= odd > 0;
        let offered = if self.whims == 0 { 0 } else { odd };
        let outcome = self.outcome(count + offered);
        match outcome.checked_sub(count) {
            None => Ok(outcome),
            Some(whim) => {
                self.whims -= 1;
                Err(whim)
            }
        }
    }

    /// Asks whether something legal but odd happens now.
    pub fn whim(&mut self) -> bool {
        self.outcome_or_whim(1, 1).is_err()
    }

    /// The steps that the running one cannot come before in any case, where
    /// that is kept.
    pub fn behind(&self) -> Option<&Clock> {
        self.running.then_some(&self.behind)
    }
}
