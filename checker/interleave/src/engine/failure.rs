//! How an execution can go wrong.

use super::clock::Tid;
use super::object::Place;
use super::op::ObjId;

/// Why an execution failed.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// The body panicked.
    Panic {
        message: String,
        place: Option<Spot>,
    },
    /// No thread can move, and the body has not returned.
    Deadlock(Vec<Stuck>),
    /// Threads move, but under no fair schedule does the body return.
    Livelock(Vec<Stuck>),
    /// Two threads touched one `UnsafeCell`, at least one of them wrote, and
    /// nothing says which of them came first.
    DataRace(DataRace),
    /// The program used memory that it has freed, or freed it twice.
    Freed { twice: bool },
    /// The program would have ended the process, or hung without a step.
    Crash {
        crash: Crash,
        message: String,
        place: Option<Spot>,
    },
    /// Something that the explorer does not model.
    Refused {
        message: String,
        place: Option<Spot>,
    },
}

/// How a program leaves the engine for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    dead_code,
    reason = "some come by a signal, which not every system has"
)]
pub(crate) enum Crash {
    /// A thread used up its stack.
    Overflow,
    /// A thread used an address where there is no memory.
    Fault,
    /// The process was to end: a panic that cannot unwind, or `abort`.
    Abort,
    /// A thread runs, and never comes to its next step.
    Spins,
    /// A thread waits for something outside of the program.
    Waits,
}

impl Crash {
    /// Whether the same failure may be looked for in many more executions. An
    /// abort leaves traces in the thread of the system; a hang takes long.
    pub fn may_come_again(self) -> bool {
        matches!(self, Crash::Overflow | Crash::Fault)
    }
}

/// Two accesses that nothing orders.
#[derive(Clone, Debug)]
pub(crate) struct DataRace {
    pub cell: ObjId,
    /// The one that came first in this schedule.
    pub earlier: Touched,
    pub later: Touched,
}

/// One access to an `UnsafeCell`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Touched {
    pub tid: Tid,
    /// The line that asked for the pointer.
    pub place: Place,
    pub wrote: bool,
}

/// A thread that cannot go on, and what it waits for.
#[derive(Clone, Debug)]
pub(crate) struct Stuck {
    pub tid: Tid,
    pub place: Place,
    /// `None` if it keeps running, but nothing comes of it.
    pub waits_for: Option<String>,
}

/// A line of code, by name, so that it can come from a panic message as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub file: String,
    pub line: u32,
}

impl Spot {
    pub fn of(place: Place) -> Spot {
        Spot {
            file: place.file().to_string(),
            line: place.line(),
        }
    }
}

/// What kind of failure it was. Two failures of one kind at one line are taken
/// as the same when a shorter schedule is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Panic,
    Deadlock,
    Livelock,
    DataRace,
    Freed,
    Crash,
    Refused,
}

impl Failure {
    pub fn kind(&self) -> Kind {
        match self {
            Failure::Panic { .. } => Kind::Panic,
            Failure::Deadlock(_) => Kind::Deadlock,
            Failure::Livelock(_) => Kind::Livelock,
            Failure::DataRace(_) => Kind::DataRace,
            Failure::Freed { .. } => Kind::Freed,
            Failure::Crash { .. } => Kind::Crash,
            Failure::Refused { .. } => Kind::Refused,
        }
    }

    /// Whether another schedule shows the same failure.
    pub fn resembles(&self, other: &Failure) -> bool {
        match (self, other) {
            (Failure::Panic { place: a, .. }, Failure::Panic { place: b, .. }) => a == b,
            (Failure::Crash { crash: a, .. }, Failure::Crash { crash: b, .. }) => a == b,
            _ => self.kind() == other.kind(),
        }
    }
}
