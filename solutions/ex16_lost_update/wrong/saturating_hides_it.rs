//! expect: race in schedules::the_last_piece_is_sold_once
//!
//! "attempt to subtract with overflow" was in the log, so somebody made the
//! subtraction stop at 0. Now the last piece is sold twice without a word.

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
        *on_hand = on_hand.saturating_sub(pieces);
        Some(*on_hand)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
