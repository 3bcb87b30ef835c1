//! expect: race in schedules::no_delivery_is_lost
//!
//! A lock of its own that looks at its flag first and raises it afterwards. Two
//! threads can both find it down.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

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
        while self.busy.load(SeqCst) {
            thread::yield_now();
        }
        self.busy.store(true, SeqCst);
        let (after, answer) = work(self.pieces.load(SeqCst));
        self.pieces.store(after, SeqCst);
        self.busy.store(false, SeqCst);
        answer
    }

    pub fn on_hand(&self) -> u32 {
        self.alone(|pieces| (pieces, pieces))
    }

    pub fn deliver(&self, delivered: u32) {
        self.alone(|pieces| (pieces + delivered, ()));
    }

    pub fn sell(&self, wanted: u32) -> Option<u32> {
        self.alone(|pieces| match pieces.checked_sub(wanted) {
            Some(left) => (left, Some(left)),
            None => (pieces, None),
        })
    }

    pub fn top_up(&self, target: u32) -> u32 {
        self.alone(|pieces| (pieces.max(target), target.saturating_sub(pieces)))
    }
}
