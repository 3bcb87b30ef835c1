//! A value made under a lock, and a fast path that peeks without it.
//!
//! Source: double-checked locking with plain data, the original sin.
//! Goes wrong: the peek reads while another thread writes.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::{Arc, Mutex};
use std::thread;

struct Lazy(Mutex<()>, UnsafeCell<Option<u32>>);

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Lazy {}

impl Lazy {
    fn get<const FIXED: bool>(&self) -> u32 {
        // SAFETY: none; this is the mistake.
        if !FIXED && let Some(value) = unsafe { *self.1.get() } {
            return value;
        }
        let _alone = self.0.lock().unwrap();
        // SAFETY: the lock is held.
        unsafe { *(*self.1.get()).get_or_insert(3) }
    }
}

pub fn body<const FIXED: bool>() {
    let lazy = Arc::new(Lazy(Mutex::new(()), UnsafeCell::new(None)));
    let theirs = Arc::clone(&lazy);
    let other = thread::spawn(move || theirs.get::<FIXED>());
    assert_eq!(lazy.get::<FIXED>() + other.join().unwrap(), 6);
}
