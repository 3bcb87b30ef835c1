//! exercise: ex16
//! twin: the same atomics, each method in one step.
//! expect: passed

use ::core::sync::atomic::{AtomicU32, Ordering::SeqCst};

/// The stock of one article, as one number.
pub struct Stock {
    pieces: AtomicU32,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: AtomicU32::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        self.pieces.load(SeqCst)
    }

    pub fn deliver(&self, pieces: u32) {
        self.pieces.fetch_add(pieces, SeqCst);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let take = |on_hand: u32| on_hand.checked_sub(pieces);
        let before = self.pieces.fetch_update(SeqCst, SeqCst, take).ok()?;
        Some(before - pieces)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        target.saturating_sub(self.pieces.fetch_max(target, SeqCst))
    }
}
