//! # 25 Atomic counter
//!
//! In a post office every customer takes a numbered ticket, and no two of them may ever hold the same
//! number. A ticket machine that several threads use at once has one number to guard:
//!
//! ```text
//! thread A                 the number: 7          thread B
//! reads 7                                         reads 7
//! writes 8                                        writes 8
//! takes ticket 7                                  takes ticket 7
//! ```
//!
//! Reading and writing were two steps, and the other thread came in between. A `Mutex` would prevent
//! that. For a single number there is something lighter: an **atomic** integer. Each of its methods
//! is one step, and no other thread can come in between. `fetch_add` is the one for counting: it adds,
//! and returns the number that was there before.
//!
//! ```
//! use std::sync::atomic::{AtomicU64, Ordering};
//!
//! let number = AtomicU64::new(7); // not `mut`: its methods take `&self`
//! assert_eq!(number.fetch_add(1, Ordering::Relaxed), 7);
//! assert_eq!(number.load(Ordering::Relaxed), 8);
//! ```
//!
//! Each call is one step, but **two calls are two steps**. `load` and then `store` can go as wrong as
//! in the picture above, and so can `load` and then `fetch_add`.
//!
//! Every method asks for an `Ordering`. It says what the threads may rely on about *other* memory.
//! The count itself is exact with every ordering, so for a number that stands for nothing but itself
//! the weakest one will do: `Relaxed`. Exercises 28 and 29 show where it does not.
//!
//! ## Why it matters
//!
//! Counters of hits, of bytes, of jobs done, and numbers that must be unique are in every server. And
//! "take the next number, then do the piece of work with that number" is the simplest way to spread
//! work over threads: whoever is free takes the next piece.
//!
//! ## Your task
//!
//! Write the machine, [`Tickets`], and the office that uses it, [`serve_all`].
//!
//! Then run `cargo test -p ex25`.
//!
//! ```
//! let tickets = ex25::Tickets::new(7);
//! assert_eq!(tickets.take(), 7);
//! assert_eq!(tickets.take(), 8);
//! assert_eq!(tickets.taken(), 2);
//!
//! ex25::serve_all(3, 100, |number| println!("customer {number}, please"));
//! ```
//!
//! `serve_all` borrows `serve`, so its threads belong in a `thread::scope` (exercise 04).
//!
//! Read: [the Book on shared state](https://doc.rust-lang.org/book/ch16-03-shared-state.html),
//! [`AtomicU64`](https://doc.rust-lang.org/std/sync/atomic/struct.AtomicU64.html),
//! [`Ordering`](https://doc.rust-lang.org/std/sync/atomic/enum.Ordering.html).

/// A machine that hands out numbered tickets. Any number of threads may use it at once.
///
/// The fields are yours. Keep the signatures of the methods.
pub struct Tickets {
    // Your fields.
}

impl Tickets {
    /// A machine whose first ticket has the number `first`.
    pub fn new(first: u64) -> Tickets {
        todo!("a machine that starts at {first}")
    }

    /// Takes the next ticket. Each number comes once, and none is left out: after `n` comes `n + 1`.
    pub fn take(&self) -> u64 {
        todo!("add 1 to the number, in one step")
    }

    /// How many tickets have been taken.
    pub fn taken(&self) -> u64 {
        todo!("count the tickets since the first")
    }
}

/// Opens `desks` desks, which together serve the customers 1 to `customers`.
///
/// - All desks work at the same time, each on a thread.
/// - A desk that is free takes the next number and calls `serve` with it. So no customer waits while
///   a desk is free.
/// - Every customer is served once, and nobody else is.
/// - `serve_all` returns when all customers have been served.
///
/// You may assume that `desks` is at least 1.
///
/// Keep the signature.
pub fn serve_all<F>(desks: usize, customers: u64, serve: F)
where
    F: Fn(u64) + Sync,
{
    let _ = serve; // call it for every customer
    todo!("let {desks} threads share one machine until customer {customers} has been served")
}
