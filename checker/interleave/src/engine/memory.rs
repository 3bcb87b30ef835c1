//! The memory model: what an atomic load may read.
//!
//! Every atomic keeps the history of its stores. A load may read any store
//! that the C11 rules do not forbid: not one that is overwritten by a store
//! that happens before the load, not one older than the thread (or anything
//! that happens before it) has already read, and, where `SeqCst` operations
//! and fences are involved, not one that the single total order rules out.
//! The rules follow Lidbury and Donaldson, "Dynamic Race Detection for C++11"
//! (POPL 2017), in the corrected form of Lahav et al., "Repairing Sequential
//! Consistency in C/C++11" (PLDI 2017). Stores enter the modification order as
//! they run; outcomes that need a store to be inserted earlier are not made.

use super::clock::{Clock, Tid};
use super::stamp::Stamp;
use smallvec::SmallVec;
use std::panic::Location;
use std::sync::atomic::Ordering;

/// How many stores of one atomic are remembered; older ones are forgotten.
const REMEMBERED: usize = 16;
/// How often one thread may read one overwritten store: memory becomes visible
/// in the end, so a loop that waits for a newer value does end.
const STALE_READS: u32 = 2;

/// One store in the history of an atomic.
pub(crate) struct Store {
    pub value: u64,
    pub by: Tid,
    pub at: Option<&'static Location<'static>>,
    /// The storing thread's own count at the store.
    time: u32,
    /// What a thread learns that reads this store and acquires.
    sync: Stamp,
    seq_cst: bool,
    /// For each thread that read this store: its own count when it first did.
    readers: SmallVec<[(Tid, u32); 4]>,
}

/// The history of an atomic, oldest store first.
pub(crate) struct History {
    stores: Vec<Store>,
    /// For each thread: the store that it last read though it was overwritten,
    /// counted from the beginning of time, and how often.
    stale: SmallVec<[(Tid, u64, u32); 4]>,
    forgotten: u64,
}

/// What one thread knows of memory, beside its clocks.
#[derive(Clone, Default)]
pub(crate) struct View {
    /// What an acquire fence would learn from the relaxed loads before it.
    to_acquire: Stamp,
    /// What the last release fence published.
    released: Stamp,
    /// The last `SeqCst` fence of each thread that this thread's fences follow.
    fences_before_fence: Clock,
    /// The last `SeqCst` store of each thread that this thread's fences follow.
    stores_before_fence: Clock,
    /// The last `SeqCst` fence of each thread that this thread's loads follow.
    fences_before_load: Clock,
}

/// The single total order of `SeqCst`, as far as it has been laid.
#[derive(Default)]
pub(crate) struct TotalOrder {
    last_fence: Clock,
    last_store: Clock,
}

/// An operation on memory: who runs it, where, and how it is ordered.
pub(crate) struct Operation<'a> {
    pub tid: Tid,
    pub at: &'static Location<'static>,
    pub order: Ordering,
    /// What the thread knows; an operation that acquires adds to it.
    pub now: &'a mut Stamp,
    pub view: &'a mut View,
    pub total: &'a mut TotalOrder,
}

/// Whether a load with this ordering acquires.
pub(crate) fn acquires(order: Ordering) -> bool {
    matches!(
        order,
        Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst
    )
}

/// Whether a store with this ordering releases.
pub(crate) fn releases(order: Ordering) -> bool {
    matches!(
        order,
        Ordering::Release | Ordering::AcqRel | Ordering::SeqCst
    )
}

impl History {
    pub fn new(initial: u64) -> History {
        let first = Store {
            value: initial,
            by: Tid::MAIN,
            at: None,
            time: 0,
            sync: Stamp::default(),
            seq_cst: false,
            readers: SmallVec::new(),
        };
        History {
            stores: vec![first],
            stale: SmallVec::new(),
            forgotten: 0,
        }
    }

    pub fn latest(&self) -> &Store {
        self.stores.last().expect("a history starts with a value")
    }

