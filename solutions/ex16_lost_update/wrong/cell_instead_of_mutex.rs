//! expect: compile-error
//!
//! A `Cell` needs no lock. The compiler does not let threads share it.

use std::cell::Cell;

pub struct Stock {
    pieces: Cell<u32>,
}

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
