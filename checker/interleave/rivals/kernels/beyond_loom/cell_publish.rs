//! A plain value is published by a Relaxed flag.
//!
//! Source: the MP litmus test with plain data; C++11, `[intro.races]`.
//! Goes wrong: the flag is seen, and nothing orders the value before the read.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

struct Shared(UnsafeCell<u32>, AtomicBool);

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Shared {}

pub fn body<const FIXED: bool>() {
    let shared = Arc::new(Shared(UnsafeCell::new(0), AtomicBool::new(false)));
    let theirs = Arc::clone(&shared);
    let writer = thread::spawn(move || {
        // SAFETY: nobody reads before the flag is up.
        unsafe { *theirs.0.get() = 7 };
        theirs.1.store(true, if FIXED { Release } else { Relaxed });
    });
    if shared.1.load(Acquire) {
        // SAFETY: the flag says that the writer has ended, if it is fixed.
        assert_eq!(unsafe { *shared.0.get() }, 7);
    }
    writer.join().unwrap();
}
