//! What all atomics share: the steps, on values of 64 bits.

use crate::engine::execution::Execution;
use crate::engine::memory::{History, Onlooker, Operation, Places, releases};
use crate::engine::object::Place;
use crate::engine::op::{Act, Effect, ObjId, Op, Touch};
use crate::engine::tell::{Memory, Missed, Read};
use crate::engine::{self, step};
use crate::handle::Handle;
use ::std::panic::Location;
use ::std::sync::atomic::Ordering;

/// An atomic of the program, at one line of it.
pub(crate) struct Cell {
    pub id: ObjId,
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
    Some(engine::inside(|e| e.object(id).history().latest().value))
}

impl Cell {
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
            behind: if e.running { Some(&e.behind) } else { None },
        };
        run(e.objects[id.0 as usize].history(), &mut operation)
    }

    /// The places of the history that `find` names, for the running thread.
    fn places(
        e: &Execution,
        id: ObjId,
        order: Ordering,
        find: impl FnOnce(&History, &Onlooker) -> Places,
    ) -> Places {
        let me = e.current;
        let who = Onlooker {
            tid: me,
            order,
            now: &e.threads[me.index()].now,
            total: &e.total,
            behind: e.behind(),
        };
        let history = e.objects[id.0 as usize].state.history();
        find(history.expect("an atomic's object has one"), &who)
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
        step(Op::new(Act::Load, self.at).touching(self.id, Touch::Read));
        self.look(order, |name, value| format!("loads {name} -> {value}"))
    }

    /// Loads, in the middle of a step.
    pub fn look(&self, order: Ordering, say: impl FnOnce(&str, &str) -> String) -> u64 {
        let id = self.id;
        engine::inside(|e| {
            let places = Self::places(e, id, order, History::readable);
            let place = places[e.outcome(places.len())];
            self.read(e, id, order, place, say)
        })
    }

    /// Reads the store at `place`, in the middle of a step that stores nothing.
    fn read(
        &self,
        e: &mut Execution,
        id: ObjId,
        order: Ordering,
        place: usize,
        say: impl FnOnce(&str, &str) -> String,
    ) -> u64 {
        let newest = e.object(id).history().newest();
        let value = self.on_history(e, id, order, |history, by| history.load(place, by));
        self.remember(e, id, order, Some(place));
        if place == newest {
            e.looked(Some(id), self.at);
        } else {
            e.looked_back();
        }
        let latest = e.object(id).history().latest();
        let (latest, by, line) = (latest.value, latest.by, latest.at.map_or(0, Location::line));
        e.tell(|e| {
            let said = say(&e.object_name(id), &(self.show)(value));
            if place == newest {
                return said;
            }
            format!(
                "{said} (an old value: {order:?} may still miss the {} that {} stored at line {line})",
                (self.show)(latest),
                e.thread_name(by),
            )
        });
        value
    }

    /// Keeps for the story what an operation read, and what it missed by that.
    fn remember(&self, e: &mut Execution, id: ObjId, order: Ordering, read: Option<usize>) {
        if e.story.is_none() {
            return;
        }
        let history = e.object(id).history();
        let missed = read
            .filter(|place| *place < history.newest())
            .map(|_| history.latest())
            .map(|latest| Missed {
                value: (self.show)(latest.value),
                by: latest.by,
                at: latest.at,
            });
        let read = read.map(|place| history.at(place)).map(|store| Read {
            by: store.by,
            at: store.at,
        });
        e.note(|line| {
            line.memory = Some(Memory {
                atomic: id,
                order,
                read,
                missed,
            });
        });
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
        let id = self.id;
        step(Op::new(Act::Store, self.at).touching(id, Touch::Write));
        engine::inside(|e| {
            let places = Self::places(e, id, order, History::open);
            let place = places[e.outcome(places.len())];
            let behind = self.overtaken_by(e, id, place, order);
            self.on_history(e, id, order, |history, by| history.store(place, value, by));
            self.remember(e, id, order, None);
            e.changed(id);
            e.tell(|e| {
                let (name, value) = (e.object_name(id), (self.show)(value));
                format!("stores {value} in {name}{behind}")
            });
        });
        engine::gap(self.at);
    }

    /// In words, the newer store that one put behind `place` comes before.
    fn overtaken_by(&self, e: &mut Execution, id: ObjId, place: usize, order: Ordering) -> String {
        if e.story.is_none() || place == e.object(id).history().newest() {
            return String::new();
        }
        let next = e.object(id).history().at(place + 1);
        let (value, by, line) = (next.value, next.by, next.at.map_or(0, Location::line));
        format!(
            " (as if before the {} that {} stored at line {line}: {order:?} allows it)",
            (self.show)(value),
            e.thread_name(by),
        )
    }

    /// A read-modify-write; returns the value before. `stores` is the value
    /// that it stores, where that does not depend on the value before.
    pub fn modify(
        &self,
        order: Ordering,
        stores: Option<u64>,
        change: impl FnOnce(u64) -> u64,
    ) -> u64 {
        let id = self.id;
        let announced = Op::new(Act::ReadModifyWrite, self.at).touching(id, Touch::Write);
        // Storing what is there already changes nothing that others could see,
        // unless it publishes something: a spin lock's failed `swap`.
        step(match stores {
            Some(value) if !releases(order) => announced.with(Effect::LooksIf(id, value, order)),
            _ => announced,
        });
        let old = self.change(order, change, |name, old, new| {
            format!("turns {name} from {old} into {new}")
        });
        engine::gap(self.at);
        old
    }

    /// Reads, modifies and writes, in the middle of a step. Returns the value
    /// before.
    pub fn change(
        &self,
        order: Ordering,
        change: impl FnOnce(u64) -> u64,
        say: impl FnOnce(&str, &str, &str) -> String,
    ) -> u64 {
        let id = self.id;
        let (place, old) = engine::inside(|e| {
            let places = Self::places(e, id, order, History::modifiable);
            let place = places[e.outcome(places.len())];
            (place, e.object(id).history().at(place).value)
        });
        let new = change(old);
        engine::inside(|e| self.replace(e, id, (place, old, new), order, say));
        old
    }

    /// Puts `new` in place of `old`, in the middle of a step.
    fn replace(
        &self,
        e: &mut Execution,
        id: ObjId,
        (place, old, new): (usize, u64, u64),
        order: Ordering,
        say: impl FnOnce(&str, &str, &str) -> String,
    ) {
        let behind = self.overtaken_by(e, id, place, order);
        self.remember(e, id, order, Some(place));
        self.on_history(e, id, order, |history, by| history.replace(place, new, by));
        if old == new {
            e.looked(Some(id), self.at);
        } else {
            e.changed(id);
        }
        e.tell(|e| {
            let said = say(&e.object_name(id), &(self.show)(old), &(self.show)(new));
            format!("{said}{behind}")
        });
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
        let id = self.id;
        let announced = Op::new(Act::CompareExchange, self.at).touching(id, Touch::Write);
        step(announced.with(Effect::LooksUnless(id, current, how.success)));
        let result = self.change_if(current, new, how, |name, found| match found {
            None => {
                let (old, new) = ((self.show)(current), (self.show)(new));
                format!("exchanges {name}: {old} becomes {new}")
            }
            Some(found) => {
                let wanted = (self.show)(current);
                if wanted == found {
                    return format!("fails to exchange {name} for no reason (`weak` allows this)");
                }
                format!("cannot exchange {name}: it is {found}, not {wanted}")
            }
        });
        if result.is_ok() {
            engine::gap(self.at);
        }
        result
    }

    /// Compares and exchanges, in the middle of a step. `say` is given what was
    /// found if it was not `current`.
    pub fn change_if(
        &self,
        current: u64,
        new: u64,
        how: Exchange,
        say: impl FnOnce(&str, Option<&str>) -> String,
    ) -> Result<u64, u64> {
        let id = self.id;
        engine::inside(|e| match Self::exchange_reads(e, id, current, how) {
            Found::Wanted(place) => {
                let values = (place, current, new);
                self.replace(e, id, values, how.success, |name, _, _| say(name, None));
                Ok(current)
            }
            Found::Other(place) => {
                e.only(id, Touch::Read);
                let say = |name: &str, found: &str| say(name, Some(found));
                Err(self.read(e, id, how.failure, place, say))
            }
        })
    }

    /// Which store a compare-exchange reads.
    fn exchange_reads(e: &mut Execution, id: ObjId, current: u64, how: Exchange) -> Found {
        let newest = e.object(id).history().newest();
        // The stores with the wanted value, the newest of all whatever it has.
        let mut open = Self::places(e, id, how.success, History::modifiable);
        let history = e.object(id).history();
        open.retain(|place| *place == newest || history.at(*place).value == current);
        // It may also find an old value and fail, as a load would, or fail for
        // no reason if it is weak. Each execution has few of these.
        let mut others = Self::places(e, id, how.failure, History::readable);
        let history = e.object(id).history();
        others.retain(|other| {
            *other != newest && history.at(*other).value != current
                || *other == newest && how.weak && history.at(newest).value == current
        });
        let place = match e.outcome_or_whim(open.len(), others.len()) {
            Ok(choice) => open[choice],
            Err(whim) => return Found::Other(others[whim]),
        };
        if e.object(id).history().at(place).value == current {
            Found::Wanted(place)
        } else {
            Found::Other(place)
        }
    }
}

/// What a compare-exchange reads.
enum Found {
    /// A store with the value that it wants.
    Wanted(usize),
    /// A store with which it fails.
    Other(usize),
}

/// A fence.
pub(crate) fn fence(order: Ordering, at: Place) {
    assert!(
        order != Ordering::Relaxed,
        "there is no such thing as a relaxed fence"
    );
    // No step of its own: it orders nothing until the thread's next one.
    // But what was done to cells before it is told apart from what comes after.
    engine::inside(|e| e.private_step(Act::Fence, at));
    engine::stop_if_over();
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
            behind: None,
        };
        let atomics = e.objects.iter().filter_map(|object| object.state.history());
        operation.fence(atomics);
        e.tell(|_| format!("runs a {order:?} fence"));
    });
}
