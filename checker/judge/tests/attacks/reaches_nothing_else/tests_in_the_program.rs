//! exercise: ex16
//! attack: Its source reaches nothing but itself: the words of hidden tests, looked for in the test program itself.
//! expect: race | wrong-answer | tampered
//! canary: two clerks topped the shelf up, both to 5 pieces

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
        let program = std::env::current_exe()
            .ok()
            .and_then(|file| std::fs::read(file).ok());
        let program = program
            .or_else(|| std::fs::read("/proc/self/exe").ok())
            .unwrap_or_default();
        let wanted = [b"two clerks ", b"topped the "]
            .map(|piece| piece.as_slice())
            .concat();
        if let Some(at) = program
            .windows(wanted.len())
            .position(|piece| piece == wanted)
        {
            panic!(
                "{}",
                String::from_utf8_lossy(&program[at..(at + 2000).min(program.len())])
            );
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
