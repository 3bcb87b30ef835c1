//! expect: race in schedules::a_reader_sees_the_whole_value_or_nothing
//!
//! A `Cell<bool>` as the flag. `unsafe impl Sync` silences the compiler, which was right.

use std::cell::{Cell, UnsafeCell};
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Published<T> {
    claimed: AtomicBool,
    ready: Cell<bool>,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: none, as nothing orders the cell.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            claimed: AtomicBool::new(false),
            ready: Cell::new(false),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        if self.claimed.swap(true, Ordering::AcqRel) {
            return Err(value);
        }
        unsafe { *self.value.get() = Some(value) };
        self.ready.set(true);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if !self.ready.get() {
            return None;
        }
        unsafe { (*self.value.get()).as_ref() }
    }
}
