//! exercise: ex16
//! attack: Running is bounded: it starts itself again and again.
//! expect: race | crashed | timed-out | tampered | wrong-answer

use std::process::Command;
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
        if let Ok(program) = std::env::current_exe() {
            let test = std::env::args().nth(1).unwrap_or_default();
            for _ in 0..16 {
                let _ = Command::new(&program).arg(&test).spawn();
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
