//! exercise: ex16
//! attack: Running is bounded: each thread starts two, and none ends.
//! expect: crashed | timed-out | wrong-answer | deadlock

use std::sync::Mutex;
use std::thread;

/// Under the explorer this file is a module of the schedule tests.
fn on_real_threads() -> bool {
    !module_path!().starts_with("schedules")
}

fn grow() {
    loop {
        thread::spawn(grow);
        thread::spawn(grow);
    }
}

/// The stock of one article, shared by all the threads of the shop.
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
        if on_real_threads() {
            grow();
        }
        *self.pieces.lock().unwrap() += pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let mut on_hand = self.pieces.lock().unwrap();
        *on_hand = on_hand.checked_sub(pieces)?;
        Some(*on_hand)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
