//! Threads that add to a counter under a lock, so many times each.
//!
//! Goes wrong: the lock is given back between the look and the change.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const THREADS: usize, const EACH: usize, const FIXED: bool>() {
    let total = Arc::new(Mutex::new(0));
    let threads = [(); THREADS].map(|()| {
        let total = Arc::clone(&total);
        thread::spawn(move || {
            for _ in 0..EACH {
                if FIXED {
                    *total.lock().unwrap() += 1;
                } else {
                    let seen = *total.lock().unwrap();
                    *total.lock().unwrap() = seen + 1;
                }
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(
        *total.lock().unwrap(),
        EACH * THREADS,
        "an addition is lost"
    );
}
