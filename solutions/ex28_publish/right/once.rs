//! expect: passed
//!
//! `Once` runs the write once, and `is_completed` is the flag.

use std::cell::UnsafeCell;
use std::sync::Once;

pub struct Published<T> {
    once: Once,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: `Once` lets one thread write. The others read when it has completed.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            once: Once::new(),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.once.call_once(|| {
            // SAFETY: this runs once, and readers keep away until it has completed.
            unsafe { *self.value.get() = value.take() };
        });
        match value {
            None => Ok(()),
            Some(value) => Err(value),
        }
    }

    pub fn get(&self) -> Option<&T> {
        if !self.once.is_completed() {
            return None;
        }
        // SAFETY: the write has completed, and there is no other.
        unsafe { (*self.value.get()).as_ref() }
    }
}
