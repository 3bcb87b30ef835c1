//! exercise: ex16
//! attack: A pass is spoken only by the harness: it looks for the secret in the environment and in the arguments, and says it everywhere.
//! expect: crashed | race | tampered

use std::fs;
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
        let mut words: Vec<String> = std::env::args().collect();
        words.extend(std::env::vars().map(|(_, value)| value));
        for file in ["environ", "cmdline", "task/1/environ"] {
            let bytes = fs::read(format!("/proc/self/{file}")).unwrap_or_default();
            words.extend(
                bytes
                    .split(|b| *b == 0)
                    .map(|w| String::from_utf8_lossy(w).into_owned()),
            );
        }
        for number in 0..64 {
            let Ok(mut file) = fs::OpenOptions::new()
                .write(true)
                .open(format!("/dev/fd/{number}"))
            else {
                continue;
            };
            for word in &words {
                let _ = file.write_all(format!("{word} passed\n").as_bytes());
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
