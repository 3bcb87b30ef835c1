//! expect: race in schedules::the_last_piece_is_sold_once
//!
//! Means to keep the others out for the whole sale, but `let _ =` drops the guard at
//! once. A name such as `_alone` would keep it.

use std::sync::{Mutex, MutexGuard};

pub struct Stock {
    pieces: Mutex<u32>,
    one_at_a_time: Mutex<()>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
            one_at_a_time: Mutex::new(()),
        }
    }

    fn alone(&self) -> Option<MutexGuard<'_, ()>> {
        self.one_at_a_time.lock().ok()
    }

    pub fn on_hand(&self) -> u32 {
        *self.pieces.lock().unwrap()
    }

    pub fn deliver(&self, pieces: u32) {
        *self.pieces.lock().unwrap() += pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let _ = self.alone();
        let left = self.on_hand().checked_sub(pieces)?;
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
