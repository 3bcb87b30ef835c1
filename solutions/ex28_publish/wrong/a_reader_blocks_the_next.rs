//! expect: race in schedules::every_reader_sees_what_is_there
//!
//! Readers take turns by a flag of their own, and who finds it taken goes home with nothing.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Published<T> {
    claimed: AtomicBool,
    ready: AtomicBool,
    reading: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the one thread that finds `claimed` unset writes. The others read after `ready` is set.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            claimed: AtomicBool::new(false),
            ready: AtomicBool::new(false),
            reading: AtomicBool::new(false),
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
        if !self.ready.load(Ordering::Acquire) || self.reading.swap(true, Ordering::Acquire) {
            return None;
        }
        // SAFETY: the value was written before `ready` was set, and is never written again.
        let value = unsafe { (*self.value.get()).as_ref() };
        self.reading.store(false, Ordering::Release);
        value
    }
}
