//! expect: passed
//!
//! One flag for the publishers, which `swap` turns over once, and one for the readers.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Published<T> {
    claimed: AtomicBool,
    ready: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the one thread that finds `claimed` unset writes. The others read after `ready` is set.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            claimed: AtomicBool::new(false),
            ready: AtomicBool::new(false),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        if self.claimed.swap(true, Ordering::Relaxed) {
            return Err(value);
        }
        // SAFETY: `swap` returns `false` to one thread only, and readers wait for `ready`.
        unsafe { *self.value.get() = Some(value) };
        self.ready.store(true, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if self.ready.load(Ordering::Acquire) {
            // SAFETY: the value was written before `ready` was set, and is never written again.
            unsafe { (*self.value.get()).as_ref() }
        } else {
            None
        }
    }
}
