//! The shared objects of an execution, as the explorer sees them.

use super::clock::Tid;
use super::memory::History;
use super::op::Touch;
use super::races::Accesses;
use super::stamp::Stamp;
use smallvec::SmallVec;
use std::collections::VecDeque;
use std::panic::Location;

/// A place in the user's code.
pub(crate) type Place = &'static Location<'static>;

/// One shared object.
pub(crate) struct Object {
    pub state: State,
    /// Which of its kind it is: `mutex 1`, `mutex 2`, …
    pub number: u32,
    /// Counts the changes: a loop that sees the same count again waits in vain.
    pub version: u32,
    /// The last touch of each thread and kind, for the search.
    pub log: SmallVec<[Access; 4]>,
}

/// A touch that happened.
#[derive(Clone, Copy)]
pub(crate) struct Access {
    pub tid: Tid,
    pub touch: Touch,
    /// The count of the thread's own steps.
    pub seq: u32,
    /// The step of the execution.
    pub depth: usize,
}

/// What an object is, and the state it is in.
pub(crate) enum State {
    Thread,
    Token,
    Scope(Scope),
    Mutex(Lock),
    RwLock(Shared),
    Condvar(Vec<Tid>),
    Channel(Channel),
    Atomic(History),
    Arc(Owners),
    Once(Once),
    Barrier(Barrier),
    Cell(Accesses),
}

#[derive(Default)]
pub(crate) struct Scope {
    pub running: usize,
    pub done: Stamp,
}

#[derive(Default)]
pub(crate) struct Lock {
    pub owner: Option<(Tid, Place)>,
    /// Somebody tried to take it and went on without: they watch for its release.
    pub polled: bool,
    pub poisoned: bool,
    pub released: Stamp,
}

#[derive(Default)]
pub(crate) struct Shared {
    pub writer: Option<(Tid, Place)>,
    pub readers: SmallVec<[(Tid, Place); 4]>,
    /// As for a [`Lock`].
    pub polled: bool,
    pub poisoned: bool,
    pub written: Stamp,
    pub read: Stamp,
}

#[derive(Default)]
pub(crate) struct Channel {
    /// How many messages may wait; `None` for no bound.
    pub bound: Option<usize>,
    pub sent: u64,
    pub taken: u64,
    /// What the senders of the messages that wait knew.
    pub waiting: VecDeque<Stamp>,
    pub senders: usize,
    /// Where the living senders were made or cloned.
    pub sender_places: SmallVec<[Place; 4]>,
    pub receiver_gone: bool,
    /// What the last receives published, for senders that waited for room.
    pub takes: VecDeque<Stamp>,
    pub hung_up: Stamp,
    pub closed: Stamp,
}

/// The owners of an `Arc`'s value.
pub(crate) struct Owners {
    /// How many there are, as an atomic: that is what the count is.
    pub count: History,
    /// What those published who dropped a `Weak`.
    pub weak_dropped: Stamp,
}

#[derive(Default)]
pub(crate) struct Once {
    pub running: Option<(Tid, Place)>,
    pub done: bool,
    pub poisoned: bool,
    pub published: Stamp,
}

#[derive(Default)]
pub(crate) struct Barrier {
    pub size: usize,
    pub arrived: usize,
    pub round: u64,
    pub gathered: Stamp,
    pub left: Stamp,
}

impl State {
    /// The word for it in a story.
    pub fn noun(&self) -> &'static str {
        match self {
            State::Thread => "thread",
            State::Token => "park token",
            State::Scope(_) => "scope",
            State::Mutex(_) => "mutex",
            State::RwLock(_) => "rwlock",
            State::Condvar(_) => "condvar",
            State::Channel(_) => "channel",
            State::Atomic(_) => "atomic",
            State::Arc(_) => "arc",
            State::Once(_) => "once",
            State::Barrier(_) => "barrier",
            State::Cell(_) => "cell",
        }
    }

    /// The stores, where it is kept as an atomic.
    pub fn history(&self) -> Option<&History> {
        match self {
            State::Atomic(history) | State::Arc(Owners { count: history, .. }) => Some(history),
            _ => None,
        }
    }
}

/// Reads one kind of state out of an object. The look-alike types hand out
/// object numbers together with their kind, so a mismatch is our own mistake.
macro_rules! as_kind {
    ($($name:ident, $kind:ident -> $state:ty;)*) => {
        impl Object {
            $(pub fn $name(&mut self) -> &mut $state {
                match &mut self.state {
                    State::$kind(state) => state,
                    other => unreachable!("a {} used as another object", other.noun()),
                }
            })*
        }
    };
}

as_kind! {
    scope, Scope -> Scope;
    lock, Mutex -> Lock;
    shared, RwLock -> Shared;
    condvar, Condvar -> Vec<Tid>;
    channel, Channel -> Channel;
    owners, Arc -> Owners;
    once, Once -> Once;
    barrier, Barrier -> Barrier;
}

impl Object {
    /// The stores of an atomic, or of an `Arc`'s count.
    pub fn history(&mut self) -> &mut History {
        match &mut self.state {
            State::Atomic(history) | State::Arc(Owners { count: history, .. }) => history,
            other => unreachable!("a {} used as an atomic", other.noun()),
        }
    }

    /// Whether it is poisoned, for both kinds of locks.
    pub fn poisoned(&mut self) -> &mut bool {
        match &mut self.state {
            State::Mutex(lock) => &mut lock.poisoned,
            State::RwLock(lock) => &mut lock.poisoned,
            other => unreachable!("a {} used as a lock", other.noun()),
        }
    }
}
