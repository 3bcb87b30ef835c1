//! expect: race in schedules::no_delivery_is_lost
//!
//! Notices that the number has changed, and then forgets the delivery instead of
//! trying again.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

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
        let on_hand = self.pieces.load(SeqCst);
        let _ = self
            .pieces
            .compare_exchange(on_hand, on_hand + pieces, SeqCst, SeqCst);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let before = self
            .pieces
            .fetch_update(SeqCst, SeqCst, |on_hand| on_hand.checked_sub(pieces))
            .ok()?;
        Some(before - pieces)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        target.saturating_sub(self.pieces.fetch_max(target, SeqCst))
    }
}
