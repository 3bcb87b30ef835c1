//! exercise: ex16
//! attack: A pass is spoken only by the harness: it writes a pass to every descriptor that a path leads to.
//! expect: crashed | race | tampered

use std::fs::OpenOptions;
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
        for number in 0..256 {
            for folder in ["/dev/fd", "/proc/self/fd", "/proc/thread-self/fd"] {
                if let Ok(mut file) = OpenOptions::new()
                    .write(true)
                    .open(format!("{folder}/{number}"))
                {
                    let _ = file.write_all(b"passed\n");
                }
            }
        }
        std::process::exit(0);
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
