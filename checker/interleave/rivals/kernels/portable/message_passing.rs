//! A value is stored and then a flag; both Relaxed.
//!
//! Source: the MP litmus test.
//! Goes wrong: the flag is seen and the value is not.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (set, see) = if FIXED {
        (Release, Acquire)
    } else {
        (Relaxed, Relaxed)
    };
    let shared = Arc::new((AtomicU32::new(0), AtomicBool::new(false)));
    let theirs = Arc::clone(&shared);
    let writer = thread::spawn(move || {
        theirs.0.store(7, Relaxed);
        theirs.1.store(true, set);
    });
    if shared.1.load(see) {
        assert_eq!(shared.0.load(Relaxed), 7, "the flag came without the value");
    }
    writer.join().unwrap();
}
