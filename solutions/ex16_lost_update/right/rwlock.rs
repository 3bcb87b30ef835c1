//! expect: passed
//!
//! An `RwLock`: readers share it, and each change is one write section.

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
        let mut on_hand = self.pieces.write().unwrap();
        *on_hand += pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let mut on_hand = self.pieces.write().unwrap();
        if pieces <= *on_hand {
            *on_hand -= pieces;
            Some(*on_hand)
        } else {
            None
        }
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.write().unwrap();
        if *on_hand >= target {
            return 0;
        }
        let missing = target - *on_hand;
        *on_hand = target;
        missing
    }
}
