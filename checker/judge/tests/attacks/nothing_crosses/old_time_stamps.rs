//! exercise: ex16
//! attack: Nothing crosses from one learner to the next: it makes its files look old, so that a build of the next one looks fresh.
//! expect: race | crashed | tampered | timed-out | wrong-answer

use std::fs;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

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
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1);
        for file in ["src/lib.rs", "tests/schedules.rs", "../../out", "."] {
            if let Ok(file) = fs::OpenOptions::new().append(true).open(file) {
                let _ = file.set_modified(long_ago);
            }
            if let Ok(file) = fs::File::open(file) {
                let _ = file.set_modified(long_ago);
            }
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
