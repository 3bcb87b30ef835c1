//! exercise: ex16
//! attack: What is shown is inert: a panic whose message moves the cursor, clears the screen, sets the title, and reports the clipboard.
//! expect: wrong-answer | race

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
        panic!(
            "\u{1b}[2J\u{1b}[1;1H\u{1b}[32mall tests passed\u{1b}[0m\u{1b}]0;passed\u{7}\u{1b}]52;c;cGFzc2Vk\u{7}\u{1b}]8;;http://example.com\u{1b}\\here\u{1b}]8;;\u{1b}\\\u{9b}31m\r\u{8}\u{8}"
        );
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
