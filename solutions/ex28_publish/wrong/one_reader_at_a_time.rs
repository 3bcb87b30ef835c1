//! expect: race in schedules::a_value_that_is_there_stays_and_never_changes
//!
//! Readers `try_lock`, and find nothing while another reader looks.

use std::cell::UnsafeCell;
use std::sync::Mutex;

pub struct Published<T> {
    ready: Mutex<bool>,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the value is written under the mutex, before `ready`, and read only after `ready`.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            ready: Mutex::new(false),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        let mut ready = self.ready.lock().unwrap();
        if *ready {
            return Err(value);
        }
        // SAFETY: under the mutex, and not ready yet: nobody reads.
        unsafe { *self.value.get() = Some(value) };
        *ready = true;
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        let ready = self.ready.try_lock().ok()?;
        if *ready {
            // SAFETY: the value is there, and nobody writes any more.
            unsafe { (*self.value.get()).as_ref() }
        } else {
            None
        }
    }
}
