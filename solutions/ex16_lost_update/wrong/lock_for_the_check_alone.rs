//! expect: race in schedules::the_last_piece_is_sold_once
//!
//! A second mutex makes the check "safe": only one thread can check at a time. But
//! it lets go before the sale.

use std::sync::Mutex;

pub struct Stock {
    pieces: Mutex<u32>,
    checking: Mutex<()>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
            checking: Mutex::new(()),
        }
    }

    fn has(&self, pieces: u32) -> bool {
        let _alone = self.checking.lock().unwrap();
        self.on_hand() >= pieces
    }

    pub fn on_hand(&self) -> u32 {
        *self.pieces.lock().unwrap()
    }

    pub fn deliver(&self, pieces: u32) {
        *self.pieces.lock().unwrap() += pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        if !self.has(pieces) {
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
