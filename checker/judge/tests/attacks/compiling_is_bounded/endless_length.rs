//! exercise: ex16
//! attack: Compiling is bounded: the length of an array takes for ever.
//! expect: compile-error | timed-out | tampered

use std::sync::Mutex;

const fn busy(from: u64) -> usize {
    let mut number = from;
    while number != 1 {
        number = if number % 2 == 0 { number / 2 } else { number };
    }
    1
}

#[allow(long_running_const_eval)]
static LONG: [u8; busy(3)] = [0; busy(3)];

/// The stock of one article, shared by all the threads of the shop.
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
        assert_eq!(LONG.len(), 1);
        *self.pieces.lock().unwrap() += pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let mut on_hand = self.pieces.lock().unwrap();
        *on_hand = on_hand.checked_sub(pieces)?;
        Some(*on_hand)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
