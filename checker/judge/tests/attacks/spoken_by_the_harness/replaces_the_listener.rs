//! exercise: ex16
//! attack: A pass is spoken only by the harness: it takes the explorer's report to itself, by a glob that falls back to its own function.
//! expect: tampered | compile-error | race | wrong-answer

use std::io;
use std::sync::Mutex;

/// For the library alone, where `std` has no such function.
pub fn report_to(_listener: impl FnMut(&str) -> io::Result<()> + Send + 'static) {}

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
        fn listen() {
            use std::*;
            report_to(|_| Ok(()));
        }
        listen();
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
