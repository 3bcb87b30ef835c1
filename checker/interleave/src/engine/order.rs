//! The order of dependent steps: what each step could have come before.
//!
//! This is the bookkeeping of partial-order reduction. Every step is put behind
//! the steps that it depends on; where two dependent steps could have come the
//! other way round, the strategy is told.

use super::clock::{Clock, Tid};
use super::execution::{Execution, Thread};
use super::memory::Onlooker;
use super::object::{Access, Object, Place, State};
use super::op::{Act, Effect, Footprint, ObjId, Touch, Touches};
use super::scheduler::FAIR_AFTER;
use super::total::TotalOrder;
use crate::search::Reversal;
use smallvec::SmallVec;

/// A step that was taken.
pub(super) struct Event {
    tid: Tid,
    seq: u32,
    footprint: Footprint,
    order: Clock,
}

/// What the announced step of a thread would touch now. A step that turns
/// out to change nothing only looks; as long as nobody changes what it
/// looks at, this stays so.
///
/// Inlined, because it is asked of every thread at every step and nearly always
/// says what was announced.
#[inline]
pub(super) fn footprint<'a>(
    threads: &'a [Thread],
    objects: &[Object],
    total: &TotalOrder,
    tid: Tid,
) -> Touches<'a> {
    let thread = &threads[tid.index()];
    let op = thread.next.as_ref().expect("ready");
    let looks_at = match op.effect {
        Effect::AsAnnounced => None,
        effect => only_looks_at(effect, thread, objects, total, tid),
    };
    Touches::of(&op.footprint, looks_at)
}

/// The atomic that a step only looks at: one in which it stores nothing new,
/// whichever store it reads.
fn only_looks_at(
    effect: Effect,
    thread: &Thread,
    objects: &[Object],
    total: &TotalOrder,
    tid: Tid,
) -> Option<ObjId> {
    let looks = |id: ObjId, order, idle: &dyn Fn(u64) -> bool| match &objects[id.0 as usize].state {
        State::Atomic(history) => {
            let who = Onlooker {
                tid,
                order,
                now: &thread.now,
                total,
                behind: Some(&thread.now.order),
            };
            let open = history.modifiable(&who);
            open.iter().all(|place| idle(history.at(*place).value))
        }
        _ => false,
    };
    let (atomic, looks) = match effect {
        Effect::AsAnnounced => return None,
        Effect::LooksUnless(id, value, order) => (id, looks(id, order, &|v| v != value)),
        Effect::LooksIf(id, value, order) => (id, looks(id, order, &|v| v == value)),
    };
    looks.then_some(atomic)
}

impl Execution {
    /// The running step is over: what it touched is remembered.
    pub(super) fn finish_event(&mut self) {
        if !std::mem::replace(&mut self.running, false) || !self.tracking {
            return;
        }
        let Some(mut event) = self.events.pop() else {
            return;
        };
        event
            .order
            .clone_from(&self.threads[self.current.index()].now.order);
        let depth = self.events.len();
        self.strategy.touched(depth, &event.footprint);
        for (obj, touch) in &event.footprint {
            self.record(event.tid, *obj, *touch, event.seq, depth);
        }
        self.events.push(event);
    }

    /// The running thread takes the step that it announced.
    pub fn begin(&mut self) {
        let tid = self.current;
        let thread = &mut self.threads[tid.index()];
        let op = thread.next.as_ref().expect("announced");
        let (act, at) = (op.act, op.at);
        let line = std::ptr::from_ref(at) as usize;
        super::watch::step(tid.0, at);
        thread.now.hb.tick(tid);
        // No line says where an owner is dropped, so no loop is seen by it.
        if !matches!(act, Act::DropArc | Act::DropWeak) {
            thread.last_line = if thread.last_line.0 == line {
                (line, thread.last_line.1 + 1)
            } else {
                (line, 1)
            };
        }
        if let Some(story) = &mut self.story {
            story.begin(tid, act, at, &op.footprint);
        }
        if !self.tracking || self.steps > FAIR_AFTER {
            return;
        }
        self.running = true;
        let footprint = footprint(&self.threads, &self.objects, &self.total, tid).to_footprint();
        self.order_step(tid, footprint);
    }

