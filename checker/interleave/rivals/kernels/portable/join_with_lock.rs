//! A thread is joined by one who holds what it needs.
//!
//! Source: GoBench, `Wait` under a lock (moby 25384); rust-lang users' forum, many times.
//! Goes wrong: the worker has not had the lock yet, and never gets it.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let total = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&total);
    let worker = thread::spawn(move || *theirs.lock().unwrap() += 1);
    let held = total.lock().unwrap();
    if FIXED {
        drop(held);
        worker.join().unwrap();
    } else {
        worker.join().unwrap();
        drop(held);
    }
}
