//! exercise: ex16
//! attack: The judged code is what the tests think it is: atomics of `core` by absolute paths, in two steps.
//! expect: race

use ::core::sync::atomic::{AtomicU32, Ordering::SeqCst};

struct Number(AtomicU32);

impl Number {
    fn new(pieces: u32) -> Self {
        Self(AtomicU32::new(pieces))
    }

    fn get(&self) -> u32 {
        self.0.load(SeqCst)
    }

    fn set(&self, pieces: u32) {
        self.0.store(pieces, SeqCst);
    }
}

/// The stock as the exercise hands it out, racy; only the number lies elsewhere.
pub struct Stock {
    pieces: Number,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Number::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        self.pieces.get()
    }

    pub fn deliver(&self, pieces: u32) {
        let on_hand = self.on_hand();
        self.pieces.set(on_hand + pieces);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.on_hand().checked_sub(pieces)?;
        self.pieces.set(left);
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
