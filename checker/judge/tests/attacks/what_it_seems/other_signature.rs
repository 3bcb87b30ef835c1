//! exercise: ex16
//! attack: The judged code is what the tests think it is: methods that take anything, and return what the tests like best.
//! expect: compile-error

use std::sync::Mutex;

/// The stock as the exercise hands it out: each access is locked, and updates get lost.
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
        let on_hand = self.on_hand();
        *self.pieces.lock().unwrap() = on_hand + pieces;
    }

    pub fn sell<N: Into<u32>>(&self, pieces: N) -> impl Into<Option<u32>> {
        let left = self.on_hand().checked_sub(pieces.into());
        *self.pieces.lock().unwrap() = left.unwrap_or_default();
        left
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
