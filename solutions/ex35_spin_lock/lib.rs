//! expect: passed
//!
//! 35 Spin lock: the reference solution.

use std::cell::UnsafeCell;
use std::hint;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};

/// A value that one thread at a time may use. The others spin until it is their turn.
pub struct SpinLock<T> {
    /// Whether there is a guard.
    locked: AtomicBool,
    value: UnsafeCell<T>,
}

// SAFETY: there is one guard at a time, so the value is used by one thread at a time. It moves from
// thread to thread in this way, and that takes `Send`. Nobody shares it, so `Sync` is not needed.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    /// A lock that is free.
    pub const fn new(value: T) -> Self {
        Self {
            locked: AtomicBool::new(false),
            value: UnsafeCell::new(value),
        }
    }

    /// Waits until the lock is free, and takes it.
    pub fn lock(&self) -> Guard<'_, T> {
        loop {
            if let Some(guard) = self.try_lock() {
                return guard;
            }
            // Tells the processor that we only wait. It is a hint, and changes no outcome.
            hint::spin_loop();
        }
    }

    /// Takes the lock if it is free. Does not wait.
    pub fn try_lock(&self) -> Option<Guard<'_, T>> {
        // One step: `swap` writes `true` and tells what was there. Only one thread finds `false`, and
        // for the others `true` becomes `true`. `Acquire`: we see all that the holder before did.
        if self.locked.swap(true, Acquire) {
            None
        } else {
            Some(Guard { lock: self })
        }
    }
}

/// Whoever has this has the lock. When it is dropped, the lock is free.
#[must_use = "a guard that is not kept unlocks at once"]
pub struct Guard<'a, T> {
    lock: &'a SpinLock<T>,
}

// SAFETY: threads that share a guard share a `&T`. The field alone would say "if `T` is `Send`", for
// that is when a `&SpinLock<T>` may be shared. A `Cell` would slip through.
unsafe impl<T: Sync> Sync for Guard<'_, T> {}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this is the only guard, and it is borrowed for as long as the value is.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: this is the only guard, and while the value is borrowed nobody else has this guard.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        // `Release`: the next one who locks sees all that we did.
        self.lock.locked.store(false, Release);
    }
}
