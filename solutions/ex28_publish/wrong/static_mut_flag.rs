//! expect: compile-error
//!
//! A global variable as the flag. `unsafe` makes it compile, and not right.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};

static mut READY: bool = false;

pub struct Published<T> {
    claimed: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: none, as nothing orders the variable.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            claimed: AtomicBool::new(false),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        if self.claimed.swap(true, Ordering::AcqRel) {
            return Err(value);
        }
        unsafe { *self.value.get() = Some(value) };
        unsafe { READY = true };
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if !unsafe { READY } {
            return None;
        }
        unsafe { (*self.value.get()).as_ref() }
    }
}
