//! The memory model: what an atomic load may read, and where a store goes.
//!
//! Every atomic keeps the history of its stores, in modification order. An
//! operation must not come before a store that it knows of: one that happens
//! before it, one that was read by a load that happens before it, or one that
//! the single total order of `SeqCst` operations and fences puts before it. A
//! load may read any store that is not older than the newest such store; a new
//! store may be put in at any place behind it, and a read-modify-write right
//! behind the store that it reads. The rules are those of C++20 and so of Rust:
//! Lahav, Vafeiadis, Kang, Hur and Dreyer, "Repairing Sequential Consistency in
//! C/C++11" (PLDI 2017). Histories and clocks follow Lidbury and Donaldson,
//! "Dynamic Race Detection for C++11" (POPL 2017); stores that are put in
//! earlier, "C11Tester" (ASPLOS 2021).
//!
//! Two outcomes are not made. A load does not read a store that runs later
//! (load buffering). And the total order of `SeqCst` operations is the order in
//! which they run, where C++20 lets a mix of `SeqCst` and weaker accesses to one
//! atomic stray from it.

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
    /// Which of the atomic's stores it is, in the order in which they ran.
    number: u32,
    /// The storing thread's own count at the store.
    time: u32,
    /// The same in the order of dependent steps, where that is kept.
    seq: u32,
    /// What a thread learns that reads this store and acquires.
    sync: Stamp,
    seq_cst: bool,
    /// It was made by a read-modify-write of the store before it: nothing may
    /// come between the two.
    modifies: bool,
    readers: SmallVec<[Reader; 4]>,
}

/// A thread that read a store: its own count when it first did.
struct Reader {
    tid: Tid,
    time: u32,
    /// The same for its first `SeqCst` read.
    seq_cst: Option<u32>,
}

/// The history of an atomic, in modification order.
pub(crate) struct History {
    stores: Vec<Store>,
    /// For each thread: the number of the overwritten store that it read last,
    /// and how often it did.
    stale: SmallVec<[(Tid, u32, u32); 4]>,
    numbers: u32,
}

/// Places in a history, newest first.
pub(crate) type Places = SmallVec<[usize; 8]>;

/// What one thread knows of memory, beside its clocks.
#[derive(Clone, Default)]
pub(crate) struct View {
    /// What an acquire fence would learn from the relaxed loads before it.
    to_acquire: Stamp,
    /// What the last release fence published.
    released: Stamp,
}

/// The single total order of `SeqCst`, as far as it has been laid.
#[derive(Default)]
pub(crate) struct TotalOrder {
    /// All that happens before some `SeqCst` fence.
    fenced: Clock,
    /// The last `SeqCst` load or store of each thread.
    accesses: Clock,
}

/// Who looks at a history, and how.
pub(crate) struct Onlooker<'a> {
    pub tid: Tid,
    pub order: Ordering,
    /// What the thread knows.
    pub now: &'a Stamp,
    pub total: &'a TotalOrder,
    /// The steps that the thread's next step cannot come before in any case;
    /// `None` where that is not kept.
    pub behind: Option<&'a Clock>,
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

impl Store {
    /// Whether the operation knows of this store, so that it cannot come
    /// before it in modification order.
    fn is_known_to(&self, who: &Onlooker) -> bool {
        let seq_cst = who.order == Ordering::SeqCst;
        // What happens before a fence is known to all that comes after the
        // fence: a `SeqCst` operation that runs later, or whatever happens
        // after a fence that runs later.
        let fenced = if seq_cst {
            &who.total.fenced
        } else {
            &who.now.fenced
        };
        let knows = |tid: Tid, time: u32| time <= who.now.hb.get(tid) || time <= fenced.get(tid);
        let knows_access = |tid: Tid, time: u32| seq_cst || time <= who.now.accesses.get(tid);
        knows(self.by, self.time)
            || (self.seq_cst && knows_access(self.by, self.time))
            || self.readers.iter().any(|reader| {
                knows(reader.tid, reader.time)
                    || reader
                        .seq_cst
                        .is_some_and(|time| knows_access(reader.tid, time))
            })
    }
}

impl History {
    pub fn new(initial: u64) -> History {
        let first = Store {
            value: initial,
            by: Tid::MAIN,
            at: None,
            number: 0,
            time: 0,
            seq: 0,
            sync: Stamp::default(),
            seq_cst: false,
            modifies: false,
            readers: SmallVec::new(),
        };
        History {
            stores: vec![first],
            stale: SmallVec::new(),
            numbers: 0,
        }
    }

    pub fn latest(&self) -> &Store {
        self.stores.last().expect("a history starts with a value")
    }

    pub fn newest(&self) -> usize {
        self.stores.len() - 1
    }

    pub fn at(&self, place: usize) -> &Store {
        &self.stores[place]
    }

