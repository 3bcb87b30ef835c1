//! expect: race in schedules::a_reader_sees_the_whole_value_or_nothing
//!
//! Claims the place and says "ready" in one step, before the value is there.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const READY: u8 = 1;

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
        if self
            .state
            .compare_exchange(EMPTY, READY, Ordering::AcqRel, Ordering::Relaxed)
            .is_err()
        {
            return Err(value);
        }
        // SAFETY: this thread has claimed the empty place.
        unsafe { *self.value.get() = Some(value) };
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
