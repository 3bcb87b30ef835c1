//! expect: race in schedules::a_sale_during_a_top_up_counts
//!
//! A second lock keeps two clerks apart, but not a clerk and a customer: a sale between
//! the look and the delivery is undone.

use std::sync::Mutex;

pub struct Stock {
    pieces: Mutex<u32>,
    clerk: Mutex<()>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
            clerk: Mutex::new(()),
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
        let left = on_hand.checked_sub(pieces)?;
        *on_hand = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let _alone = self.clerk.lock().unwrap();
        let on_hand = self.on_hand();
        if on_hand >= target {
            return 0;
        }
        *self.pieces.lock().unwrap() = target;
        target - on_hand
    }
}
