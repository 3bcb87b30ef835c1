//! What the memory model allows, straight from its axioms.
//!
//! The oracle knows nothing of the explorer. It makes every candidate execution
//! of a program, that is, every choice of what each load reads (`rf`) and of the
//! order of the stores to each location (`mo`), and keeps those that the axioms
//! accept. Two models are written down, which differ in `SeqCst` only:
//!
//! - [`Model::Rc11`]: Lahav, Vafeiadis, Kang, Hur and Dreyer, "Repairing
//!   Sequential Consistency in C/C++11" (PLDI 2017), Definition 1.
//! - [`Model::Cpp20`]: the text of C++20, N4861 [intro.races] and
//!   [atomics.order], which is what Rust's `std` refers to.
//!
//! Both with the release sequences of C++20 (P0982: a store of the same thread
//! no longer continues one), and both without load buffering: `sb ∪ rf` must be
//! acyclic, as RC11 has it. The standard asks that of no program, but discourages
//! values out of thin air.

use crate::program::{Kind, Op, Outcome, Program};
use crate::relation::{Relation, Set};
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

/// Which rules `SeqCst` follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Model {
    Rc11,
    Cpp20,
}

/// What happens once in an execution.
#[derive(Clone, Copy)]
struct Event {
    /// `None` for the first value of a location.
    thread: Option<usize>,
    op: Op,
    /// What it read and what it stored, once that is known. A read-modify-write
    /// is one event that does both.
    read: Option<u32>,
    written: Option<u32>,
    /// The ordering that counts: a compare-exchange that fails has its own.
    order: Ordering,
}

impl Event {
    fn location(&self) -> Option<usize> {
        self.op.kind.location()
    }

    fn is_fence(&self) -> bool {
        self.op.kind == Kind::Fence
    }
}

/// All outcomes that the model allows.
pub fn allowed(program: &Program, model: Model) -> BTreeSet<Outcome> {
    outcomes(program, model, false)
}

fn outcomes(program: &Program, model: Model, in_order: bool) -> BTreeSet<Outcome> {
    let mut events = Vec::new();
    for location in 0..program.locations() {
        let first = Op {
            kind: Kind::Store(location, 0),
            order: Ordering::Relaxed,
        };
        events.push(event(None, first));
    }
    for (thread, ops) in program.threads.iter().enumerate() {
        events.extend(ops.iter().map(|op| event(Some(thread), *op)));
    }
    let reads = (0..events.len())
        .filter(|e| events[*e].op.kind.reads())
        .collect();
    let mut oracle = Oracle {
        model,
        in_order,
        program,
        source: vec![None; events.len()],
        events,
        reads,
        found: BTreeSet::new(),
    };
    oracle.choose_source(0);
    oracle.found
}

fn event(thread: Option<usize>, op: Op) -> Event {
    Event {
        thread,
        op,
        read: None,
        written: None,
        order: op.order,
    }
}

struct Oracle<'a> {
    model: Model,
    in_order: bool,
    program: &'a Program,
    events: Vec<Event>,
    /// The events that read, in the order of the registers.
    reads: Vec<usize>,
    /// For each event that reads: the store that it reads.
    source: Vec<Option<usize>>,
    found: BTreeSet<Outcome>,
}

