//! The scheduler: whose turn it is, and when nobody's.

use super::clock::Tid;
use super::execution::Execution;
use super::failure::{Failure, Stuck};
use super::object::State;
use super::op::{Guard, ObjId, Op};
use super::order::footprint;
use crate::search::{Candidate, Choice, Moment};
use smallvec::SmallVec;
use std::time::Duration;

/// After this many steps of one execution the scheduler takes turns fairly, so
/// that a program that ends under any fair schedule does end.
pub(super) const FAIR_AFTER: usize = 3_000;
/// After this many steps an execution counts as one that does not end.
const MOST_STEPS: usize = 60_000;
/// So many turns do threads get that only wait for a change, once nobody is
/// left to make one.
const IDLE_TURNS: usize = 20_000;
/// So many steps do the other threads get once the body has returned.
const LAST_STEPS: usize = 500;
/// Up to so many threads, a step costs the same.
pub(crate) const FEW_THREADS: usize = 25;
/// A thread that passes one line so often in a row is asked to give way.
const TIRED_AFTER: u32 = 6;

/// Whose turn it is.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Turn {
    Mine,
    Others,
}

impl Execution {
    /// The first choice of all.
    pub fn start(&mut self) {
        self.choose();
    }

    /// The thread whose coroutine is running; not `current` once the next
    /// thread is chosen.
    pub fn suspended_tid(&self) -> Tid {
        self.on_cpu
    }

    /// The coroutine of the chosen thread goes on.
    pub fn resumed(&mut self) {
        self.on_cpu = self.current;
    }

    /// The running thread says what it will do next; the scheduler decides who
    /// moves.
    pub fn announce(&mut self, op: Op) -> Turn {
        let me = self.current;
        self.see_cells();
        if self.see_last_drop(me, op.act) {
            return Turn::Others;
        }
        self.thread().next = Some(op);
        self.choose();
        if self.over || self.current != me {
            Turn::Others
        } else {
            Turn::Mine
        }
    }

    /// The running thread has ended; somebody else moves.
    pub fn ended(&mut self) {
        self.see_cells();
        let thread = self.thread();
        thread.ended = true;
        thread.next = None;
        self.choose();
    }

    /// Whether the announced step of a thread is possible, and whether only
    /// reluctantly.
    pub(super) fn possible(&self, tid: Tid) -> Option<bool> {
        let thread = &self.threads[tid.index()];
        let op = thread.next.as_ref()?;
        let state = |id: ObjId| &self.objects[id.0 as usize].state;
        let yes = match op.guard {
            Guard::Always => true,
            Guard::MutexFree(id) => matches!(state(id), State::Mutex(m) if m.owner.is_none()),
            Guard::NoWriter(id) => matches!(state(id), State::RwLock(l) if l.writer.is_none()),
            Guard::NoHolder(id) => {
                matches!(state(id), State::RwLock(l) if l.writer.is_none() && l.readers.is_empty())
            }
            Guard::Ended(tid) => self.threads[tid.index()].ended,
            Guard::ScopeEmpty(id) => matches!(state(id), State::Scope(s) if s.running == 0),
            Guard::Token => thread.token,
            Guard::MessageOrHangup(id) => {
                matches!(state(id), State::Channel(c) if c.sent > c.taken || c.senders == 0)
            }
            Guard::RoomOrGone(id) => matches!(state(id), State::Channel(c)
                if c.receiver_gone || c.bound.is_none_or(|b| c.sent - c.taken < b.max(1) as u64)),
            Guard::TakenOrGone(id, number) => {
                matches!(state(id), State::Channel(c) if c.taken > number || c.receiver_gone)
            }
            Guard::NotRunning(id) => matches!(state(id), State::Once(o) if o.running.is_none()),
            Guard::Done(id) => matches!(state(id), State::Once(o) if o.done),
            Guard::RoundOver(id, round) => {
                matches!(state(id), State::Barrier(b) if b.round > round)
            }
            Guard::Woken { mutex, timed } => {
                let free = matches!(state(mutex), State::Mutex(m) if m.owner.is_none());
                if free && !thread.woken && timed {
                    return Some(true);
                }
                free && thread.woken
            }
            Guard::LastExit => false,
        };
        yes.then_some(op.polite)
    }

    fn choose(&mut self) {
        self.finish_event();
        self.keep_board();
        if self.over {
            return;
        }
        let mut ready: SmallVec<[(Tid, bool); 8]> = SmallVec::new();
        let mut idle: SmallVec<[Tid; 8]> = SmallVec::new();
        for index in 0..self.threads.len() {
            let tid = Tid(u32::try_from(index).expect("few threads"));
            let Some(reluctant) = self.possible(tid) else {
                continue;
            };
            if self.waits_in_vain(tid) {
                idle.push(tid);
            } else {
                ready.push((tid, reluctant));
            }
        }
        self.saw_idle |= !idle.is_empty();
        if self.stubborn && !ready.is_empty() {
            ready.extend(idle.iter().map(|tid| (*tid, false)));
        }
        if ready.is_empty() {
            return self.nobody_moves(&idle);
        }
        if self.body_returned() {
            self.steps_after_return += 1;
            if self.steps_after_return > LAST_STEPS {
                self.over = true;
                return;
            }
        }
        if !self.stubborn {
            self.idle_turns = 0;
        }
        self.run_one_of(&ready);
    }

