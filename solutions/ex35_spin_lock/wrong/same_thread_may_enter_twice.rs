//! expect: wrong-answer in schedules::try_lock_never_misses_a_free_lock
//!
//! Lets in again the thread that has the lock already. That thread has two `&mut` to one value now.

use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ThreadId};

pub struct SpinLock<T> {
    locked: AtomicBool,
    owner: Mutex<Option<ThreadId>>,
    value: UnsafeCell<T>,
}

// SAFETY: one thread at a time has the value (but how often?).
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    pub fn new(value: T) -> Self {
        Self {
            locked: AtomicBool::new(false),
            owner: Mutex::new(None),
            value: UnsafeCell::new(value),
        }
    }

    pub fn lock(&self) -> Guard<'_, T> {
        loop {
            if let Some(guard) = self.try_lock() {
                return guard;
            }
            std::hint::spin_loop();
        }
    }

    pub fn try_lock(&self) -> Option<Guard<'_, T>> {
        let me = thread::current().id();
        let mut owner = self.owner.lock().unwrap();
        if *owner == Some(me) {
            return Some(Guard { lock: self });
        }
        if self.locked.swap(true, Ordering::Acquire) {
            return None;
        }
        *owner = Some(me);
        Some(Guard { lock: self })
    }
}

pub struct Guard<'a, T> {
    lock: &'a SpinLock<T>,
}

// SAFETY: threads that share a guard share a `&T`.
unsafe impl<T: Sync> Sync for Guard<'_, T> {}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: none, if there are two guards.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: none, if there are two guards.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        *self.lock.owner.lock().unwrap() = None;
        self.lock.locked.store(false, Ordering::Release);
    }
}
