//! expect: race in schedules::the_last_piece_is_sold_once
//!
//! Takes the pieces under one lock, but checks before it, under another. The second
//! buyer of the last piece subtracts 1 from 0, and that panics.

use std::sync::Mutex;

pub struct Stock {
    pieces: Mutex<u32>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        *self.pieces.lock().unwrap()
    }

    pub fn deliver(&self, pieces: u32) {
        *self.pieces.lock().unwrap() += pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        if self.on_hand() < pieces {
            return None;
        }
        let mut on_hand = self.pieces.lock().unwrap();
        *on_hand -= pieces;
        Some(*on_hand)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
