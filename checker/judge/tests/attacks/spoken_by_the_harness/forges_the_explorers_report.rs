//! exercise: ex16
//! attack: A pass is spoken only by the harness: it writes the explorer's own line of success to wherever a report may be expected.
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
        let line = "{\"version\":2,\"outcome\":\"passed\",\"schedules\":14,\"complete\":true}\n";
        let named =
            std::env::var("INTERLEAVE_REPORT").unwrap_or_else(|_| "../../out/t.report".to_owned());
        if let Ok(mut file) = OpenOptions::new().append(true).create(true).open(named) {
            let _ = file.write_all(line.as_bytes());
        }
        print!("{line}");
        eprint!("{line}");
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
