//! expect: unsound in compile_fail::cell_shared_by_threads
//!
//! An `AtomicPtr<T>` is `Send` and `Sync` whatever `T` is, so the compiler has nothing to object.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

pub struct Published<T> {
    value: AtomicPtr<T>,
}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            value: AtomicPtr::new(ptr::null_mut()),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        let new = Box::into_raw(Box::new(value));
        match self.value.compare_exchange(
            ptr::null_mut(),
            new,
            Ordering::Release,
            Ordering::Relaxed,
        ) {
            Ok(_) => Ok(()),
            // SAFETY: `new` comes from the box above, and nobody else has seen it.
            Err(_) => Err(*unsafe { Box::from_raw(new) }),
        }
    }

    pub fn get(&self) -> Option<&T> {
        // SAFETY: null, or a box that was filled before it was published. It lives as long as the
        // place does, and nobody changes it.
        unsafe { self.value.load(Ordering::Acquire).as_ref() }
    }
}

impl<T> Drop for Published<T> {
    fn drop(&mut self) {
        let value = *self.value.get_mut();
        if !value.is_null() {
            // SAFETY: it comes from a box, and `&mut self` says that nobody looks at it.
            drop(unsafe { Box::from_raw(value) });
        }
    }
}
