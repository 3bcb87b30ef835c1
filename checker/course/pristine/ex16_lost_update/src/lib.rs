//! # 16 Lost update
//!
//! A web shop keeps the number of pieces on its shelf in a mutex. Customers buy
//! and the warehouse delivers, all at the same time, on many threads.
//!
//! The code below has been in use for months. Each access is under the lock, and
//! all the ordinary tests pass. And yet, on busy days, the last piece is sold to
//! two customers, and now and then a delivery disappears from the books.
//!
//! The mutex does its work: no two threads are ever inside at once. What goes
//! wrong happens *between* two visits.
//!
//! ## What to do
//!
//! 1. Run `cargo test -p ex16`. For each test that fails you get a real run of
//!    this code, step by step, with a column for each thread. Begin with
//!    `no_delivery_is_lost`.
//! 2. Mend [`Stock::deliver`] and [`Stock::sell`].
//! 3. Mend [`Stock::top_up`]. It does nothing but call two other methods, and
//!    they are right. Why is that not enough?
//!
//! Whichever order the threads take turns in:
//!
//! - Every delivery counts.
//! - Every piece is sold once at most, and each buyer is told how many were
//!   left right after their own purchase.
//! - Nobody is turned away while there are enough pieces for them.
//!
//! ## Example
//!
//! ```
//! let stock = ex16::Stock::new(3);
//! assert_eq!(stock.sell(2), Some(1)); // sold: 1 piece left
//! assert_eq!(stock.sell(2), None); //    not enough: nothing changes
//! assert_eq!(stock.top_up(5), 4); //     takes 4 more to make 5
//! assert_eq!(stock.on_hand(), 5);
//! ```
//!
//! ## Read first
//!
//! - The Book: [Shared-State Concurrency](https://doc.rust-lang.org/book/ch16-03-shared-state.html)
//! - std: [`Mutex`](https://doc.rust-lang.org/std/sync/struct.Mutex.html)
//! - The Nomicon: [Data Races and Race Conditions](https://doc.rust-lang.org/nomicon/races.html)

use std::sync::Mutex;

/// The stock of one article, shared by all the threads of the shop.
///
/// You may change the fields. Keep the signatures of the methods: the tests
/// call them as they stand.
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
        let on_hand = *self.pieces.lock().unwrap();
        *self.pieces.lock().unwrap() = on_hand + pieces;
    }

    /// Sells `pieces`, and returns how many are left right after this sale.
    ///
    /// Returns `None`, and changes nothing, when there are fewer than `pieces`.
    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let on_hand = *self.pieces.lock().unwrap();
        if on_hand < pieces {
            return None;
        }
        let left = on_hand - pieces;
        *self.pieces.lock().unwrap() = left;
        Some(left)
    }

    /// Fills the shelf up to `target` pieces, and returns how many that took.
    ///
    /// Returns 0, and changes nothing, when there are `target` pieces or more.
    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
