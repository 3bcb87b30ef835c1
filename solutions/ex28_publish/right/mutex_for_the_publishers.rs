//! expect: passed
//!
//! Publishers take turns by a mutex. Readers do not touch it.

use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Published<T> {
    publishing: Mutex<()>,
    ready: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: one thread at a time writes, and none after `ready` is set. Then all may read.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            publishing: Mutex::new(()),
            ready: AtomicBool::new(false),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        let _turn = self.publishing.lock().unwrap();
        // `Relaxed`: the mutex carries over what the publisher before has done.
        if self.ready.load(Ordering::Relaxed) {
            return Err(value);
        }
        // SAFETY: this thread has the mutex, and readers wait for `ready`.
        unsafe { *self.value.get() = Some(value) };
        self.ready.store(true, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if !self.ready.load(Ordering::Acquire) {
            return None;
        }
        // SAFETY: the value was written before `ready` was set, and is never written again.
        unsafe { (*self.value.get()).as_ref() }
    }
}
