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
//! earlier, "`C11Tester`" (ASPLOS 2021).
//!
//! One kind of outcome is not made: a load does not read a store that runs
//! later (load buffering).

use super::clock::{Clock, Tid};
use super::stamp::Stamp;
use super::total::{Access, TotalOrder};
use smallvec::SmallVec;
use std::cell::RefCell;
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
    /// The steps that it could not come before in any case.
    behind: Clock,
    /// What a thread learns that reads this store and acquires.
    sync: Stamp,
    seq_cst: Option<Access>,
    /// The `SeqCst` fences that happen before it.
    fences: Clock,
    /// It was made by a read-modify-write of the store before it: nothing may
    /// come between the two.
    modifies: bool,
    readers: SmallVec<[Reader; 4]>,
}

/// A thread that read a store: its own count when it first did.
struct Reader {
    tid: Tid,
    time: u32,
    /// Its first and last `SeqCst` reads.
    seq_cst: Option<(Access, Access)>,
    /// The `SeqCst` fences that happen before its last read.
    fences: Clock,
}

/// The history of an atomic, in modification order.
pub(crate) struct History {
    stores: Vec<Store>,
    /// For each thread: the number of the overwritten store that it read last,
    /// and how often it did.
    stale: SmallVec<[(Tid, u32, u32); 4]>,
    numbers: u32,
    /// The `SeqCst` operations that come before by stores that are forgotten.
    forgotten: Clock,
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
    /// As for an [`Onlooker`].
    pub behind: Option<&'a Clock>,
}

impl Onlooker<'_> {
    /// Whether the total order has anything to say about its operations.
    fn is_in_total_order(&self) -> bool {
        self.order == Ordering::SeqCst || !self.now.fences.is_empty()
    }
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

/// So many empty lists of stores are kept for other atomics.
const KEPT_LISTS: usize = 64;

thread_local! {
    /// Empty lists with room in them: a store is large, and each execution makes
    /// its atomics anew.
    static ROOM: RefCell<Vec<Vec<Store>>> = const { RefCell::new(Vec::new()) };
}

impl Drop for History {
    fn drop(&mut self) {
        let mut stores = std::mem::take(&mut self.stores);
        stores.clear();
        // There is none while the thread of the system ends.
        let _ = ROOM.try_with(|room| {
            let mut room = room.borrow_mut();
            if room.len() < KEPT_LISTS {
                room.push(stores);
            }
        });
    }
}

impl Reader {
    fn reads_again(&mut self, access: Option<Access>, now: &Stamp) {
        if let Some(access) = access {
            let first = self.seq_cst.map_or(access, |(first, _)| first);
            self.seq_cst = Some((first, access));
        }
        self.fences.clone_from(&now.fences);
    }
}

impl Store {
    /// Whether somebody who knows so much knows of this store, so that no
    /// operation of theirs can come before it in modification order.
    fn is_known_in(&self, hb: &Clock) -> bool {
        let knows = |tid: Tid, time: u32| time <= hb.get(tid);
        let readers = &self.readers;
        knows(self.by, self.time) || readers.iter().any(|reader| knows(reader.tid, reader.time))
    }

    /// Adds what comes before all that comes behind this store: itself and the
    /// fences before it.
    fn add_itself(&self, total: &TotalOrder, before: &mut Clock) {
        before.join(&self.fences);
        if let Some(access) = self.seq_cst {
            total.include(access, before);
        }
    }

