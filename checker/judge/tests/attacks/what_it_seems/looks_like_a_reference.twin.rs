//! exercise: ex16
//! twin: a stock with its fields behind a reference.
//! expect: passed

use std::ops::Deref;
use std::sync::Mutex;

/// The stock of one article.
pub struct Stock {
    inner: Box<Inner>,
}

pub struct Inner {
    pieces: Mutex<u32>,
}

impl Deref for Stock {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.inner
    }
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            inner: Box::new(Inner {
                pieces: Mutex::new(pieces),
            }),
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
