//! # 21 Condvar queue
//!
//! In a restaurant the cooks put finished plates into the hatch, and the waiters
//! take them out. The hatch has room for a few plates only. When it is full, a
//! cook has to wait. When it is empty, a waiter has to wait. In the evening the
//! kitchen closes: the waiters take what is left and go home.
//!
//! A mutex alone can keep the others out. It cannot wait *for something*. That is
//! what a **condition variable** is for:
//!
//! - `wait(guard)` unlocks the mutex and falls asleep, both in one step. When it
//!   returns, the thread is awake and has locked the mutex again.
//! - `notify_one()` wakes one of the threads that sleep, `notify_all()` wakes them
//!   all.
//!
//! It has three habits that you must know:
//!
//! - **It remembers nothing.** A call to `notify_one` while nobody sleeps does
//!   nothing at all.
//! - **To be woken is not to be served.** Between the notice and the moment when
//!   you hold the lock again, somebody else may have been faster.
//! - **It may wake you for no reason.** `wait` is allowed to return although nobody
//!   called `notify`.
//!
//! ## What to build
//!
//! [`Queue`]: a queue with a limited number of places, shared by many threads.
//! Build it on `Mutex` and `Condvar`.
//!
//! - Items come out in the order in which they went in. None is lost, and none
//!   comes out twice.
//! - There are never more items inside than the queue has places.
//! - A thread that waits is woken as soon as there is something for it to do.
//! - `close` is the end of the day: nothing goes in any more, what is inside may
//!   still be taken, and **everyone** who waits is woken.
//!
//! ## Example
//!
//! ```
//! use std::{sync::Arc, thread};
//!
//! let hatch = Arc::new(ex21::Queue::new(2));
//! let kitchen = Arc::clone(&hatch);
//! let cook = thread::spawn(move || {
//!     for plate in ["soup", "fish", "cake"] {
//!         kitchen.push(plate).unwrap(); // waits while the hatch is full
//!     }
//!     kitchen.close();
//! });
//!
//! assert_eq!(hatch.pop(), Some("soup")); // waits while the hatch is empty
//! assert_eq!(hatch.pop(), Some("fish"));
//! assert_eq!(hatch.pop(), Some("cake"));
//! assert_eq!(hatch.pop(), None); // closed, and nothing left
//! assert_eq!(hatch.push("tea"), Err("tea")); // closed: take it back
//! cook.join().unwrap();
//! ```
//!
//! ## Read first
//!
//! - std: [`Condvar`](https://doc.rust-lang.org/std/sync/struct.Condvar.html)
//! - The Book: [Shared-State Concurrency](https://doc.rust-lang.org/book/ch16-03-shared-state.html)
//! - Mara Bos, *Rust Atomics and Locks*:
//!   [Condition Variables](https://marabos.nl/atomics/basics.html#condvar)
//!
//! Run `cargo test -p ex21` to see how far you are.

use std::marker::PhantomData;

/// A queue with a limited number of places, shared by many threads.
///
/// Choose the fields yourself. Keep the signatures of the methods, and put no
/// bounds on `T`: threads may share a queue of anything that may be sent to a
/// thread. A `Mutex` around the items takes care of that by itself.
pub struct Queue<T> {
    /// Is here only so that the unsolved file compiles. Replace it.
    _items: PhantomData<T>,
}

impl<T> Queue<T> {
    /// An open, empty queue with `capacity` places, at least one.
    pub fn new(capacity: usize) -> Self {
        todo!("make a queue with {capacity} places")
    }

    /// Appends `item`. Waits while the queue is full.
    ///
    /// Returns `Ok(())` when the item is inside. Returns `Err(item)` when the
    /// queue is closed, also when that happens during the wait.
    pub fn push(&self, item: T) -> Result<(), T> {
        todo!("append an item of {} bytes", size_of_val(&item))
    }

    /// Takes the oldest item out. Waits while the queue is empty.
    ///
    /// Returns `None` when the queue is closed and nothing is left inside.
    pub fn pop(&self) -> Option<T> {
        todo!("take the oldest item out")
    }

    /// Closes the queue and wakes everyone who waits. To close it once more
    /// changes nothing.
    pub fn close(&self) {
        todo!("close the queue and wake everyone")
    }
}
