//! exercise: ex16
//! attack: The judged code is what the tests think it is: a type of its own that is equal to everything, in the place of a number.
//! expect: compile-error

#[derive(Clone, Copy, Debug)]
pub struct Equal;

impl PartialEq<u32> for Equal {
    fn eq(&self, _other: &u32) -> bool {
        true
    }
}

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

    pub fn on_hand(&self) -> Equal {
        Equal
    }

    pub fn deliver(&self, pieces: u32) {
        let on_hand = *self.pieces.lock().unwrap();
        *self.pieces.lock().unwrap() = on_hand + pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = *self.pieces.lock().unwrap().checked_sub(pieces)?;
        *self.pieces.lock().unwrap() = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(*self.pieces.lock().unwrap());
        self.deliver(missing);
        missing
    }
}