    /// The running thread passes a point that nobody else can notice, and that
    /// parts what it does to cells before from what it does after.
    pub fn private_step(&mut self, act: Act, at: Place) {
        self.see_cells();
        let tid = self.current;
        self.thread().now.hb.tick(tid);
        if let Some(story) = &mut self.story {
            story.begin(tid, act, at, &Footprint::new());
        }
    }

    /// Finds the steps that the running one could have come before, tells the
    /// strategy, and puts the running one behind all that it depends on.
    fn order_step(&mut self, tid: Tid, footprint: Footprint) {
        let depth = self.events.len();
        let known = self.threads[tid.index()].now.order.clone();
        let mut racing: SmallVec<[Access; 8]> = SmallVec::new();
        let mut order = known.clone();
        for (obj, touch) in &footprint {
            for access in &self.objects[obj.0 as usize].log {
                if access.tid == tid || !access.touch.orders(*touch) {
                    continue;
                }
                if access.touch.races(*touch)
                    && known.get(access.tid) < access.seq
                    && !self.was_shut_out(access, &footprint)
                {
                    racing.push(*access);
                }
                order.join(&self.events[access.depth].order);
            }
        }
        let seq = order.tick(tid);
        self.threads[tid.index()].now.order = order.clone();
        self.behind = known;
        self.events.push(Event {
            tid,
            seq,
            footprint,
            order,
        });
        for access in &racing {
            let covered = racing.iter().any(|other| {
                other.depth > access.depth
                    && self.events[other.depth].order.get(access.tid) >= access.seq
            });
            if !covered {
                let reversal = self.reversal(access, depth);
                self.strategy.reverse(&reversal);
            }
        }
    }

    /// Whether the running step, which takes a lock, was impossible at the time
    /// of `access`, because the lock was held. Then the two cannot change places.
    /// The step that took the lock, and that comes before, is the one to pass.
    fn was_shut_out(&self, access: &Access, footprint: &Footprint) -> bool {
        footprint.iter().any(|(obj, touch)| {
            if *touch != Touch::LockAlone {
                return false;
            }
            let log = &self.objects[obj.0 as usize].log;
            let depth = |touch: Touch| {
                let last = log.iter().find(|a| a.tid == access.tid && a.touch == touch);
                last.map(|a| a.depth)
            };
            depth(Touch::LockAlone).is_some_and(|locked| {
                let unlocked = depth(Touch::UnlockAlone).filter(|unlocked| *unlocked > locked);
                locked < access.depth && unlocked.is_none_or(|unlocked| access.depth < unlocked)
            })
        })
    }

    fn record(&mut self, tid: Tid, obj: ObjId, touch: Touch, seq: u32, depth: usize) {
        let log = &mut self.object(obj).log;
        let access = Access {
            tid,
            touch,
            seq,
            depth,
        };
        match log.iter_mut().find(|a| a.tid == tid && a.touch == touch) {
            Some(old) => *old = access,
            None => log.push(access),
        }
    }

    /// The running step turned out to touch an object less than announced.
    pub fn only(&mut self, obj: ObjId, touch: Touch) {
        if !self.running {
            return;
        }
        let Some(event) = self.events.last_mut() else {
            return;
        };
        for entry in event.footprint.iter_mut().filter(|entry| entry.0 == obj) {
            entry.1 = touch;
        }
    }

    /// An execution in which step `later` comes before `access`: which threads
    /// can it go on with from there?
    fn reversal(&self, access: &Access, later: usize) -> Reversal {
        let mut before: SmallVec<[usize; 16]> = SmallVec::new();
        let mut initials = 0u64;
        let mut seen = 0u64;
        for index in access.depth + 1..=later {
            let event = &self.events[index];
            if index != later && event.order.get(access.tid) >= access.seq {
                continue;
            }
            let bit = 1u64.checked_shl(event.tid.0).unwrap_or(0);
            if seen & bit == 0 {
                seen |= bit;
                let depends = before.iter().any(|earlier| {
                    let earlier = &self.events[*earlier];
                    event.order.get(earlier.tid) >= earlier.seq
                });
                if !depends {
                    initials |= bit;
                }
            }
            before.push(index);
        }
        Reversal {
            depth: access.depth,
            initials,
            wanted: self.events[later].tid,
        }
    }
}
