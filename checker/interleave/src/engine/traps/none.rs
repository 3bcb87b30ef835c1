//! Where signals are not handled: the process ends as it would anyway.

#![allow(
    clippy::unused_self,
    reason = "the same functions as where signals are handled"
)]

/// A thread of the system that could be interrupted.
pub(crate) struct Interruptible;

impl Interruptible {
    pub fn current() -> Interruptible {
        Interruptible
    }

    /// Makes the running coroutine return. False: that is not possible here.
    pub fn interrupt(&self, _spins: bool, _after: u64) -> bool {
        false
    }
}

/// Nothing to prepare.
pub(crate) fn install() {}
