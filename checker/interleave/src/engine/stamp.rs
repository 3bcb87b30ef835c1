//! What is known at a point of an execution.

use super::clock::Clock;

/// What is known at a point of an execution, in each of the orders that the
/// explorer keeps.
#[derive(Clone, Default, Debug)]
pub(crate) struct Stamp {
    /// Happens-before, as the memory model has it.
    pub hb: Clock,
    /// The order of dependent steps, which the search works on.
    pub order: Clock,
    /// What the single total order of `SeqCst` adds to happens-before: all that
    /// happens before a `SeqCst` fence which comes before one that is known.
    pub fenced: Clock,
    /// The `SeqCst` loads and stores that come before a known `SeqCst` fence.
    pub accesses: Clock,
    /// The `SeqCst` loads and stores that come before by program order, or by
    /// happens-before with program order at both ends: by their numbers.
    pub strong: Clock,
}

impl Stamp {
    pub fn join(&mut self, other: &Stamp) {
        self.hb.join(&other.hb);
        self.order.join(&other.order);
        self.fenced.join(&other.fenced);
        self.accesses.join(&other.accesses);
        self.strong.join(&other.strong);
    }
}
