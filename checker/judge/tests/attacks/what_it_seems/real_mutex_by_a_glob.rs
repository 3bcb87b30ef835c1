//! exercise: ex16
//! attack: The judged code is what the tests think it is: a mutex that the explorer does not see, by a glob over `std`.
//! expect: tampered | race

/// For the library alone, where `std` has no such module.
mod real {
    pub mod sync {
        pub use std::sync::Mutex;
    }
}

trait Guarded: Send + Sync {
    fn get(&self) -> u32;
    fn set(&self, pieces: u32);
}

fn guarded(pieces: u32) -> Box<dyn Guarded> {
    use std::*;
    struct Unseen(real::sync::Mutex<u32>);

    impl Guarded for Unseen {
        fn get(&self) -> u32 {
            *self.0.lock().unwrap()
        }

        fn set(&self, pieces: u32) {
            *self.0.lock().unwrap() = pieces;
        }
    }

    Box::new(Unseen(real::sync::Mutex::new(pieces)))
}

struct Number(Box<dyn Guarded>);

impl Number {
    fn new(pieces: u32) -> Self {
        Self(guarded(pieces))
    }

    fn get(&self) -> u32 {
        self.0.get()
    }

    fn set(&self, pieces: u32) {
        self.0.set(pieces);
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
