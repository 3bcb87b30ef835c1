//! expect: race in schedules::the_last_piece_is_sold_once
//!
//! Deliveries are one step now, but a sale still decides on a number that may be
//! old when it writes.

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
        let on_hand = self.on_hand();
        if on_hand < pieces {
            return None;
        }
        let left = on_hand - pieces;
        *self.pieces.lock().unwrap() = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
