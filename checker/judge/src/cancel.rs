//! Giving up on a judgement that nobody waits for any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A switch that ends a judgement from outside. Copies share one switch.
#[derive(Debug, Clone, Default)]
pub struct Cancel {
    flag: Arc<AtomicBool>,
    /// The judgement this one belongs to: over there is over here.
    parent: Option<Arc<Cancel>>,
}

/// The judgement was given up before it had a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the judgement was cancelled")]
pub struct Cancelled;

impl Cancel {
    /// A switch that is off.
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends the judgement: its processes are killed within some milliseconds.
    pub fn cancel(&self) {
        self.flag.store(true, Ordering::Release);
    }

    /// Whether the switch is on.
    pub fn is_cancelled(&self) -> bool {
        self.flag.load(Ordering::Acquire)
            || self
                .parent
                .as_ref()
                .is_some_and(|parent| parent.is_cancelled())
    }

    /// A switch that this one turns on too, but not the other way round.
    #[must_use]
    pub fn child(&self) -> Self {
        Self {
            flag: Arc::default(),
            parent: Some(Arc::new(self.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_ends_with_the_whole_but_not_the_whole_with_a_part() {
        let whole = Cancel::new();
        let (one, other) = (whole.child(), whole.child());
        one.cancel();
        assert!(one.is_cancelled() && !other.is_cancelled() && !whole.is_cancelled());
        whole.clone().cancel();
        assert!(other.is_cancelled());
    }

    #[test]
    fn a_part_of_a_part_ends_with_the_whole() {
        let whole = Cancel::new();
        let part = whole.child().child();
        assert!(!part.is_cancelled());
        whole.cancel();
        assert!(part.is_cancelled());
    }
}
