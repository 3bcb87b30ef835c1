//! An initialiser that calls the function that it belongs to.
//!
//! Source: the documentation of `std::sync::Once`: re-entry deadlocks or panics.
//! Goes wrong: only if the configuration came first does the initialiser log,
//! and logging wants the initialiser.
//! Expected: deadlock.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Once};
use std::thread;

fn log<const FIXED: bool>(started: &Once, verbose: &AtomicBool) {
    started.call_once(|| {
        if verbose.load(SeqCst) && !FIXED {
            log::<FIXED>(started, verbose);
        }
    });
}

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Once::new(), AtomicBool::new(false)));
    let theirs = Arc::clone(&shared);
    let config = thread::spawn(move || theirs.1.store(true, SeqCst));
    log::<FIXED>(&shared.0, &shared.1);
    config.join().unwrap();
}
