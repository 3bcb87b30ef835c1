//! expect: race in schedules::a_reader_sees_the_whole_value_or_nothing
//!
//! A `bool` in a cell of its own as the flag. Two threads may not touch it at once any more than the value.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Published<T> {
    claimed: AtomicBool,
    ready: UnsafeCell<bool>,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: none, as nothing orders the two cells.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            claimed: AtomicBool::new(false),
            ready: UnsafeCell::new(false),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        if self.claimed.swap(true, Ordering::AcqRel) {
            return Err(value);
        }
        unsafe { *self.value.get() = Some(value) };
        unsafe { *self.ready.get() = true };
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if unsafe { *self.ready.get() } {
            unsafe { (*self.value.get()).as_ref() }
        } else {
            None
        }
    }
}
