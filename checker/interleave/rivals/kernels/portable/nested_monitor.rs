//! A thread sleeps on an inner condition and holds the outer lock.
//!
//! Source: Lister, "The Problem of Nested Monitor Calls" (1977); log4j's
//! `AsyncAppender` in JaConTeBe.
//! Goes wrong: whoever could ring must first take the outer lock.
//! Expected: deadlock.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Appender {
    outer: Mutex<()>,
    full: Mutex<bool>,
    changed: Condvar,
}

pub fn body<const FIXED: bool>() {
    let appender = Arc::new(Appender {
        outer: Mutex::new(()),
        full: Mutex::new(true),
        changed: Condvar::new(),
    });
    let theirs = Arc::clone(&appender);
    let drainer = thread::spawn(move || {
        drop(theirs.outer.lock().unwrap());
        *theirs.full.lock().unwrap() = false;
        theirs.changed.notify_all();
    });
    let outer = appender.outer.lock().unwrap();
    if FIXED {
        drop(outer);
    }
    let mut full = appender.full.lock().unwrap();
    while *full {
        full = appender.changed.wait(full).unwrap();
    }
    drop(full);
    drainer.join().unwrap();
}
