//! expect: race in schedules::a_sale_and_a_delivery_both_count
//!
//! Sales take turns with sales, and deliveries with deliveries, but each has a lock
//! of its own. Nothing keeps a sale and a delivery apart.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

pub struct Stock {
    pieces: AtomicU32,
    till: Mutex<()>,
    ramp: Mutex<()>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: AtomicU32::new(pieces),
            till: Mutex::new(()),
            ramp: Mutex::new(()),
        }
    }

    pub fn on_hand(&self) -> u32 {
        self.pieces.load(Ordering::SeqCst)
    }

    pub fn deliver(&self, pieces: u32) {
        let _alone = self.ramp.lock().unwrap();
        self.pieces.store(self.on_hand() + pieces, Ordering::SeqCst);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let _alone = self.till.lock().unwrap();
        let left = self.on_hand().checked_sub(pieces)?;
        self.pieces.store(left, Ordering::SeqCst);
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let _alone = self.ramp.lock().unwrap();
        let missing = target.saturating_sub(self.on_hand());
        self.pieces
            .store(self.on_hand() + missing, Ordering::SeqCst);
        missing
    }
}
