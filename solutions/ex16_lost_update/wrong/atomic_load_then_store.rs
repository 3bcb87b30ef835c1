//! expect: race in schedules::no_delivery_is_lost
//!
//! Swaps the mutex for an atomic, and keeps the bug: a load and a store are two
//! steps, however strong their ordering.

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
        self.pieces.store(self.pieces.load(SeqCst) + pieces, SeqCst);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.pieces.load(SeqCst).checked_sub(pieces)?;
        self.pieces.store(left, SeqCst);
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        target.saturating_sub(self.pieces.fetch_max(target, SeqCst))
    }
}
