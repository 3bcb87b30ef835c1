//! Two threads take two locks in an order that depends on a shared number.
//!
//! Source: SCTBench, `CS.carter01_bad`.
//! Goes wrong: the number changes between the two visits, so the orders cross.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let locks = Arc::new((Mutex::new(0), Mutex::new(0)));
    let theirs = Arc::clone(&locks);
    let first = thread::spawn(move || {
        // The first visitor takes the second lock as well.
        let mut a = theirs.0.lock().unwrap();
        *a += 1;
        if *a == 1 {
            *theirs.1.lock().unwrap() += 1;
        }
        drop(a);
        *theirs.0.lock().unwrap() -= 1;
    });
    let b = locks.1.lock().unwrap();
    if FIXED {
        drop(b);
        *locks.0.lock().unwrap() += 1;
    } else {
        *locks.0.lock().unwrap() += 1;
        drop(b);
    }
    first.join().unwrap();
}
