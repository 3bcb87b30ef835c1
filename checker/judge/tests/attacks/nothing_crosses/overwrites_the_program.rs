//! exercise: ex16
//! attack: Nothing crosses from one learner to the next: it replaces its own program, for the tests that still come.
//! expect: race | crashed | tampered | timed-out | wrong-answer

use std::fs;
use std::os::unix::fs::PermissionsExt;
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
        for program in std::env::current_exe()
            .ok()
            .into_iter()
            .chain(std::env::args_os().next().map(Into::into))
        {
            let _ = fs::remove_file(&program);
            let _ = fs::write(&program, "#!/bin/sh\nexit 0\n");
            let _ = fs::set_permissions(&program, fs::Permissions::from_mode(0o755));
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
