//! expect: race in schedules::no_increment_is_lost
//!
//! Two threads read the same number, and both are called.

use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct SpinLock<T> {
    next: AtomicUsize,
    serving: AtomicUsize,
    value: UnsafeCell<T>,
}

// SAFETY: each number is given out once and served once, so one thread at a time has the value.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    pub fn new(value: T) -> Self {
        Self {
            next: AtomicUsize::new(0),
            serving: AtomicUsize::new(0),
            value: UnsafeCell::new(value),
        }
    }

    pub fn lock(&self) -> Guard<'_, T> {
        let number = self.next.load(Ordering::Relaxed);
        self.next.store(number.wrapping_add(1), Ordering::Relaxed);
        while self.serving.load(Ordering::Acquire) != number {
            std::hint::spin_loop();
        }
        Guard { lock: self, number }
    }

    pub fn try_lock(&self) -> Option<Guard<'_, T>> {
        // Takes a number only if it would be served at once.
        let number = self.serving.load(Ordering::Acquire);
        self.next
            .compare_exchange(
                number,
                number.wrapping_add(1),
                Ordering::Relaxed,
                Ordering::Relaxed,
            )
            .ok()?;
        Some(Guard { lock: self, number })
    }
}

pub struct Guard<'a, T> {
    lock: &'a SpinLock<T>,
    number: usize,
}

// SAFETY: threads that share a guard share a `&T`.
unsafe impl<T: Sync> Sync for Guard<'_, T> {}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this is the only guard.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: this is the only guard, and it is borrowed by one.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        self.lock
            .serving
            .store(self.number.wrapping_add(1), Ordering::Release);
    }
}
