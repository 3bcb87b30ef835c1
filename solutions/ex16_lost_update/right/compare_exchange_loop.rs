//! expect: passed
//!
//! Works the new number out, and writes it only if the old one is still there.
//! Otherwise it looks again.

use std::sync::atomic::{AtomicU32, Ordering};

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
        self.pieces.load(Ordering::SeqCst)
    }

    /// Replaces the number by what `change` makes of it, and returns both.
    fn change(&self, change: impl Fn(u32) -> Option<u32>) -> Option<(u32, u32)> {
        let mut before = self.on_hand();
        loop {
            let after = change(before)?;
            match self.pieces.compare_exchange_weak(
                before,
                after,
                Ordering::SeqCst,
                Ordering::SeqCst,
            ) {
                Ok(_) => return Some((before, after)),
                Err(now) => before = now,
            }
        }
    }

    pub fn deliver(&self, pieces: u32) {
        self.change(|on_hand| Some(on_hand + pieces));
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let (_, left) = self.change(|on_hand| on_hand.checked_sub(pieces))?;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        self.change(|on_hand| Some(on_hand.max(target)))
            .map_or(0, |(before, after)| after - before)
    }
}
