//! exercise: ex16
//! attack: Compiling is bounded: closures in closures, whose types hold each other twice.
//! expect: compile-error | timed-out | tampered | crashed | race

use std::sync::Mutex;

fn twice<F: Fn(u32) -> u32 + Copy>(step: F) -> impl Fn(u32) -> u32 + Copy {
    move |number| step(step(number))
}

fn deep(number: u32) -> u32 {
    let step = |number: u32| number.wrapping_add(1);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    let step = twice(step);
    step(number)
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
        let _deep: fn(u32) -> u32 = deep;
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