    /// The places of the stores that the operation may come right behind, as
    /// far as its own knowledge goes. The newest one is the first.
    ///
    /// The order of steps is tried elsewhere: where the operation could as well
    /// have run before all the stores behind a place, it need not go there now.
    fn places(&self, who: &Onlooker) -> Places {
        let mut places = Places::new();
        let mut needed = true;
        for (place, store) in self.stores.iter().enumerate().rev() {
            if needed {
                places.push(place);
            }
            if store.is_known_to(who) {
                break;
            }
            needed = match who.behind {
                None => true,
                Some(behind) => {
                    (needed && place != self.newest()) || store.seq <= behind.get(store.by)
                }
            };
        }
        places
    }

    /// The stores that a load may read.
    pub fn readable(&self, who: &Onlooker) -> Places {
        let mut places = self.places(who);
        let stale = self.stale.iter().find(|(tid, ..)| *tid == who.tid);
        if let Some((_, number, times)) = stale
            && *times >= STALE_READS
            && places.len() > 1
            && let Some(read) = self.stores.iter().position(|s| s.number == *number)
        {
            let newest = self.newest();
            places.retain(|place| *place > read || *place == newest);
        }
        places
    }

    /// The stores that a store may be put behind, or that a read-modify-write
    /// may read: none that another read-modify-write has read.
    pub fn open(&self, who: &Onlooker) -> Places {
        let mut places = self.places(who);
        places.retain(|place| self.stores.get(*place + 1).is_none_or(|s| !s.modifies));
        places
    }

    /// Reads the store at `place`. Returns its value.
    pub fn load(&mut self, place: usize, by: &mut Operation) -> u64 {
        if place < self.newest() {
            let number = self.stores[place].number;
            match self.stale.iter_mut().find(|(tid, ..)| *tid == by.tid) {
                Some(entry) if entry.1 == number => entry.2 += 1,
                Some(entry) => *entry = (by.tid, number, 1),
                None => self.stale.push((by.tid, number, 1)),
            }
        }
        let store = &mut self.stores[place];
        let time = by.now.hb.get(by.tid);
        let seq_cst = (by.order == Ordering::SeqCst).then_some(time);
        match store.readers.iter_mut().find(|r| r.tid == by.tid) {
            Some(reader) => reader.seq_cst = reader.seq_cst.or(seq_cst),
            None => store.readers.push(Reader {
                tid: by.tid,
                time,
                seq_cst,
            }),
        }
        if acquires(by.order) {
            by.now.join(&store.sync);
        } else {
            by.view.to_acquire.join(&store.sync);
        }
        by.note_access();
        store.value
    }

    /// Puts a store behind the one at `place`.
    pub fn store(&mut self, place: usize, value: u64, by: &mut Operation) {
        let sync = by.published();
        self.insert(place, value, sync, false, by);
    }

    /// Reads the store at `place`, and puts the store that `value` makes of it
    /// right behind. A read-modify-write continues the release sequence.
    pub fn replace(&mut self, place: usize, value: u64, by: &mut Operation) {
        self.load(place, by);
        let mut sync = by.published();
        let read = &mut self.stores[place];
        sync.join(&read.sync);
        if value == read.value && read.at.is_some() && place == self.newest() {
            // Storing what is there already tells nobody anything new, but for
            // what it publishes. Spin locks do this at every turn.
            self.stores[place].sync.join(&sync);
            return;
        }
        self.insert(place, value, sync, true, by);
    }

    fn insert(
        &mut self,
        behind: usize,
        value: u64,
        sync: Stamp,
        modifies: bool,
        by: &mut Operation,
    ) {
        by.note_access();
        self.numbers += 1;
        let store = Store {
            value,
            by: by.tid,
            at: Some(by.at),
            number: self.numbers,
            time: by.now.hb.get(by.tid),
            seq: by.now.order.get(by.tid),
            sync,
            seq_cst: by.order == Ordering::SeqCst,
            modifies,
            readers: SmallVec::new(),
        };
        self.stores.insert(behind + 1, store);
        if self.stores.len() > REMEMBERED {
            self.stores.remove(0);
            // What it modified is forgotten.
            self.stores[0].modifies = false;
        }
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

    fn note_access(&mut self) {
        if self.order == Ordering::SeqCst {
            let time = self.now.hb.get(self.tid);
            self.total.accesses.set(self.tid, time);
        }
    }

    /// Runs a fence of this ordering.
    pub fn fence(&mut self) {
        let (view, total) = (&mut *self.view, &mut *self.total);
        if acquires(self.order) {
            self.now.join(&view.to_acquire);
        }
        if self.order == Ordering::SeqCst {
            // Whatever happens after this fence comes after all that happens
            // before the earlier ones, and after all earlier accesses.
            self.now.fenced.join(&total.fenced);
            self.now.accesses.join(&total.accesses);
            total.fenced.join(&self.now.hb);
        }
        if releases(self.order) {
            view.released = self.now.clone();
        }
    }
}
