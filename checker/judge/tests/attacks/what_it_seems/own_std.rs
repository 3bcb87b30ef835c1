//! exercise: ex16
//! attack: The judged code is what the tests think it is: a module called `std` with a mutex that does nothing.
//! expect: race | compile-error | wrong-answer

mod std {
    pub mod sync {
        use core::sync::atomic::{AtomicU32, Ordering::Relaxed};

        pub struct Mutex(AtomicU32);

        impl Mutex {
            pub fn new(pieces: u32) -> Self {
                Self(AtomicU32::new(pieces))
            }

            pub fn get(&self) -> u32 {
                self.0.load(Relaxed)
            }

            pub fn set(&self, pieces: u32) {
                self.0.store(pieces, Relaxed);
            }
        }
    }
}

use self::std::sync::Mutex as Number;

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
