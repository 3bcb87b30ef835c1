//! expect: race in schedules::two_clerks_do_not_fill_the_shelf_twice
//!
//! Reads what is missing in one section and sets the shelf to the target in the
//! next. A sale in between is undone.

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
        let left = on_hand.checked_sub(pieces)?;
        *on_hand = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let on_hand = self.on_hand();
        if on_hand >= target {
            return 0;
        }
        *self.pieces.lock().unwrap() = target;
        target - on_hand
    }
}
