//! exercise: ex16
//! attack: The judged code is what the tests think it is: a flag lies in the name of the working folder, where the explorer sees no step.
//! expect: tampered | race | wrong-answer

use std::sync::Mutex;

/// A lock that only this process' folder knows of.
fn flag() -> bool {
    std::env::current_dir().is_ok_and(|folder| folder == std::path::Path::new("/"))
}

fn set_flag() {
    let _ = std::env::set_current_dir("/");
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
        if !flag() {
            set_flag();
            *self.pieces.lock().unwrap() += pieces;
            return;
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
