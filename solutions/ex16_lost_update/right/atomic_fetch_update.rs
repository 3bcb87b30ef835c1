//! expect: passed
//!
//! No lock: each change is one atomic step. `Relaxed` is enough, because the number
//! stands for itself and guards nothing else.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

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
        self.pieces.load(Relaxed)
    }

    pub fn deliver(&self, pieces: u32) {
        self.pieces.fetch_add(pieces, Relaxed);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        self.pieces
            .fetch_update(Relaxed, Relaxed, |on_hand| on_hand.checked_sub(pieces))
            .ok()
            .map(|before| before - pieces)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        target.saturating_sub(self.pieces.fetch_max(target, Relaxed))
    }
}
