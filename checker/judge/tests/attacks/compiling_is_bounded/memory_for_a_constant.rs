//! exercise: ex16
//! attack: Compiling is bounded: a constant function keeps more and more arrays.
//! expect: compile-error | timed-out | tampered | crashed

use std::sync::Mutex;

#[allow(long_running_const_eval)]
const fn more(left: u64, held: &[u8; 1 << 16]) -> u64 {
    let mine = *held;
    if left == 0 {
        mine[0] as u64
    } else {
        more(left - 1, &mine) + more(left - 1, &mine)
    }
}

#[allow(long_running_const_eval)]
const MORE: u64 = more(60, &[0; 1 << 16]);

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
        assert_eq!(MORE, 0);
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
