//! Two locks, taken in opposite order.
//!
//! Source: SCTBench, `CS.deadlock01_bad`; every textbook.
//! Goes wrong: each thread holds one and waits for the other.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let pair = Arc::new((Mutex::new(1), Mutex::new(2)));
    let theirs = Arc::clone(&pair);
    let other = thread::spawn(move || {
        let a = theirs.0.lock().unwrap();
        let b = theirs.1.lock().unwrap();
        assert_eq!(*a + *b, 3);
    });
    if FIXED {
        let a = pair.0.lock().unwrap();
        let b = pair.1.lock().unwrap();
        assert_eq!(*a + *b, 3);
    } else {
        let b = pair.1.lock().unwrap();
        let a = pair.0.lock().unwrap();
        assert_eq!(*a + *b, 3);
    }
    other.join().unwrap();
}
