//! expect: passed
//!
//! Memory that nobody fills in beforehand, as in `OnceLock`. So the place itself must know what to drop.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering};

const EMPTY: usize = 0;
const WRITING: usize = 1;
const READY: usize = 2;

pub struct Published<T> {
    state: AtomicUsize,
    value: UnsafeCell<MaybeUninit<T>>,
}

// SAFETY: one thread writes, before all others read.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            state: AtomicUsize::new(EMPTY),
            value: UnsafeCell::new(MaybeUninit::uninit()),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        match self
            .state
            .compare_exchange(EMPTY, WRITING, Ordering::Acquire, Ordering::Acquire)
        {
            Ok(_) => {
                // SAFETY: this thread has claimed the empty place.
                unsafe { (*self.value.get()).write(value) };
                self.state.store(READY, Ordering::Release);
                Ok(())
            }
            Err(_) => Err(value),
        }
    }

    pub fn get(&self) -> Option<&T> {
        (self.state.load(Ordering::Acquire) == READY)
            // SAFETY: `READY` comes after the write, and nothing is written after it.
            .then(|| unsafe { (*self.value.get()).assume_init_ref() })
    }
}

impl<T> Drop for Published<T> {
    fn drop(&mut self) {
        if *self.state.get_mut() == READY {
            // SAFETY: the value was written, and `&mut self` says that nobody looks at it.
            unsafe { self.value.get_mut().assume_init_drop() };
        }
    }
}
