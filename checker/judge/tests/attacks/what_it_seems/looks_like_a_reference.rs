//! exercise: ex16
//! attack: The judged code is what the tests think it is: a stock that is another one behind each reference.
//! expect: race | wrong-answer | compile-error | deadlock

use std::ops::Deref;
use std::sync::Mutex;

/// What each method works on: a stock of its own for each thread.
pub struct Stock {
    inner: Inner,
}

pub struct Inner {
    pieces: Mutex<u32>,
}

impl Deref for Stock {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        Box::leak(Box::new(Inner {
            pieces: Mutex::new(*self.inner.pieces.lock().unwrap()),
        }))
    }
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            inner: Inner {
                pieces: Mutex::new(pieces),
            },
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
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
