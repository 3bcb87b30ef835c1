//! The owners of an `Arc`, counted: its steps.
//!
//! Whoever drops, clones or looks changes the real count too. What is told here
//! is what the memory model makes of it, with the orderings that `std`'s own
//! `Arc` has. An `Arc` is known by the address of its value.

use crate::engine::counts::Counting;
use crate::engine::object::Place;
use crate::engine::op::{Act, ObjId, Op, Touch};
use crate::engine::{self, refuse_at, step};
use crate::sync::cell::{Cell, Exchange};
use ::std::panic::Location;
use ::std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};

/// An `Arc` whose owners are counted.
#[derive(Clone, Copy)]
pub(super) struct Count(ObjId);

/// The `Arc` with its value at `address`, if its owners are counted.
pub(super) fn known(address: *const ()) -> Option<Count> {
    engine::with(|e| e.counted(address.addr()))?.map(Count)
}

/// As [`known`], for a look at the count: from now on the owners are counted.
/// `None` outside of an exploration.
pub(super) fn looked_at(address: *const (), at: Place) -> Option<Count> {
    if !engine::is_active() {
        return None;
    }
    engine::ask_for(Counting::Steps);
    let (how, count) = engine::inside(|e| (e.counts.how, e.counted(address.addr())));
    if how == Counting::Unseen {
        return None;
    }
    let Some(id) = count else {
        refuse_at(
            "a look at how many owners an `Arc` has that was made before this schedule",
            "make the `Arc` inside the body of `explore`",
            at,
        )
    };
    Some(Count(id))
}

/// An `Arc` is made.
pub(super) fn made(address: *const ()) {
    engine::with(|e| e.arc_made(address.addr()));
}

/// For as long as it lives, the running thread drops the value of an `Arc`.
pub(super) struct LastDrop(());

impl LastDrop {
    pub fn begin() -> LastDrop {
        engine::with(|e| e.drops_a_value(true));
        LastDrop(())
    }
}

impl Drop for LastDrop {
    fn drop(&mut self) {
        engine::with(|e| e.drops_a_value(false));
    }
}

/// What a count is after one more, or one less.
fn owners(count: &str) -> String {
    match count {
        "1" => "1 owner".to_string(),
        count => format!("{count} owners"),
    }
}

impl Count {
    fn cell(self, at: Place) -> Cell {
        Cell {
            id: self.0,
            at,
            show: |count| count.to_string(),
        }
    }

    fn newest(self) -> u64 {
        engine::inside(|e| e.object(self.0).history().latest().value)
    }

    /// Another owner is made.
    pub fn clone_one(self, at: Place) {
        step(Op::new(Act::CloneArc, at).touching(self.0, Touch::Count));
        self.cell(at).change(
            Relaxed,
            |count| count + 1,
            |name, _, new| format!("clones {name}: now {}", owners(new)),
        );
    }

    /// An owner goes. `tells` says that others may notice who goes last.
    pub fn drop_one(self, tells: bool) {
        // No line says where something is dropped.
        let at = Location::caller();
        let matters = tells && engine::inside(|e| e.counts.how) == Counting::LastDrops;
        let touch = if matters { Touch::Last } else { Touch::Count };
        step(Op::new(Act::DropArc, at).touching(self.0, touch));
        self.one_less(at, |name, new| match new {
            "0" => format!("drops the last owner of {name}"),
            new => format!("drops an owner of {name}: {new} left"),
        });
    }

    /// Says whether it was the last one.
    fn one_less(self, at: Place, say: impl FnOnce(&str, &str) -> String) -> bool {
        // Whoever drops the last one has seen what all the others did.
        let last = self.newest() == 1;
        let order = if last { AcqRel } else { Release };
        let say = |name: &str, _: &str, new: &str| say(name, new);
        self.cell(at).change(order, |count| count - 1, say);
        last
    }

