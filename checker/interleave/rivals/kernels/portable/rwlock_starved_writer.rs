//! A reader reads until the writer has written; it never lets go.
//!
//! Source: the writer starvation of Courtois, Heymans and Parnas, "Concurrent
//! Control with Readers and Writers" (1971), at its plainest.
//! Goes wrong: the reader came first and waits under its lock for what only the
//! writer can do.
//! Expected: livelock.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, RwLock};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((RwLock::new(0), AtomicBool::new(false)));
    let theirs = Arc::clone(&shared);
    let writer = thread::spawn(move || {
        *theirs.0.write().unwrap() = 1;
        theirs.1.store(true, SeqCst);
    });
    let seen = shared.0.read().unwrap();
    if FIXED {
        drop(seen);
    }
    while !shared.1.load(SeqCst) {
        thread::yield_now();
    }
    writer.join().unwrap();
}
