//! A readers-writer lock whose readers leave with Relaxed.
//!
//! Source: Bos, "Rust Atomics and Locks" (2023), ch. 9, with one ordering weaker.
//! Goes wrong: the writer sees no reader, and nothing orders the reading before
//! the writing.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

const WRITER: u32 = 100;

struct Lock(AtomicU32, UnsafeCell<u32>);

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Lock {}

pub fn body<const FIXED: bool>() {
    let lock = Arc::new(Lock(AtomicU32::new(0), UnsafeCell::new(1)));
    let theirs = Arc::clone(&lock);
    let writer = thread::spawn(move || {
        while theirs
            .0
            .compare_exchange(0, WRITER, Acquire, Relaxed)
            .is_err()
        {
            thread::yield_now();
        }
        // SAFETY: the lock is held for writing.
        unsafe { *theirs.1.get() = 2 };
        theirs.0.store(0, Release);
    });
    let seen = lock.0.load(Relaxed);
    if seen < WRITER
        && lock
            .0
            .compare_exchange(seen, seen + 1, Acquire, Relaxed)
            .is_ok()
    {
        // SAFETY: the lock is held for reading.
        assert!(unsafe { *lock.1.get() } > 0);
        lock.0.fetch_sub(1, if FIXED { Release } else { Relaxed });
    }
    writer.join().unwrap();
}
