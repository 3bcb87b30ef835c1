//! exercise: ex16
//! expect: passed

use std::sync::Mutex;

/// What a shelf counts in, by the number of its rows.
pub trait Pick {
    type Number;
    fn number(pieces: u32) -> Self::Number;
}

pub struct Shelf<const ONE_ROW: bool>;

impl Pick for Shelf<true> {
    type Number = u32;
    fn number(pieces: u32) -> u32 {
        pieces
    }
}

impl Pick for Shelf<false> {
    type Number = u64;
    fn number(pieces: u32) -> u64 {
        u64::from(pieces)
    }
}

type Here = Shelf<{ ROWS == 1 }>;
const ROWS: usize = 1;

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

    pub fn on_hand(&self) -> <Here as Pick>::Number {
        Here::number(*self.pieces.lock().unwrap())
    }

    pub fn deliver(&self, pieces: u32) {
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
