//! What all atomics share: the steps, on values of 64 bits.

use crate::engine::execution::Execution;
use crate::engine::memory::{History, Operation, releases};
use crate::engine::object::{Place, State};
use crate::engine::op::{Act, Effect, ObjId, Op, Touch};
use crate::engine::{self, step};
use crate::handle::Handle;
use ::std::panic::Location;
use ::std::sync::atomic::Ordering;

/// An atomic of the program, at one line of it.
pub(crate) struct Cell<'a> {
    pub handle: &'a Handle,
    /// The value that it was made with.
    pub initial: u64,
    pub at: Place,
    /// How a value is shown in a story.
    pub show: fn(u64) -> String,
}

/// The two orderings of a compare-exchange, and whether it may fail for no
/// reason.
#[derive(Clone, Copy)]
pub(crate) struct Exchange {
    pub success: Ordering,
    pub failure: Ordering,
    pub weak: bool,
}

/// The newest value, if the running execution knows the atomic. No step.
pub(crate) fn peek(handle: &Handle) -> Option<u64> {
    let id = handle.known()?;
    Some(engine::inside(|e| e.object(id).atomic().latest().value))
}

impl Cell<'_> {
    fn object(&self) -> ObjId {
        self.handle
            .object(|| State::Atomic(History::new(self.initial)))
    }

    fn op(&self, act: Act, id: ObjId, touch: Touch, order: Ordering) -> Op {
        let op = Op::new(act, self.at).touching(id, touch);
        if order == Ordering::SeqCst {
            // Its place in the single total order matters to SeqCst fences only.
            let total = engine::inside(Execution::total_object);
            op.touching(total, Touch::Read)
        } else {
            op
        }
    }

    /// Runs an operation of the running thread on the history of the atomic.
    fn on_history<R>(
        &self,
        e: &mut Execution,
        id: ObjId,
        order: Ordering,
        run: impl FnOnce(&mut History, &mut Operation) -> R,
    ) -> R {
        let me = e.current;
        let thread = &mut e.threads[me.index()];
        let mut operation = Operation {
            tid: me,
            at: self.at,
            order,
            now: &mut thread.now,
            view: &mut thread.view,
            total: &mut e.total,
        };
        run(e.objects[id.0 as usize].atomic(), &mut operation)
    }

    pub fn load(&self, order: Ordering) -> u64 {
        assert!(
            order != Ordering::Release,
            "there is no such thing as a release load"
        );
        assert!(
            order != Ordering::AcqRel,
            "there is no such thing as an acquire-release load"
        );
        let id = self.object();
        step(self.op(Act::Load, id, Touch::Read, order));
        engine::inside(|e| {
            let count = self.on_history(e, id, order, |history, by| history.readable(by));
            let age = e.outcome(count);
            let value = self.on_history(e, id, order, |history, by| history.load(age, by));
            if age == 0 {
                e.looked(Some(id), self.at);
            } else {
                e.looked_back();
            }
            let newest = e.object(id).atomic().latest();
            let (newest, by, line) = (newest.value, newest.by, newest.at.map_or(0, Location::line));
            e.tell(|e| {
                let (name, shown) = (e.object_name(id), (self.show)(value));
                if age == 0 {
                    return format!("loads {name} -> {shown}");
                }
                format!(
                    "loads {name} -> {shown} (an old value: {order:?} may still miss the {} that {} stored at line {line})",
                    (self.show)(newest),
                    e.thread_name(by),
                )
            });
            value
        })
    }

    pub fn store(&self, value: u64, order: Ordering) {
        assert!(
            order != Ordering::Acquire,
            "there is no such thing as an acquire store"
        );
        assert!(
            order != Ordering::AcqRel,
            "there is no such thing as an acquire-release store"
        );
        let id = self.object();
        step(self.op(Act::Store, id, Touch::Write, order));
        engine::inside(|e| {
            self.on_history(e, id, order, |history, by| history.store(value, by));
            e.changed(id);
            e.tell(|e| format!("stores {} in {}", (self.show)(value), e.object_name(id)));
        });
        engine::gap(self.at);
    }

    /// Puts `value` in place of `old`, the newest one, in the middle of a step.
    fn replace(&self, id: ObjId, old: u64, value: u64, order: Ordering) {
        engine::inside(|e| {
            self.on_history(e, id, order, |history, by| history.replace(value, by));
            if old == value {
                e.looked(Some(id), self.at);
            } else {
                e.changed(id);
            }
        });
    }

    /// A read-modify-write; returns the value before. `stores` is the value
    /// that it stores, where that does not depend on the value before.
    pub fn modify(
        &self,
        order: Ordering,
        stores: Option<u64>,
        change: impl FnOnce(u64) -> u64,
    ) -> u64 {
        let id = self.object();
        let announced = self.op(Act::ReadModifyWrite, id, Touch::Write, order);
        // Storing what is there already changes nothing that others could see,
        // unless it publishes something: a spin lock's failed `swap`.
        step(match stores {
            Some(value) if !releases(order) => announced.with(Effect::LooksIf(id, value)),
            _ => announced,
        });
        let old = engine::inside(|e| e.object(id).atomic().latest().value);
        let new = change(old);
        self.replace(id, old, new, order);
        engine::inside(|e| {
            e.tell(|e| {
                let (name, old, new) = (e.object_name(id), (self.show)(old), (self.show)(new));
                format!("turns {name} from {old} into {new}")
            });
        });
        engine::gap(self.at);
        old
    }

    /// A compare-exchange: `Ok` with the value before, or `Err` with the value
    /// found.
    pub fn exchange(&self, current: u64, new: u64, how: Exchange) -> Result<u64, u64> {
        assert!(
            how.failure != Ordering::Release,
            "there is no such thing as a release failure ordering"
        );
        assert!(
            how.failure != Ordering::AcqRel,
            "there is no such thing as an acquire-release failure ordering"
        );
        let id = self.object();
        let announced = self.op(Act::CompareExchange, id, Touch::Write, how.success);
        step(announced.with(Effect::LooksUnless(id, current)));
        let old = engine::inside(|e| e.object(id).atomic().latest().value);
        let whim = how.weak && old == current && engine::inside(Execution::whim);
        if old == current && !whim {
            self.replace(id, old, new, how.success);
            engine::inside(|e| {
                e.tell(|e| {
                    let (name, old, new) = (e.object_name(id), (self.show)(old), (self.show)(new));
                    format!("exchanges {name}: {old} becomes {new}")
                });
            });
            engine::gap(self.at);
            return Ok(old);
        }
        engine::inside(|e| {
            self.on_history(e, id, how.failure, |history, by| history.load(0, by));
            e.looked(Some(id), self.at);
            e.only(id, Touch::Read);
            e.tell(|e| {
                let name = e.object_name(id);
                if whim {
                    return format!("fails to exchange {name} for no reason (`weak` allows this)");
                }
                let (found, wanted) = ((self.show)(old), (self.show)(current));
                format!("cannot exchange {name}: it is {found}, not {wanted}")
            });
        });
        Err(old)
    }
}

/// A fence.
pub(crate) fn fence(order: Ordering, at: Place) {
    assert!(
        order != Ordering::Relaxed,
        "there is no such thing as a relaxed fence"
    );
    if order == Ordering::SeqCst {
        let total = engine::inside(Execution::total_object);
        step(Op::new(Act::Fence, at).touching(total, Touch::Write));
    }
    engine::inside(|e| {
        let me = e.current;
        let thread = &mut e.threads[me.index()];
        let mut operation = Operation {
            tid: me,
            at,
            order,
            now: &mut thread.now,
            view: &mut thread.view,
            total: &mut e.total,
        };
        operation.fence();
        if order == Ordering::SeqCst {
            e.tell(|_| "runs a SeqCst fence".to_string());
        }
    });
}
