//! expect: race in schedules::a_value_that_is_there_stays_and_never_changes
//!
//! Claims with `swap`, which writes even if it should not: a late publisher turns `READY` into `WRITING`,
//! and the value is gone for a moment, or for ever.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Published<T> {
    state: AtomicU8,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: one thread writes, before all others read.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            state: AtomicU8::new(EMPTY),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        let before = self.state.swap(WRITING, Ordering::AcqRel);
        if before != EMPTY {
            self.state.store(before, Ordering::Release);
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
