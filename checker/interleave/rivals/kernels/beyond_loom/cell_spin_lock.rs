//! A spin lock over plain data that is taken with Relaxed.
//!
//! Source: Bos, "Rust Atomics and Locks" (2023), ch. 4.
//! Goes wrong: only one is inside, but nothing orders one visit after the other.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

struct Lock(AtomicBool, UnsafeCell<u32>);

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Lock {}

pub fn body<const FIXED: bool>() {
    let lock = Arc::new(Lock(AtomicBool::new(false), UnsafeCell::new(0)));
    let threads = [(); 2].map(|()| {
        let lock = Arc::clone(&lock);
        thread::spawn(move || {
            while lock.0.swap(true, if FIXED { Acquire } else { Relaxed }) {
                thread::yield_now();
            }
            // SAFETY: the lock is held.
            unsafe { *lock.1.get() += 1 };
            lock.0.store(false, Release);
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
