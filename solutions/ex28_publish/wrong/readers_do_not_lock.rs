//! expect: race in schedules::a_reader_sees_the_whole_value_or_nothing
//!
//! A mutex for the publishers, and none for the readers. They look into the cell while one writes.

use std::cell::UnsafeCell;
use std::sync::Mutex;

pub struct Published<T> {
    publishing: Mutex<()>,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: a mutex guards it (but not from readers).
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            publishing: Mutex::new(()),
            value: UnsafeCell::new(None),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        let _turn = self.publishing.lock().unwrap();
        // SAFETY: under the mutex.
        let slot = unsafe { &mut *self.value.get() };
        if slot.is_some() {
            return Err(value);
        }
        *slot = Some(value);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        // SAFETY: none.
        unsafe { (*self.value.get()).as_ref() }
    }
}
