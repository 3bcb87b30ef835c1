//! exercise: ex16
//! attack: What is shown is inert: threads whose names are escapes and pages.
//! expect: race | wrong-answer | deadlock

use std::sync::Mutex;
use std::thread;

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
        for name in [
            "<script>alert(1)</script>",
            "\u{1b}[2J",
            "=1+1",
            "\n::error::x",
            "a' (1) panicked at b.rs:1:1:",
        ] {
            let lost = thread::Builder::new()
                .name(name.to_owned())
                .spawn(|| panic!("lost"));
            let _ = lost.map(thread::JoinHandle::join);
        }
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
