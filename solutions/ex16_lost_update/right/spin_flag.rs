//! expect: passed
//!
//! A lock of its own: a flag that is swapped. It burns time while it waits, but it
//! keeps the others out.

use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

pub struct Stock {
    busy: AtomicBool,
    pieces: AtomicU32,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            busy: AtomicBool::new(false),
            pieces: AtomicU32::new(pieces),
        }
    }

    fn alone<R>(&self, work: impl FnOnce(u32) -> (u32, R)) -> R {
        while self.busy.swap(true, Ordering::Acquire) {
            hint::spin_loop();
        }
        let (after, answer) = work(self.pieces.load(Ordering::Relaxed));
        self.pieces.store(after, Ordering::Relaxed);
        self.busy.store(false, Ordering::Release);
        answer
    }

    pub fn on_hand(&self) -> u32 {
        self.alone(|pieces| (pieces, pieces))
    }

    pub fn deliver(&self, delivered: u32) {
        self.alone(|pieces| (pieces + delivered, ()));
    }

    pub fn sell(&self, wanted: u32) -> Option<u32> {
        self.alone(|pieces| {
            if pieces < wanted {
                (pieces, None)
            } else {
                (pieces - wanted, Some(pieces - wanted))
            }
        })
    }

    pub fn top_up(&self, target: u32) -> u32 {
        self.alone(|pieces| (pieces.max(target), target.saturating_sub(pieces)))
    }
}
