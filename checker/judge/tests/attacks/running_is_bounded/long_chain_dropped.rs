//! exercise: ex16
//! attack: Running is bounded: a chain of ten million links, each of which drops the next.
//! expect: crashed | timed-out

use std::sync::Mutex;

/// Under the explorer this file is a module of the schedule tests.
fn on_real_threads() -> bool {
    !module_path!().starts_with("schedules")
}

struct Link(Option<Box<Link>>);

fn chain(length: usize) -> Link {
    let mut first = Link(None);
    for _ in 0..length {
        first = Link(Some(Box::new(first)));
    }
    first
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
            drop(chain(10_000_000));
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
