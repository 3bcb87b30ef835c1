//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solutions, looked for in every folder above.
//! expect: race | wrong-answer | tampered
//! canary: The reference: one lock section

use std::sync::Mutex;

fn look() -> Option<String> {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<_> = here.ancestors().map(ToOwned::to_owned).collect();
    folders.extend(std::env::current_dir().ok());
    folders.into_iter().find_map(|folder| {
        std::fs::read_to_string(folder.join("solutions/ex16_lost_update/lib.rs")).ok()
    })
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
        if let Some(text) = look() {
            panic!("{text}");
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
