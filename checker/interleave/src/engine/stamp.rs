//! The two orders that the explorer keeps of every execution.

use super::clock::Clock;

/// What is known at a point of an execution, in both orders.
#[derive(Clone, Default, Debug)]
pub(crate) struct Stamp {
    /// Happens-before, as the memory model has it.
    pub hb: Clock,
    /// The order of dependent steps, which the search works on.
    pub order: Clock,
}

impl Stamp {
    pub fn join(&mut self, other: &Stamp) {
        self.hb.join(&other.hb);
        self.order.join(&other.order);
    }
}
