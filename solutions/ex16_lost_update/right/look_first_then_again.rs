//! expect: passed
//!
//! Looks once without staying in, to refuse quickly, and looks again under the lock
//! that it changes the number under. The first look decides nothing.

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
        loop {
            let seen = self.on_hand();
            if seen < pieces {
                return None;
            }
            let mut on_hand = self.pieces.lock().unwrap();
            if *on_hand != seen {
                continue;
            }
            *on_hand = seen - pieces;
            return Some(*on_hand);
        }
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
