//! expect: race in schedules::items_without_a_size_need_places_too
//!
//! Asks the `VecDeque` how much it has room for. For items without a size that is no limit.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// A queue with a limited number of places, shared by many threads.
pub struct Queue<T> {
    state: Mutex<State<T>>,
    /// Something went in, or the queue closed: takers, look again.
    not_empty: Condvar,
    /// Something came out, or the queue closed: givers, look again.
    not_full: Condvar,
}

/// Everything that a condition is made of lies under the one mutex. A thread that
/// waits has looked at it under the lock, and `wait` unlocks and falls asleep in one
/// step. So no change can slip in between the look and the sleep.
struct State<T> {
    items: VecDeque<T>,
    closed: bool,
}

impl<T> Queue<T> {
    /// An open, empty queue with `capacity` places, at least one.
    pub fn new(capacity: usize) -> Self {
        Self {
            state: Mutex::new(State {
                items: VecDeque::with_capacity(capacity),
                closed: false,
            }),
            not_empty: Condvar::new(),
            not_full: Condvar::new(),
        }
    }

    /// Appends `item`. Waits while the queue is full.
    pub fn push(&self, item: T) -> Result<(), T> {
        let mut state = self.state.lock().unwrap();
        // `while`, not `if`: after a wait the place may be gone again, or there may
        // never have been one.
        while state.items.len() == state.items.capacity() && !state.closed {
            state = self.not_full.wait(state).unwrap();
        }
        if state.closed {
            return Err(item);
        }
        state.items.push_back(item);
        // One item is news for one taker. All who sleep on `not_empty` are takers, so
        // it does not matter which of them wakes.
        self.not_empty.notify_one();
        Ok(())
    }

    /// Takes the oldest item out. Waits while the queue is empty.
    pub fn pop(&self) -> Option<T> {
        let mut state = self.state.lock().unwrap();
        while state.items.is_empty() && !state.closed {
            state = self.not_empty.wait(state).unwrap();
        }
        // Empty here means closed as well: that is the `None`.
        let item = state.items.pop_front()?;
        self.not_full.notify_one();
        Some(item)
    }

    /// Closes the queue and wakes everyone who waits.
    pub fn close(&self) {
        self.state.lock().unwrap().closed = true;
        // The end of the day is news for all of them, not for one.
        self.not_empty.notify_all();
        self.not_full.notify_all();
    }
}
