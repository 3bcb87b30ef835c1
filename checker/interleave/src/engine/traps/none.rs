//! Where signals are not handled: the process ends as it would anyway.

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
