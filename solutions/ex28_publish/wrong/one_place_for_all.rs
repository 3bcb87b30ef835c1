//! expect: wrong-answer in behaviour::two_places_have_two_values
//!
//! One flag for the whole program, as a `static`.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

static STATE: AtomicU8 = AtomicU8::new(EMPTY);

pub struct Published<T> {
    value: UnsafeCell<Option<T>>,
}

// SAFETY: one thread writes, before all others read.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        if STATE
            .compare_exchange(EMPTY, WRITING, Ordering::Relaxed, Ordering::Relaxed)
            .is_err()
        {
            return Err(value);
        }
        // SAFETY: this thread has claimed the empty place.
        unsafe { *self.value.get() = Some(value) };
        STATE.store(READY, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if STATE.load(Ordering::Acquire) != READY {
            return None;
        }
        // SAFETY: the value is there, and nobody writes any more.
        unsafe { (*self.value.get()).as_ref() }
    }
}
