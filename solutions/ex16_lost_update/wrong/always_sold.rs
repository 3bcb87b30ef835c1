//! expect: wrong-answer in schedules::the_last_piece_is_sold_once
//!
//! Tells every customer what the first test wants to hear.

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
        let mut on_hand = self.pieces.lock().unwrap();
        *on_hand = on_hand.saturating_sub(pieces);
        Some(0)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