    fn run_one_of(&mut self, ready: &[(Tid, bool)]) {
        // Past this point neither the strategy nor its bookkeeping is asked,
        // for the rest of the execution.
        if self.steps >= FAIR_AFTER {
            self.went_fair = true;
            let tid = self.fair_choice(ready);
            return self.run_next(tid);
        }
        match self.ask(ready) {
            Choice::Run(tid) => self.run_next(tid),
            Choice::Prune => {
                self.pruned = true;
                self.over = true;
            }
        }
    }

    /// How much work the steps were: each choice looks at all threads. For a
    /// program of few threads only the steps count.
    pub fn work(&self) -> usize {
        self.steps * self.threads.len().max(FEW_THREADS)
    }

    /// Whether the body has returned, so that the program may end any time.
    fn body_returned(&self) -> bool {
        let main = &self.threads[Tid::MAIN.index()];
        main.ended || matches!(&main.next, Some(op) if op.guard == Guard::LastExit)
    }

    fn ask(&mut self, ready: &[(Tid, bool)]) -> Choice {
        let tired = !self.stubborn && self.threads[self.current.index()].last_line.1 >= TIRED_AFTER;
        // Pushed and not collected: that is much slower, and this is done at
        // every step.
        let mut candidates: SmallVec<[Candidate; 8]> = SmallVec::new();
        for (tid, reluctant) in ready {
            let op = self.threads[tid.index()].next.as_ref().expect("ready");
            candidates.push(Candidate {
                tid: *tid,
                act: op.act,
                at: op.at,
                footprint: footprint(&self.threads, &self.objects, &self.total, *tid),
                reluctant: *reluctant,
            });
        }
        self.strategy.choose(&Moment {
            current: self.current,
            tired,
            candidates: &candidates,
        })
    }

    /// Turn by turn, whatever the strategy.
    fn fair_choice(&mut self, ready: &[(Tid, bool)]) -> Tid {
        // Turns of uneven length: threads in lockstep would never get out of
        // each other's way.
        self.fair_turn = self
            .fair_turn
            .wrapping_mul(1_664_525)
            .wrapping_add(1_013_904_223);
        ready[(self.fair_turn >> 16) as usize % ready.len()].0
    }

    /// No thread can make progress: the program is over, or stuck.
    fn nobody_moves(&mut self, idle: &[Tid]) {
        if self.body_returned() {
            self.over = true;
            return;
        }
        if idle.is_empty() {
            // A body that panicked and hangs while it cleans up has failed
            // already; the panic says more than the hang.
            let panic = self.raised.iter().find(|r| r.tid == Tid::MAIN).cloned();
            if let Some(raised) = panic.filter(|_| self.threads[0].panics > 0) {
                return self.fail(Failure::Panic {
                    message: raised.message,
                    place: raised.place,
                });
            }
            let stuck = self.stuck();
            return self.fail(Failure::Deadlock(stuck));
        }
        self.idle_turns += 1;
        if self.idle_turns > IDLE_TURNS {
            let stuck = self.stuck();
            return self.fail(Failure::Livelock(stuck));
        }
        // A loop may count its turns, or watch the clock.
        self.let_time_pass();
        let waiting: SmallVec<[(Tid, bool); 8]> = idle.iter().map(|tid| (*tid, false)).collect();
        let turn = self.fair_choice(&waiting);
        self.run_one_of(&[(turn, false)]);
    }

    fn run_next(&mut self, tid: Tid) {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            let stuck = self.stuck();
            return self.fail(Failure::Livelock(stuck));
        }
        self.current = tid;
        self.schedule.threads.push(tid);
    }

    /// Moves the clock on while threads go round, further and further.
    pub(super) fn let_time_pass(&mut self) {
        if self.idle_turns.is_multiple_of(64) {
            let hour = Duration::from_hours(1);
            self.clock += self.clock.clamp(Duration::from_millis(1), hour);
        }
    }

    fn stuck(&self) -> Vec<Stuck> {
        let all = self.threads.iter().enumerate();
        all.filter_map(|(index, thread)| {
            let op = thread.next.as_ref()?;
            let tid = Tid(u32::try_from(index).expect("few threads"));
            (op.guard != Guard::LastExit).then(|| Stuck {
                tid,
                place: op.at,
                waits_for: match self.possible(tid) {
                    // It moves, but nothing comes of it.
                    Some(_) => None,
                    None => Some(self.what_it_waits_for(op)),
                },
            })
        })
        .collect()
    }
}
