//! expect: unsound in compile_fail::control_a_static
//!
//! Puts the cell on the heap. That takes a function that runs, so no `static` can be such a place.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Published<T> {
    state: AtomicU8,
    value: Box<UnsafeCell<Option<T>>>,
}

// SAFETY: one thread writes, before all others read.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub fn empty() -> Self {
        Self {
            state: AtomicU8::new(EMPTY),
            value: Box::new(UnsafeCell::new(None)),
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
        unsafe { *self.value.get() = Some(value) };
        self.state.store(READY, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if self.state.load(Ordering::Acquire) != READY {
            return None;
        }
        // SAFETY: the value is there, and nobody writes any more.
        unsafe { (*self.value.get()).as_ref() }
    }
}
