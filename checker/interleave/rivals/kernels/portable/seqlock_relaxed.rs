//! A seqlock that looks twice, without the fences.
//!
//! Source: Boehm (MSPC 2012).
//! Goes wrong: the second look at the count is older than what was read.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
    fence,
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let pair = Arc::new([0; 3].map(AtomicU32::new));
    let theirs = Arc::clone(&pair);
    let writer = thread::spawn(move || {
        theirs[0].store(1, Relaxed);
        if FIXED {
            fence(Release);
        }
        theirs[1].store(5, Relaxed);
        theirs[2].store(5, Relaxed);
        theirs[0].store(2, Release);
    });
    let before = pair[0].load(Acquire);
    let seen = [1, 2].map(|i| pair[i].load(Relaxed));
    if FIXED {
        fence(Acquire);
    }
    let after = pair[0].load(Relaxed);
    if before.is_multiple_of(2) && before == after {
        assert_eq!(seen[0], seen[1], "half of a write was read");
    }
    writer.join().unwrap();
}
