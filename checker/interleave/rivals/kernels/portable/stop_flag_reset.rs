//! A worker says that it runs when it begins, and runs until it is stopped.
//!
//! Source: the start/stop race of many thread classes; `isRunning = true` in
//! `run()`, in Farchi et al. (2003).
//! Goes wrong: the stop comes before the start, which takes it back.
//! Expected: livelock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let running = Arc::new(AtomicBool::new(FIXED));
    let theirs = Arc::clone(&running);
    let worker = thread::spawn(move || {
        if !FIXED {
            theirs.store(true, SeqCst);
        }
        while theirs.load(SeqCst) {
            thread::yield_now();
        }
    });
    running.store(false, SeqCst);
    worker.join().unwrap();
}
