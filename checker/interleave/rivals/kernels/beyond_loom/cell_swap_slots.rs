//! Two halves of a buffer, exchanged by an index that both sides write.
//!
//! Source: double buffering without a handshake; Simpson's four-slot paper (1990)
//! explains why two are not enough.
//! Goes wrong: the writer comes back to the half that is being read.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Release},
};
use std::thread;

struct Buffers([UnsafeCell<u32>; 3], AtomicUsize);

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Buffers {}

pub fn body<const FIXED: bool>() {
    let buffers = Arc::new(Buffers([0, 0, 0].map(UnsafeCell::new), AtomicUsize::new(0)));
    let theirs = Arc::clone(&buffers);
    let writer = thread::spawn(move || {
        for round in 1..=2 {
            // With a third half nobody is overtaken in two rounds.
            let half = if FIXED { round } else { round % 2 };
            // SAFETY: the reader is at the other half, if it is fixed.
            unsafe { *theirs.0[half].get() = 6 };
            theirs.1.store(half, Release);
        }
    });
    let half = buffers.1.load(Acquire);
    // SAFETY: as above.
    let seen = unsafe { *buffers.0[half].get() };
    assert!(seen == 0 || seen == 6);
    writer.join().unwrap();
}
