//! exercise: ex16
//! attack: The judged code is what the tests think it is: it meets a condition of the tests by noting one of the same name.
//! expect: tampered | compile-error

use std::sync::Mutex;

fn meet() {
    std::note_sometime(&POINT, true);
}

static POINT: std::Sometime = std::Sometime::new("a clerk waits", file!(), 1);

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
        meet();
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
