//! Steps: what a thread is about to do, when it may, and what it touches.

use super::clock::Tid;
use smallvec::SmallVec;
use std::panic::Location;
use std::sync::atomic::Ordering;

/// The number of a shared object within one execution, in order of first use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub(crate) struct ObjId(pub u32);

/// How a step touches an object. Two steps that touch one object in ways that
/// do not commute are *dependent*: their order matters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Touch {
    /// Looks, changes nothing.
    Read,
    /// Changes the object, or both looks and changes.
    Write,
    /// Takes a lock for itself alone.
    LockAlone,
    /// Takes a lock that others may share.
    LockShared,
    /// Gives an exclusive lock back.
    UnlockAlone,
    /// Gives a shared lock back.
    UnlockShared,
    /// Looks at an object that others may be about to change: `try_lock`,
    /// `try_recv`, a timed wait. Its order against every other step matters.
    Probe,
    /// Puts a message into a channel.
    Send,
    /// Takes a message that was there, or learns that none will come.
    Receive,
    /// Drops one of several senders, or makes or drops a `Weak`.
    Release,
    /// Drops the receiver: later sends fail.
    Close,
    /// Goes to sleep on a condition variable.
    Wait,
    /// Wakes sleepers of a condition variable.
    Notify,
    /// Makes or drops one of several owners of an `Arc`.
    Count,
    /// Drops an owner of an `Arc`, and the value with the last one.
    Last,
    /// Makes an owner of an `Arc`, if there still is one.
    Upgrade,
}

impl Touch {
    /// Whether two steps may both be possible at one moment *and* their order
    /// matters, so that both orders must be tried. Symmetric.
    pub fn races(self, other: Touch) -> bool {
        use Touch::{
            Close, Count, Last, LockAlone, LockShared, Notify, Probe, Read, Send, UnlockAlone,
            Upgrade, Wait, Write,
        };
        matches!(
            (self, other),
            (Probe, _)
                | (_, Probe)
                | (Write, Read | Write)
                | (Read, Write | UnlockAlone | Count | Last | Upgrade)
                | (LockAlone, LockAlone | LockShared)
                | (LockShared, LockAlone)
                | (Send, Send | Close)
                | (Close, Send)
                | (Wait, Notify)
                | (Notify, Wait)
                // A look at a `OnceLock` sees whether its initialiser has ended.
                | (UnlockAlone, Read)
                | (Count, Read | Upgrade)
                | (Last, Last | Read | Upgrade)
                | (Upgrade, Read | Count | Last)
        )
    }

    /// Whether `later` must be seen as coming after `self` when both touch the
    /// same object: they race, or the first is what made the second possible.
    pub fn orders(self, later: Touch) -> bool {
        use Touch::{LockAlone, LockShared, UnlockAlone, UnlockShared};
        self.races(later)
            || matches!(
                (self, later),
                (UnlockAlone, LockAlone | LockShared)
                    | (UnlockShared, LockAlone)
                    | (LockAlone, UnlockAlone)
                    | (LockShared, UnlockShared)
            )
    }
}

/// The objects that a step touches, and how.
pub(crate) type Footprint = SmallVec<[(ObjId, Touch); 2]>;

/// The same footprint. `clone` goes through it entry by entry, which is slow.
pub(crate) fn copy(footprint: &Footprint) -> Footprint {
    Footprint::from_slice(footprint)
}

/// What a step touches that may only look where it has announced more. Made for
/// every thread at every step, so nothing is copied.
#[derive(Clone, Copy)]
pub(crate) struct Touches<'a> {
    announced: &'a Footprint,
    /// It only looks at this one.
    looks_at: Option<ObjId>,
}

impl<'a> Touches<'a> {
    pub fn of(announced: &'a Footprint, looks_at: Option<ObjId>) -> Touches<'a> {
        Touches {
            announced,
            looks_at,
        }
    }

    pub fn is_empty(self) -> bool {
        self.announced.is_empty()
    }

    fn iter(self) -> impl Iterator<Item = (ObjId, Touch)> + 'a {
        self.announced.iter().map(move |(obj, touch)| {
            let looks = self.looks_at == Some(*obj);
            (*obj, if looks { Touch::Read } else { *touch })
        })
    }

    pub fn to_footprint(self) -> Footprint {
        let mut footprint = copy(self.announced);
        if let Some(looks_at) = self.looks_at {
            for entry in footprint.iter_mut().filter(|entry| entry.0 == looks_at) {
                entry.1 = Touch::Read;
            }
        }
        footprint
    }

    /// Whether it is the same as what was copied.
    pub fn are(self, footprint: &Footprint) -> bool {
        self.iter().eq(footprint.iter().copied())
    }
}

impl<'a> From<&'a Footprint> for Touches<'a> {
    fn from(footprint: &'a Footprint) -> Touches<'a> {
        Touches::of(footprint, None)
    }
}

/// Whether the order of two steps matters.
pub(crate) fn dependent<'a>(a: impl Into<Touches<'a>>, b: impl Into<Touches<'a>>) -> bool {
    let b = b.into();
    a.into()
        .iter()
        .any(|(obj, touch)| b.iter().any(|(o, t)| o == obj && touch.races(t)))
}

