//! expect: passed
//!
//! The reference, with a test that the learner wrote.

use std::sync::Mutex;

/// The stock of one article, shared by all the threads of the shop.
pub struct Stock {
    pieces: Mutex<u32>,
}

impl Stock {
    /// Puts `pieces` on the shelf to begin with.
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }

    /// How many pieces are on the shelf.
    pub fn on_hand(&self) -> u32 {
        *self.pieces.lock().unwrap()
    }

    /// Adds a delivery of `pieces` to the shelf.
    pub fn deliver(&self, pieces: u32) {
        // `+=` through one guard: it reads, adds and writes before it unlocks.
        *self.pieces.lock().unwrap() += pieces;
    }

    /// Sells `pieces`, and returns how many are left right after this sale.
    pub fn sell(&self, pieces: u32) -> Option<u32> {
        // A guard with a name lives to the end of the method. While it lives, nobody
        // else can change the number that was just looked at.
        let mut on_hand = self.pieces.lock().unwrap();
        if *on_hand < pieces {
            return None;
        }
        *on_hand -= pieces;
        // Still under the lock, so this is what *this* sale left.
        Some(*on_hand)
    }

    /// Fills the shelf up to `target` pieces, and returns how many that took.
    pub fn top_up(&self, target: u32) -> u32 {
        // `on_hand()` and `deliver()` are right, each for itself, but between two calls
        // anything can happen. And to call `deliver` from in here would wait for the
        // lock that this guard holds.
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn a_delivery_and_a_sale() {
        let stock = Stock::new(1);
        thread::scope(|scope| {
            scope.spawn(|| stock.deliver(1));
            assert!(stock.sell(1).is_some());
        });
        assert_eq!(stock.on_hand(), 1);
    }
}
