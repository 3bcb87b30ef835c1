//! expect: wrong-answer in schedules::no_delivery_is_lost
//!
//! `*lock` copies the number out. The copy is changed, and the shelf stays as it was.

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
        let mut on_hand = *self.pieces.lock().unwrap();
        on_hand += pieces;
        println!("{on_hand} pieces on the shelf");
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
