//! expect: race in schedules::no_delivery_is_lost
//!
//! Reads under the read lock and writes under the write lock: two sections again.

use std::sync::RwLock;

pub struct Stock {
    pieces: RwLock<u32>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: RwLock::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        *self.pieces.read().unwrap()
    }

    pub fn deliver(&self, pieces: u32) {
        let on_hand = *self.pieces.read().unwrap();
        *self.pieces.write().unwrap() = on_hand + pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.pieces.read().unwrap().checked_sub(pieces)?;
        *self.pieces.write().unwrap() = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.write().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
