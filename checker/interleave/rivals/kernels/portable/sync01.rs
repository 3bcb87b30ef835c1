//! A thread waits for a signal that a number was set.
//!
//! Source: SCTBench, `CS.sync01_bad`.
//! Goes wrong: it waits without a look at the number; the signal may be over.
//! Expected: lost wakeup.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Mutex::new(0), Condvar::new()));
    let theirs = Arc::clone(&shared);
    let setter = thread::spawn(move || {
        *theirs.0.lock().unwrap() = 1;
        theirs.1.notify_one();
    });
    let mut number = shared.0.lock().unwrap();
    if FIXED {
        while *number == 0 {
            number = shared.1.wait(number).unwrap();
        }
    } else {
        number = shared.1.wait(number).unwrap();
    }
    drop(number);
    setter.join().unwrap();
}
