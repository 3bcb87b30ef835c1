//! How closely the owners of `Arc`s are counted.
//!
//! Nearly every program makes and drops owners of `Arc`s, and nearly none can
//! tell in which order: only the last one to go matters, and mostly it does not
//! matter who that is. So at first these are no steps, and cost no schedules. A
//! program that can tell says so while it runs, by what it does; its exploration
//! then begins again, with a closer look.

use super::clock::Tid;
use super::execution::Execution;
use super::memory::History;
use super::object::{Owners, State};
use super::op::{Act, ObjId};
use super::stamp::Stamp;
use std::collections::BTreeMap;

/// How closely the owners are counted.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Counting {
    /// Making and dropping an owner is no step.
    #[default]
    Unseen,
    /// They are steps, because the program looks at a count. The order of two of
    /// them does not matter by itself.
    Steps,
    /// It also matters who drops the last owner: to drop the value takes steps.
    LastDrops,
}

/// The `Arc`s of an execution.
#[derive(Default)]
pub(crate) struct Counts {
    pub how: Counting,
    /// The execution may be given up for a closer look.
    pub may_ask: bool,
    /// The closer look that the program needs.
    pub asked: Option<Counting>,
    /// By the address of the value. What is freed keeps its address until the
    /// execution ends, and an `Arc` that is made is entered anew.
    objects: BTreeMap<usize, ObjId>,
}

impl Execution {
    /// The object of the `Arc` whose value is at an address, if its owners are
    /// counted.
    pub fn counted(&self, address: usize) -> Option<ObjId> {
        if self.counts.how == Counting::Unseen {
            return None;
        }
        self.counts.objects.get(&address).copied()
    }

    /// An `Arc` is made, with one owner.
    pub fn arc_made(&mut self, address: usize) {
        if self.counts.how == Counting::Unseen {
            return;
        }
        let id = self.add_object(State::Arc(Owners {
            count: History::new(1),
            weak_dropped: Stamp::default(),
        }));
        self.counts.objects.insert(address, id);
    }

    /// The program needs a closer look. Says whether the execution is given up
    /// for it.
    pub fn ask_for(&mut self, how: Counting) -> bool {
        if !self.counts.may_ask || self.counts.how >= how {
            return false;
        }
        self.counts.asked = Some(how);
        self.pruned = true;
        self.over = true;
        true
    }

    /// The running thread begins or ends to drop the value of an `Arc`.
    pub fn drops_a_value(&mut self, begins: bool) {
        let thread = self.thread();
        if begins {
            thread.last_drops += 1;
        } else {
            thread.last_drops -= 1;
        }
    }

    /// A thread is about to take a step, or uses a cell: if this is part of
    /// dropping the value of an `Arc`, it matters who does it.
    pub(super) fn see_last_drop(&mut self, tid: Tid, act: Act) -> bool {
        // A channel's ends can be dropped by anybody: all that others see is
        // that they are gone.
        let quiet = matches!(
            act,
            Act::DropSender | Act::DropReceiver | Act::DropArc | Act::DropWeak
        );
        self.threads[tid.index()].last_drops > 0 && !quiet && self.ask_for(Counting::LastDrops)
    }
}
