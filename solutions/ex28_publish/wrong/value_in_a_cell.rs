//! expect: race in schedules::a_reader_sees_all_that_the_publisher_did_before
//!
//! The value in a `Cell`, and `Relaxed` beside it. Nobody sees who touches a `Cell`, but what the publisher did
//! before is missing all the same.

use std::cell::Cell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Published<T> {
    state: AtomicU8,
    value: Cell<Option<T>>,
}

// SAFETY: one thread writes, before all others read.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            state: AtomicU8::new(EMPTY),
            value: Cell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        if self
            .state
            .compare_exchange(EMPTY, WRITING, Ordering::Relaxed, Ordering::Relaxed)
            .is_err()
        {
            return Err(value);
        }
        // SAFETY: this thread has claimed the empty place.
        self.value.set(Some(value));
        self.state.store(READY, Ordering::Relaxed);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if self.state.load(Ordering::Relaxed) != READY {
            return None;
        }
        // SAFETY: the value is there, and nobody writes any more.
        unsafe { (*self.value.as_ptr()).as_ref() }
    }
}