    /// How many stores a load may read: the newest is number 0, the one before
    /// it number 1, and so on.
    pub fn readable(&self, by: &Operation) -> usize {
        let (hb, view) = (&by.now.hb, &*by.view);
        let seq_cst = by.order == Ordering::SeqCst;
        let mut count = 0;
        for store in self.stores.iter().rev() {
            count += 1;
            let overwritten_by_seq_cst =
                store.seq_cst && (seq_cst || store.time <= view.stores_before_fence.get(store.by));
            let last = store.time <= hb.get(store.by)
                || store.readers.iter().any(|(t, at)| *at <= hb.get(*t))
                || overwritten_by_seq_cst
                || (seq_cst && store.time <= view.fences_before_load.get(store.by))
                || store.time <= view.fences_before_fence.get(store.by);
            if last {
                break;
            }
        }
        let stale = self.stale.iter().find(|(tid, ..)| *tid == by.tid);
        if let Some((_, which, times)) = stale
            && *times >= STALE_READS
        {
            let newest = self.forgotten + self.stores.len() as u64 - 1;
            count = count.min(usize::try_from(newest - which).unwrap_or(1).max(1));
        }
        count
    }

    /// Reads store number `age` (0 is the newest). Returns its value.
    pub fn load(&mut self, age: usize, by: &mut Operation) -> u64 {
        let index = self.stores.len() - 1 - age;
        if age > 0 {
            let which = self.forgotten + index as u64;
            match self.stale.iter_mut().find(|(tid, ..)| *tid == by.tid) {
                Some(entry) if entry.1 == which => entry.2 += 1,
                Some(entry) => *entry = (by.tid, which, 1),
                None => self.stale.push((by.tid, which, 1)),
            }
        }
        let store = &mut self.stores[index];
        if !store.readers.iter().any(|(tid, _)| *tid == by.tid) {
            store.readers.push((by.tid, by.now.hb.get(by.tid)));
        }
        if acquires(by.order) {
            by.now.join(&store.sync);
        } else {
            by.view.to_acquire.join(&store.sync);
        }
        if by.order == Ordering::SeqCst {
            by.view.fences_before_load.join(&by.total.last_fence);
        }
        store.value
    }

    /// Adds a store.
    pub fn store(&mut self, value: u64, by: &mut Operation) {
        let sync = by.published();
        self.push(value, sync, by);
    }

    /// Replaces the newest value: reads it, and adds the store that `value`
    /// makes of it. A read-modify-write continues the release sequence.
    pub fn replace(&mut self, value: u64, by: &mut Operation) {
        self.load(0, by);
        let mut sync = by.published();
        sync.join(&self.latest().sync);
        if value == self.latest().value && self.latest().at.is_some() {
            // Storing what is there already tells nobody anything new, but for
            // what it publishes. Spin locks do this at every turn.
            let last = self.stores.last_mut().expect("never empty");
            last.sync.join(&sync);
            return;
        }
        self.push(value, sync, by);
    }

    fn push(&mut self, value: u64, sync: Stamp, by: &mut Operation) {
        let time = by.now.hb.get(by.tid);
        let seq_cst = by.order == Ordering::SeqCst;
        if seq_cst {
            by.total.last_store.set(by.tid, time);
        }
        if self.stores.len() == REMEMBERED {
            self.stores.remove(0);
            self.forgotten += 1;
        }
        self.stores.push(Store {
            value,
            by: by.tid,
            at: Some(by.at),
            time,
            sync,
            seq_cst,
            readers: SmallVec::new(),
        });
    }
}

impl Operation<'_> {
    /// What a store of this ordering tells those who acquire it.
    fn published(&self) -> Stamp {
        if releases(self.order) {
            self.now.clone()
        } else {
            self.view.released.clone()
        }
    }

    /// Runs a fence of this ordering.
    pub fn fence(&mut self) {
        let (view, total) = (&mut *self.view, &mut *self.total);
        if acquires(self.order) {
            self.now.join(&view.to_acquire);
        }
        if self.order == Ordering::SeqCst {
            // The fence learns of all earlier SeqCst fences and stores, and is
            // itself learnt of by all later ones.
            view.fences_before_fence.join(&total.last_fence);
            view.stores_before_fence.join(&total.last_store);
            view.fences_before_load.join(&total.last_fence);
            total.last_fence.set(self.tid, self.now.hb.get(self.tid));
        }
        if releases(self.order) {
            view.released = self.now.clone();
        }
    }
}
