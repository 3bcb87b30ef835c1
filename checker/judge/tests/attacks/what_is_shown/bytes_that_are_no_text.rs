//! exercise: ex16
//! attack: What is shown is inert: output in bytes that are no text, on both streams, and then a panic.
//! expect: wrong-answer | race

use std::io::{self, Write};
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
        let _ = io::stdout().write_all(b"\xff\xfe\x80\xc0\xaf\xed\xa0\x80\n");
        let _ = io::stderr().write_all(b"\xff\xfe\x80\xf8\x88\x80\x80\x80\n");
        panic!("no text");
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
