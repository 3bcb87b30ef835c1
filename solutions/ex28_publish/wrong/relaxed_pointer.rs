//! expect: race in schedules::a_reader_sees_all_that_the_publisher_did_before
//!
//! A pointer that is published with `Relaxed`. The reader may see the pointer, and not what it points to.

use std::marker::PhantomData;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

pub struct Published<T> {
    value: AtomicPtr<T>,
    /// An `AtomicPtr<T>` crosses threads whatever `T` is. A `*mut T` does not, until we say so.
    _owns: PhantomData<*mut T>,
}

// SAFETY: it owns its `T`, like a `Box`.
unsafe impl<T: Send> Send for Published<T> {}
// SAFETY: threads share the `T`, and one of them may drop what another has made.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            value: AtomicPtr::new(ptr::null_mut()),
            _owns: PhantomData,
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        let new = Box::into_raw(Box::new(value));
        match self.value.compare_exchange(
            ptr::null_mut(),
            new,
            Ordering::Relaxed,
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
        unsafe { self.value.load(Ordering::Relaxed).as_ref() }
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