impl Oracle<'_> {
    /// Chooses what the loads from number `index` on read.
    fn choose_source(&mut self, index: usize) {
        let Some(read) = self.reads.get(index).copied() else {
            if self.find_values() {
                self.choose_order();
            }
            return;
        };
        for store in 0..self.events.len() {
            let kind = self.events[store].op.kind;
            let may_store = !matches!(kind, Kind::Load(_) | Kind::Fence);
            if may_store && store != read && kind.location() == self.events[read].location() {
                self.source[read] = Some(store);
                self.choose_source(index + 1);
            }
        }
    }

    /// Works out what is read and stored. False if that cannot be: a load would
    /// have to read what depends on itself (`sb ∪ rf` has a cycle), or reads from
    /// a compare-exchange that fails.
    fn find_values(&mut self) -> bool {
        if !self.sb().or(&self.rf()).is_acyclic() {
            return false;
        }
        for event in &mut self.events {
            (event.read, event.written) = (None, None);
        }
        let mut open: Vec<usize> = (0..self.events.len()).collect();
        // Sources first; there is no cycle, so each round finds one.
        while !open.is_empty() {
            let known = |e: usize| self.source[e].is_none_or(|s| !open.contains(&s));
            let at = open.iter().position(|e| known(*e)).expect("no cycle");
            let number = open.remove(at);
            let read = match self.source[number] {
                None => None,
                Some(source) => match self.events[source].written {
                    None => return false,
                    value => value,
                },
            };
            let event = &mut self.events[number];
            event.read = read;
            event.written = event.op.kind.writes(read.unwrap_or(0));
            event.order = match event.op.kind {
                Kind::Cas(.., failure) if event.written.is_none() => failure,
                _ => event.op.order,
            };
        }
        true
    }

    /// Tries every order of the stores to each location.
    fn choose_order(&mut self) {
        let stores = (0..self.program.locations()).map(|location| {
            let here = |e: &Event| e.written.is_some() && e.location() == Some(location);
            (0..self.events.len())
                .filter(|e| here(&self.events[*e]))
                .collect()
        });
        let stores: Vec<Vec<usize>> = stores.collect();
        let hb = self.hb();
        self.order_location(&stores, &mut Vec::new(), &hb);
    }

    fn order_location(&mut self, stores: &[Vec<usize>], done: &mut Vec<Vec<usize>>, hb: &Relation) {
        if done.len() == stores.len() {
            if self.is_consistent(done, hb) {
                let last = |order: &Vec<usize>| order.last().and_then(|e| self.events[*e].written);
                self.found.insert(Outcome {
                    registers: self
                        .reads
                        .iter()
                        .filter_map(|e| self.events[*e].read)
                        .collect(),
                    finals: done.iter().filter_map(last).collect(),
                });
            }
            return;
        }
        // The first value comes first; the rest in any order in which no store
        // precedes one that happens before it, as coherence demands anyway, and
        // each read-modify-write right after what it read, as atomicity does.
        let (first, rest) = stores[done.len()].split_first().expect("a first value");
        let mut orders = Vec::new();
        self.extend(&mut vec![*first], rest, hb, &mut orders);
        for order in orders {
            done.push(order);
            self.order_location(stores, done, hb);
            done.pop();
        }
    }

    fn extend(
        &self,
        order: &mut Vec<usize>,
        rest: &[usize],
        hb: &Relation,
        orders: &mut Vec<Vec<usize>>,
    ) {
        if order.len() == rest.len() + 1 {
            orders.push(order.clone());
            return;
        }
        for store in rest {
            let too_early = rest
                .iter()
                .any(|e| !order.contains(e) && hb.has(*e, *store));
            let torn = self.source[*store].is_some_and(|s| order.last() != Some(&s));
            if !order.contains(store) && !too_early && !torn {
                order.push(*store);
                self.extend(order, rest, hb, orders);
                order.pop();
            }
        }
    }

    fn relation(&self, holds: impl Fn(usize, usize) -> bool) -> Relation {
        Relation::of(self.events.len(), holds)
    }

    fn set(&self, holds: impl Fn(&Event) -> bool) -> Set {
        let bit = |(number, event)| u32::from(holds(event)) << number;
        self.events.iter().enumerate().map(bit).sum()
    }

    /// `[S]` of the events for which `holds`.
    fn id(&self, holds: impl Fn(&Event) -> bool) -> Relation {
        Relation::identity(self.events.len(), self.set(holds))
    }

    /// `sb`, sequenced before: the order of each thread.
    fn sb(&self) -> Relation {
        let thread = |e: usize| self.events[e].thread;
        self.relation(|a, b| a < b && thread(a).is_some() && thread(a) == thread(b))
    }

    /// `asw`: the first values are there before any thread starts.
    fn asw(&self) -> Relation {
        let thread = |e: usize| self.events[e].thread;
        self.relation(|a, b| thread(a).is_none() && thread(b).is_some())
    }

    /// `rf`, reads from: from a store to each load that reads it.
    fn rf(&self) -> Relation {
        self.relation(|a, b| self.source[b] == Some(a))
    }

    /// `rs`, the release sequence: a store, and the read-modify-writes that each
    /// read from the one before. `rs = [W] ; (rf ; [RMW])*`.
    fn rs(&self) -> Relation {
        let write = self.id(|e| e.written.is_some());
        let update = self.id(|e| e.written.is_some() && e.read.is_some());
        write.then(&self.rf().then(&update).closure().maybe())
    }

    /// `sw`, synchronises with: a release store (or a release fence before a
    /// store), its release sequence, and an acquire load that reads from it (or a
    /// load before an acquire fence).
    /// `sw = [rel] ; ([F] ; sb)? ; rs ; rf ; [R] ; (sb ; [F])? ; [acq]`.
    fn sw(&self) -> Relation {
        let releases = |o| matches!(o, Ordering::Release | Ordering::AcqRel | Ordering::SeqCst);
        let acquires = |o| matches!(o, Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst);
        let fence = self.id(Event::is_fence);
        let before = fence.then(&self.sb()).maybe();
        let after = self.sb().then(&fence).maybe();
        self.id(|e| releases(e.order))
            .then(&before)
            .then(&self.rs())
            .then(&self.rf())
            .then(&after)
            .then(&self.id(|e| acquires(e.order)))
    }

    /// `hb`, happens before: `(sb ∪ sw ∪ asw)⁺`.
    fn hb(&self) -> Relation {
        self.sb().or(&self.sw()).or(&self.asw()).closure()
    }

    /// The axioms. Atomicity and the absence of values out of thin air are seen
    /// to where `mo` and `rf` are chosen.
    fn is_consistent(&self, order: &[Vec<usize>], hb: &Relation) -> bool {
        let place = |e: usize| order.iter().flatten().position(|o| *o == e);
        let same = |a: usize, b: usize| {
            self.events[a].location().is_some()
                && self.events[a].location() == self.events[b].location()
        };
        // `mo`, the modification order of each location.
        let mo = self.relation(|a, b| match (place(a), place(b)) {
            (Some(at), Some(later)) => same(a, b) && at < later,
            _ => false,
        });
        let rf = self.rf();
        // `rb`, reads before: from a load to the stores that come after the one
        // that it read. `rb = (rf⁻¹ ; mo) \ id`.
        let rb = rf.inverse().then(&mo).only(|a, b| a != b);
        // `eco`, extended coherence order: `(rf ∪ mo ∪ rb)⁺`. C++20 calls it
        // coherence-ordered before.
        let eco = rf.or(&mo).or(&rb).closure();
        // Coherence: `hb ; eco?` is irreflexive.
        if !hb.then(&eco.maybe()).is_irreflexive() || !eco.is_irreflexive() {
            return false;
        }
        let total = match self.model {
            Model::Rc11 => self.psc(hb, &eco, &mo.or(&rb)),
            Model::Cpp20 => self.total_order(hb, &eco),
        };
        let steps = self.sb().or(&rf).or(&total);
        total.is_acyclic() && (!self.in_order || steps.is_acyclic())
    }

    /// RC11: the partial order `psc` of `SeqCst` events, which must be acyclic.
    fn psc(&self, hb: &Relation, eco: &Relation, mo_or_rb: &Relation) -> Relation {
        let sc = self.id(|e| e.order == Ordering::SeqCst);
        let fence = self.id(|e| e.order == Ordering::SeqCst && e.is_fence());
        let same = |a: usize, b: usize| {
            self.events[a].location().is_some()
                && self.events[a].location() == self.events[b].location()
        };
        let sb = self.sb();
        // `sb|≠loc`: a fence has no location, so it differs from all.
        let sb_elsewhere = sb.only(|a, b| !same(a, b));
        // `scb = sb ∪ sb|≠loc ; hb ; sb|≠loc ∪ hb|loc ∪ mo ∪ rb`.
        let scb = sb
            .or(&sb_elsewhere.then(hb).then(&sb_elsewhere))
            .or(&hb.only(same))
            .or(mo_or_rb);
        // `psc_base = ([SC] ∪ [F_sc] ; hb?) ; scb ; ([SC] ∪ hb? ; [F_sc])`.
        let base = sc
            .or(&fence.then(&hb.maybe()))
            .then(&scb)
            .then(&sc.or(&hb.maybe().then(&fence)));
        // `psc_F = [F_sc] ; (hb ∪ hb ; eco ; hb) ; [F_sc]`.
        let between = hb.or(&hb.then(eco).then(hb));
        base.or(&fence.then(&between).then(&fence))
    }

    /// C++20: what the single total order of `SeqCst` must be consistent with
    /// ([atomics.order] 4). There is such an order if this is acyclic.
    fn total_order(&self, hb: &Relation, eco: &Relation) -> Relation {
        let sc = self.id(|e| e.order == Ordering::SeqCst);
        let fence = self.id(|e| e.order == Ordering::SeqCst && e.is_fence());
        let sb = self.sb();
        // Strongly happens before ([intro.races] 12): `sb`, or `sw` from one
        // `SeqCst` operation to another, or `sb ; hb ; sb`, any number of times.
        let strongly = sb
            .or(&sc.then(&self.sw()).then(&sc))
            .or(&sb.then(hb).then(&sb))
            .closure();
        // Coherence: from a `SeqCst` operation, or anything that a `SeqCst`
        // fence happens before, to the same on the other side.
        let coherent = sc
            .or(&fence.then(hb))
            .then(eco)
            .then(&sc.or(&hb.then(&fence)));
        sc.then(&strongly).then(&sc).or(&coherent)
    }
}
