//! A value is published by a flag, and read if the flag is up.
//!
//! Goes wrong: the flag is put up with Relaxed.
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
    let writer = thread::spawn(move || {
        theirs.0.store(7, Relaxed);
        theirs.1.store(true, if FIXED { Release } else { Relaxed });
    });
    if shared.1.load(Acquire) {
        assert_eq!(shared.0.load(Relaxed), 7, "the flag came without the value");
    }
    writer.join().unwrap();
}
