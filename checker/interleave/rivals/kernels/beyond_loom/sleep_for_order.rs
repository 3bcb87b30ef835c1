//! A sleep stands in for a wait.
//!
//! Source: Farchi et al. (2003), the sleep() pattern.
//! Goes wrong: the other thread may take longer than the sleep.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

pub fn body<const FIXED: bool>() {
    let ready = Arc::new(AtomicBool::new(false));
    let theirs = Arc::clone(&ready);
    let worker = thread::spawn(move || theirs.store(true, SeqCst));
    if FIXED {
        worker.join().unwrap();
        assert!(ready.load(SeqCst));
        return;
    }
    thread::sleep(Duration::from_secs(1));
    assert!(ready.load(SeqCst), "the worker took longer");
    worker.join().unwrap();
}