    /// Adds what comes before all that comes behind those who have read this
    /// store.
    fn add_readers(&self, total: &TotalOrder, before: &mut Clock) {
        for reader in &self.readers {
            before.join(&reader.fences);
            if let Some((_, last)) = reader.seq_cst {
                total.include(last, before);
            }
        }
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
            behind: Clock::default(),
            sync: Stamp::default(),
            seq_cst: None,
            fences: Clock::default(),
            modifies: false,
            readers: SmallVec::new(),
        };
        let mut stores = ROOM.with_borrow_mut(Vec::pop).unwrap_or_default();
        stores.push(first);
        History {
            stores,
            stale: SmallVec::new(),
            numbers: 0,
            forgotten: Clock::default(),
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

    /// The places of the stores that the operation may come right behind, and
    /// read if it `reads`. The newest one is the first.
    ///
    /// The order of steps is tried elsewhere: where the operation could as well
    /// have run before all the stores behind a place, it need not go there now.
    fn places(&self, who: &Onlooker, reads: bool) -> Places {
        let mut places = Places::new();
        for (place, store) in self.stores.iter().enumerate().rev() {
            if place == self.newest() || self.is_needed(place, who, reads) {
                places.push(place);
            }
            if store.is_known_in(&who.now.hb) {
                break;
            }
        }
        places
    }

    /// Whether only a store that runs now can go behind `place`, because some
    /// store behind it must have run before.
    fn is_needed(&self, place: usize, who: &Onlooker, reads: bool) -> bool {
        let Some(behind) = who.behind else {
            return true;
        };
        let before_read = &self.stores[place].behind;
        self.stores[place + 1..].iter().any(|later| {
            later.seq <= behind.get(later.by) || reads && later.seq <= before_read.get(later.by)
        })
    }

    /// Leaves the places at which an operation contradicts no `SeqCst` one.
    fn keep_in_total_order(&self, places: &mut Places, who: &Onlooker, stores: bool) {
        if places.len() == 1 || !who.is_in_total_order() {
            return;
        }
        places.retain(|place| {
            let before = self.earlier(*place, who, stores);
            self.later(*place, who.total)
                .iter()
                .all(|later| before.get(later.tid) < later.number)
        });
    }

    /// The `SeqCst` operations that must come before what stands behind an
    /// operation at `place`: before itself, if it is `SeqCst`.
    fn earlier(&self, place: usize, who: &Onlooker, stores: bool) -> Clock {
        let mut before = who.now.fences.clone();
        if who.order == Ordering::SeqCst {
            before.join(&who.now.strong);
            self.add_up_to(place, stores, who.total, &mut before);
        }
        who.total.close(&mut before);
        before
    }

    /// Adds what comes before an access to the store at `place`, which is a store
    /// right behind it, or a load of it.
    fn add_up_to(&self, place: usize, stores: bool, total: &TotalOrder, before: &mut Clock) {
        before.join(&self.forgotten);
        for (index, store) in self.stores[..=place].iter().enumerate().rev() {
            if index < place || stores {
                store.add_readers(total, before);
            }
            store.add_itself(total, before);
            if store.seq_cst.is_some() {
                // All that is older comes before this one.
                break;
            }
        }
    }

    /// Adds what comes before a `SeqCst` fence by this atomic; `hb` is what
    /// happens before the fence.
    pub fn add_before_fence(&self, hb: &Clock, total: &TotalOrder, before: &mut Clock) {
        let known = |store: &Store| store.is_known_in(hb);
        if let Some(place) = self.stores.iter().rposition(known) {
            self.add_up_to(place, false, total, before);
        }
    }

    /// The `SeqCst` operations that must come after one at `place`.
    fn later(&self, place: usize, total: &TotalOrder) -> SmallVec<[Access; 8]> {
        let mut later = SmallVec::new();
        for store in &self.stores[place + 1..] {
            later.extend(store.seq_cst);
            later.extend(total.fences_after(store.by, store.time));
            for reader in &store.readers {
                later.extend(reader.seq_cst.map(|(first, _)| first));
                later.extend(total.fences_after(reader.tid, reader.time));
            }
        }
        later
    }

    /// The stores that a load may read.
    pub fn readable(&self, who: &Onlooker) -> Places {
        let mut places = self.places(who, true);
        let stale = self.stale.iter().find(|(tid, ..)| *tid == who.tid);
        if let Some((_, number, times)) = stale
            && *times >= STALE_READS
            && places.len() > 1
            && let Some(read) = self.stores.iter().position(|s| s.number == *number)
        {
            let newest = self.newest();
            places.retain(|place| *place > read || *place == newest);
        }
        self.keep_in_total_order(&mut places, who, false);
        places
    }

    /// The stores that a store may be put behind: none that a
    /// read-modify-write has read.
    pub fn open(&self, who: &Onlooker) -> Places {
        self.open_places(who, false)
    }

    /// The stores that a read-modify-write may read: none that another one has
    /// read.
    pub fn modifiable(&self, who: &Onlooker) -> Places {
        self.open_places(who, true)
    }

    fn open_places(&self, who: &Onlooker, reads: bool) -> Places {
        let mut places = self.places(who, reads);
        places.retain(|place| self.stores.get(*place + 1).is_none_or(|s| !s.modifies));
        self.keep_in_total_order(&mut places, who, true);
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
        let access = self.lay(place, false, by);
        let store = &mut self.stores[place];
        match store.readers.iter_mut().find(|r| r.tid == by.tid) {
            Some(reader) => reader.reads_again(access, by.now),
            None => store.readers.push(Reader {
                tid: by.tid,
                time: by.now.hb.get(by.tid),
                seq_cst: access.map(|access| (access, access)),
                fences: by.now.fences.clone(),
            }),
        }
        if acquires(by.order) {
            by.now.join(&store.sync);
        } else {
            by.view.to_acquire.join(&store.sync);
        }
        by.note_access(access);
        store.value
    }

    /// Puts a store behind the one at `place`.
    pub fn store(&mut self, place: usize, value: u64, by: &mut Operation) {
        let sync = by.published();
        let access = self.lay(place, true, by);
        by.note_access(access);
        self.insert(place, value, (sync, access), false, by);
    }

    /// Reads the store at `place`, and puts the store that `value` makes of it
    /// right behind. A read-modify-write continues the release sequence.
    pub fn replace(&mut self, place: usize, value: u64, by: &mut Operation) {
        // It is one access: the load, laid where the store goes.
        let access = self.lay(place, true, by);
        let order = by.order;
        by.order = without_seq_cst(order);
        self.load(place, by);
        by.order = order;
        let mut sync = by.published();
        by.note_access(access);
        let read = &mut self.stores[place];
        sync.join(&read.sync);
        if value == read.value && read.at.is_some() && place == self.newest() {
            // Storing what is there already tells nobody anything new, but for
            // what it publishes. Spin locks do this at every turn.
            let read = &mut self.stores[place];
            read.sync.join(&sync);
            read.fences.join(&by.now.fences);
            if let Some(reader) = read.readers.iter_mut().find(|r| r.tid == by.tid) {
                reader.reads_again(access, by.now);
            }
            return;
        }
        self.insert(place, value, (sync, access), true, by);
    }

    /// Lays an access in the total order: itself if it is `SeqCst`, and what it
    /// tells of the fences before it.
    fn lay(&self, place: usize, stores: bool, by: &mut Operation) -> Option<Access> {
        if !by.onlooker().is_in_total_order() {
            return None;
        }
        let before = self.earlier(place, &by.onlooker(), stores);
        let after = self.later(place, by.total);
        if by.order != Ordering::SeqCst {
            by.total.put_before(&before, &after);
            return None;
        }
        let access = by.total.next_of(by.tid);
        by.total.lay(by.tid, before, &after);
        Some(access)
    }

    fn insert(
        &mut self,
        behind: usize,
        value: u64,
        (sync, seq_cst): (Stamp, Option<Access>),
        modifies: bool,
        by: &mut Operation,
    ) {
        self.numbers += 1;
        let store = Store {
            value,
            by: by.tid,
            at: Some(by.at),
            number: self.numbers,
            time: by.now.hb.get(by.tid),
            seq: by.now.order.get(by.tid),
            behind: by.behind.cloned().unwrap_or_default(),
            sync,
            seq_cst,
            fences: by.now.fences.clone(),
            modifies,
            readers: SmallVec::new(),
        };
        self.stores.insert(behind + 1, store);
        if self.stores.len() > REMEMBERED {
            let old = self.stores.remove(0);
            old.add_itself(by.total, &mut self.forgotten);
            old.add_readers(by.total, &mut self.forgotten);
            // What it modified is forgotten.
            self.stores[0].modifies = false;
        }
    }
}

/// The same ordering, but for its place in the total order.
fn without_seq_cst(order: Ordering) -> Ordering {
    match order {
        Ordering::SeqCst => Ordering::AcqRel,
        other => other,
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

    fn note_access(&mut self, access: Option<Access>) {
        if let Some(access) = access {
            self.now.strong.set(self.tid, access.number);
        }
    }

    fn onlooker(&self) -> Onlooker<'_> {
        Onlooker {
            tid: self.tid,
            order: self.order,
            now: self.now,
            total: self.total,
            behind: self.behind,
        }
    }

    /// Runs a fence of this ordering. `atomics` are all that there are.
    pub fn fence<'h>(&mut self, atomics: impl Iterator<Item = &'h History>) {
        if acquires(self.order) {
            self.now.join(&self.view.to_acquire);
        }
        if self.order == Ordering::SeqCst {
            let mut before = self.now.fences.clone();
            before.join(&self.now.strong);
            for history in atomics {
                history.add_before_fence(&self.now.hb, self.total, &mut before);
            }
            self.total.close(&mut before);
            let number = self.total.next_of(self.tid).number;
            self.total.lay_fence(self.tid, before, self.now.hb.clone());
            self.now.fences.set(self.tid, number);
            self.now.strong.set(self.tid, number);
        }
        if releases(self.order) {
            self.view.released = self.now.clone();
        }
    }
}
