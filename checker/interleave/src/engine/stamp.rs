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
    /// The `SeqCst` fences that happen before: by their numbers in the single
    /// total order.
    pub fences: Clock,
    /// The `SeqCst` operations that come before by program order, or by
    /// happens-before with program order at both ends: by the same numbers.
    pub strong: Clock,
}

impl Stamp {
    pub fn join(&mut self, other: &Stamp) {
        self.hb.join(&other.hb);
        self.order.join(&other.order);
        self.fences.join(&other.fences);
        self.strong.join(&other.strong);
    }
}
