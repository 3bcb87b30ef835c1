//! exercise: ex16
//! attack: Nothing crosses from one learner to the next: it looks for what an earlier one left, and leaves a solution for the next.
//! expect: race | crashed | tampered | timed-out | wrong-answer | compile-error
//! canary: an earlier one was here

use std::sync::Mutex;

fn include_bytes_of_mine() -> String {
    "a solution".to_owned()
}

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
        for folder in ["/tmp", "/dev/shm", "/var/tmp", "."] {
            let file = format!("{folder}/attack_left");
            assert!(std::fs::read(&file).is_err(), "an earlier one was here");
            let _ = std::fs::write(&file, include_bytes_of_mine());
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
