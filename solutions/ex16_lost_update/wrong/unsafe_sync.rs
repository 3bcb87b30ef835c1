//! expect: compile-error
//!
//! Promises the compiler that a `Cell` may be shared. `unsafe` is forbidden here, and
//! the promise would be a lie.

use std::cell::Cell;

pub struct Stock {
    pieces: Cell<u32>,
}

unsafe impl Sync for Stock {}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Cell::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        self.pieces.get()
    }

    pub fn deliver(&self, pieces: u32) {
        self.pieces.set(self.pieces.get() + pieces);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.pieces.get().checked_sub(pieces)?;
        self.pieces.set(left);
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.pieces.get());
        self.pieces.set(self.pieces.get() + missing);
        missing
    }
}
