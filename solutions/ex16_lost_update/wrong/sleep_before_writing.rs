//! expect: race in schedules::no_delivery_is_lost
//!
//! Waits a little, "so that the others can finish". The others wait a little too.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

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
        thread::sleep(Duration::from_millis(10));
        let on_hand = self.on_hand();
        *self.pieces.lock().unwrap() = on_hand + pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let mut on_hand = self.pieces.lock().unwrap();
        let left = on_hand.checked_sub(pieces)?;
        *on_hand = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