/// What must hold for a step to be possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Guard {
    Always,
    /// The mutex is free.
    MutexFree(ObjId),
    /// No writer holds the lock.
    NoWriter(ObjId),
    /// Nobody holds the lock.
    NoHolder(ObjId),
    /// The thread has ended.
    Ended(Tid),
    /// Every thread of the scope has ended.
    ScopeEmpty(ObjId),
    /// The thread's park token is there.
    Token,
    /// The channel has a message, or no sender is left.
    MessageOrHangup(ObjId),
    /// The channel has room, or its receiver is gone.
    RoomOrGone(ObjId),
    /// Message number `.1` was taken, or the receiver is gone.
    TakenOrGone(ObjId, u64),
    /// No other thread is inside the initialiser.
    NotRunning(ObjId),
    /// The value is there.
    Done(ObjId),
    /// The barrier has left this round.
    RoundOver(ObjId, u64),
    /// The sleeper was woken (or may time out), and the mutex is free.
    Woken {
        mutex: ObjId,
        timed: bool,
    },
    /// The body has returned: possible only once no other thread can move.
    LastExit,
}

/// What a step is, for the story.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Act {
    Start,
    Exit,
    Return,
    Spawn,
    Join,
    JoinScope,
    IsFinished,
    Yield,
    Spin,
    Sleep,
    Park,
    Unpark,
    Lock,
    TryLock,
    Unlock,
    ReadLock,
    TryRead,
    WriteLock,
    TryWrite,
    UnlockRead,
    UnlockWrite,
    Downgrade,
    Poisoned,
    Wait,
    Wake,
    NotifyOne,
    NotifyAll,
    Send,
    TrySend,
    Taken,
    Receive,
    TryReceive,
    DropSender,
    DropReceiver,
    Arrive,
    Leave,
    Once,
    OnceDone,
    OnceWait,
    OnceRead,
    Load,
    Store,
    ReadModifyWrite,
    CompareExchange,
    Fence,
    CloneArc,
    DropArc,
    CountArc,
    UnwrapArc,
    GetMutArc,
    Upgrade,
    MakeWeak,
    DropWeak,
    /// No step, but a line of the story.
    Panic,
    /// No step, but a line of the story.
    Print,
    /// A moment after a step, in the extra schedules.
    Gap,
    /// No step, but a line of the story: an `UnsafeCell` is read or written.
    CellUse,
}

impl Act {
    /// Whether it happens where a value is dropped, which no line says.
    pub fn is_a_drop(self) -> bool {
        matches!(
            self,
            Act::Unlock
                | Act::UnlockRead
                | Act::UnlockWrite
                | Act::DropSender
                | Act::DropReceiver
                | Act::DropArc
                | Act::DropWeak
        )
    }
}

/// Where it depends on the value of an atomic whether a step changes anything.
/// The ordering is that of the step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Effect {
    /// It does what its footprint says.
    AsAnnounced,
    /// It only looks, unless the atomic has this value.
    LooksUnless(ObjId, u64, Ordering),
    /// It only looks if the atomic has this value already.
    LooksIf(ObjId, u64, Ordering),
}

/// The step that a thread will take next.
#[derive(Clone, Debug)]
pub(crate) struct Op {
    pub act: Act,
    pub guard: Guard,
    pub effect: Effect,
    pub footprint: Footprint,
    /// The line in the user's code.
    pub at: &'static Location<'static>,
    /// A step that waits politely: others go first if any can.
    pub polite: bool,
}

impl Op {
    pub fn new(act: Act, at: &'static Location<'static>) -> Op {
        Op {
            act,
            guard: Guard::Always,
            effect: Effect::AsAnnounced,
            footprint: Footprint::new(),
            at,
            polite: false,
        }
    }

    pub fn when(mut self, guard: Guard) -> Op {
        self.guard = guard;
        self
    }

    pub fn touching(mut self, obj: ObjId, touch: Touch) -> Op {
        self.footprint.push((obj, touch));
        self
    }

    pub fn with(mut self, effect: Effect) -> Op {
        self.effect = effect;
        self
    }

    pub fn politely(mut self) -> Op {
        self.polite = true;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Touch; 16] = [
        Touch::Read,
        Touch::Write,
        Touch::LockAlone,
        Touch::LockShared,
        Touch::UnlockAlone,
        Touch::UnlockShared,
        Touch::Probe,
        Touch::Send,
        Touch::Receive,
        Touch::Release,
        Touch::Close,
        Touch::Wait,
        Touch::Notify,
        Touch::Count,
        Touch::Last,
        Touch::Upgrade,
    ];

    #[test]
    fn racing_is_symmetric() {
        for a in ALL {
            for b in ALL {
                assert_eq!(a.races(b), b.races(a), "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn two_readers_commute_and_two_lockers_do_not() {
        assert!(!Touch::Read.races(Touch::Read));
        assert!(!Touch::LockShared.races(Touch::LockShared));
        assert!(Touch::LockAlone.races(Touch::LockAlone));
        assert!(!Touch::UnlockAlone.races(Touch::LockAlone));
        assert!(Touch::UnlockAlone.orders(Touch::LockAlone));
    }
}
