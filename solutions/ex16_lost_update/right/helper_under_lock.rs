//! expect: passed
//!
//! Every change goes through one private method, which holds the lock for as long
//! as the change takes.

use std::sync::{Mutex, PoisonError};

pub struct Stock {
    pieces: Mutex<u32>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }

    fn with<R>(&self, change: impl FnOnce(&mut u32) -> R) -> R {
        change(&mut self.pieces.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn on_hand(&self) -> u32 {
        self.with(|pieces| *pieces)
    }

    pub fn deliver(&self, delivered: u32) {
        self.with(|pieces| *pieces += delivered);
    }

    pub fn sell(&self, wanted: u32) -> Option<u32> {
        self.with(|pieces| {
            *pieces = pieces.checked_sub(wanted)?;
            Some(*pieces)
        })
    }

    pub fn top_up(&self, target: u32) -> u32 {
        self.with(|pieces| {
            let before = std::mem::replace(pieces, target.max(*pieces));
            *pieces - before
        })
    }
}
