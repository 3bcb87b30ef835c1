//! exercise: ex16
//! attack: Running is bounded: a million panics, all of them caught.
//! expect: timed-out | crashed | race | livelock

use std::sync::Mutex;

/// Under the explorer this file is a module of the schedule tests.
fn on_real_threads() -> bool {
    !module_path!().starts_with("schedules")
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
        for _ in 0..1_000_000 {
            let _ = std::panic::catch_unwind(|| panic!("{}", "storm ".repeat(100)));
        }
        assert!(!on_real_threads());
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
