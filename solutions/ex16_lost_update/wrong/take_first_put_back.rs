//! expect: race in schedules::an_order_that_is_refused_disturbs_nobody
//!
//! Takes the pieces in one atomic step, and puts them back if there were too few.
//! Meanwhile the shelf looks empty to everyone else.

use std::sync::atomic::{AtomicI64, Ordering::SeqCst};

pub struct Stock {
    pieces: AtomicI64,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: AtomicI64::new(pieces.into()),
        }
    }

    pub fn on_hand(&self) -> u32 {
        self.pieces.load(SeqCst).try_into().unwrap_or(0)
    }

    pub fn deliver(&self, pieces: u32) {
        self.pieces.fetch_add(pieces.into(), SeqCst);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let wanted = i64::from(pieces);
        let left = self.pieces.fetch_sub(wanted, SeqCst) - wanted;
        if left < 0 {
            self.pieces.fetch_add(wanted, SeqCst);
        }
        left.try_into().ok()
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let before = self.pieces.fetch_max(target.into(), SeqCst);
        (i64::from(target) - before).try_into().unwrap_or(0)
    }
}