    /// `Arc::into_inner`: an owner goes, and takes the value if it is the last.
    pub fn into_inner(self, at: Place) -> bool {
        step(Op::new(Act::UnwrapArc, at).touching(self.0, Touch::Probe));
        self.one_less(at, |name, new| match new {
            "0" => format!("takes the value out of {name}"),
            new => format!("gives up {name} without the value: {} left", owners(new)),
        })
    }

    /// `Arc::try_unwrap`: whether the only owner takes the value.
    pub fn try_unwrap(self, at: Place) -> bool {
        step(Op::new(Act::UnwrapArc, at).touching(self.0, Touch::Probe));
        let how = Exchange {
            success: Acquire,
            failure: Relaxed,
            weak: false,
        };
        let say = |name: &str, found: Option<&str>| match found {
            None => format!("takes the value out of {name}"),
            Some(count) => format!("cannot take the value out of {name}: {}", owners(count)),
        };
        self.cell(at).change_if(1, 0, how, say).is_ok()
    }

    /// Whether there is one owner and no `Weak`. `weaks` counts those.
    pub fn is_alone(self, weaks: impl FnOnce() -> usize, at: Place) -> bool {
        step(Op::new(Act::GetMutArc, at).touching(self.0, Touch::Probe));
        let weaks = weaks();
        if weaks > 0 {
            engine::inside(|e| {
                e.only(self.0, Touch::Read);
                e.looked(Some(self.0), at);
                e.tell(|e| {
                    let name = e.object_name(self.0);
                    format!("does not have {name} alone: {weaks} weak")
                });
            });
            return false;
        }
        let count = self.cell(at).look(Acquire, |name, count| match count {
            "1" => format!("has {name} alone"),
            count => format!("does not have {name} alone: {}", owners(count)),
        });
        engine::inside(|e| {
            e.only(self.0, Touch::Read);
            if count == 1 {
                let dropped = e.object(self.0).owners().weak_dropped.clone();
                e.learn(&dropped);
            }
        });
        count == 1
    }

    /// Counts the owners.
    pub fn strong(self, at: Place) -> usize {
        step(Op::new(Act::CountArc, at).touching(self.0, Touch::Read));
        let say = |name: &str, count: &str| format!("counts {} of {name}", owners(count));
        let count = self.cell(at).look(Relaxed, say);
        usize::try_from(count).expect("few owners")
    }

    /// Counts the `Weak`s.
    pub fn weak(self, count: impl FnOnce() -> usize, at: Place) -> usize {
        step(Op::new(Act::CountArc, at).touching(self.0, Touch::Probe));
        let count = count();
        engine::inside(|e| {
            e.looked(Some(self.0), at);
            e.tell(|e| format!("counts {count} weak of {}", e.object_name(self.0)));
        });
        count
    }

    /// Makes an owner, if there still is one.
    pub fn upgrade(self, at: Place) -> bool {
        step(Op::new(Act::Upgrade, at).touching(self.0, Touch::Upgrade));
        if self.newest() == 0 {
            let say = |name: &str, _: &str| format!("cannot upgrade: {name} has no owner left");
            self.cell(at).look(Relaxed, say);
            return false;
        }
        self.cell(at).change(
            Acquire,
            |count| count + 1,
            |name, _, new| format!("upgrades to {name}: now {}", owners(new)),
        );
        true
    }

    /// A `Weak` is made.
    pub fn weak_made(self, at: Place) {
        step(Op::new(Act::MakeWeak, at).touching(self.0, Touch::Release));
        engine::inside(|e| {
            e.changed(self.0);
            e.tell(|e| format!("makes a weak pointer to {}", e.object_name(self.0)));
        });
    }

    /// A `Weak` is dropped.
    pub fn weak_dropped(self) {
        step(Op::new(Act::DropWeak, Location::caller()).touching(self.0, Touch::Release));
        engine::inside(|e| {
            let now = e.now();
            e.object(self.0).owners().weak_dropped.join(&now);
            e.changed(self.0);
            e.tell(|e| format!("drops a weak pointer to {}", e.object_name(self.0)));
        });
    }
}
