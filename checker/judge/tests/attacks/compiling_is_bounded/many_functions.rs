//! exercise: ex16
//! attack: Compiling is bounded: a hundred thousand functions, and some more.
//! expect: compile-error | timed-out | tampered | crashed | race

use std::sync::Mutex;

macro_rules! many {
    ($($name:ident)*) => { $(mod $name { tens!(a b c d e f g h i j); })* };
}

macro_rules! tens {
    ($($name:ident)*) => { $(pub mod $name { hundreds!(a b c d e f g h i j); })* };
}

macro_rules! hundreds {
    ($($name:ident)*) => { $(pub mod $name { thousands!(a b c d e f g h i j); })* };
}

macro_rules! thousands {
    ($($name:ident)*) => { $(pub mod $name { functions!(a b c d e f g h i j); })* };
}

macro_rules! functions {
    ($($name:ident)*) => { $(pub fn $name(text: &str) -> Vec<String> {
        text.split(',').map(|word| format!("{word}: {}", word.len())).rev().collect()
    })* };
}

many!(a b c d e f g h i j k l m n o p q r s t);

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

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.on_hand().checked_sub(pieces)?;
        *self.pieces.lock().unwrap() = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
