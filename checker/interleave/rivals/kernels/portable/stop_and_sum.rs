//! A worker adds up and says with Relaxed that it has finished.
//!
//! Source: the "done" flag of many programs; Bos, "Rust Atomics and Locks", ch. 3.
//! Goes wrong: the flag is up, and the sum is not there yet.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((AtomicU32::new(0), AtomicBool::new(false)));
    let theirs = Arc::clone(&shared);
    let worker = thread::spawn(move || {
        for number in 1..=3 {
            theirs.0.fetch_add(number, Relaxed);
        }
        theirs.1.store(true, if FIXED { Release } else { Relaxed });
    });
    while !shared.1.load(Acquire) {
        thread::yield_now();
    }
    assert_eq!(shared.0.load(Relaxed), 6, "the sum is not all there");
    worker.join().unwrap();
}
