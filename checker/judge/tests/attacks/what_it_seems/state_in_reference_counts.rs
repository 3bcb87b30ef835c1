//! exercise: ex16
//! attack: The judged code is what the tests think it is: the number lies in the counts of two `Arc`s, where the explorer sees no step.
//! expect: tampered | race | compile-error

use std::sync::Arc;

struct Number {
    brought: Arc<()>,
    sold: Arc<()>,
}

impl Number {
    fn new(pieces: u32) -> Self {
        let number = Self {
            brought: Arc::new(()),
            sold: Arc::new(()),
        };
        number.set(pieces);
        number
    }

    fn get(&self) -> u32 {
        (Arc::strong_count(&self.brought) - Arc::strong_count(&self.sold)) as u32
    }

    fn set(&self, pieces: u32) {
        let before = self.get();
        let count = if pieces > before {
            &self.brought
        } else {
            &self.sold
        };
        for _ in 0..pieces.abs_diff(before) {
            std::mem::forget(Arc::clone(count));
        }
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
