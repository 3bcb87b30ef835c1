//! A spin lock that looks and takes in two steps.
//!
//! Source: Herlihy and Shavit, "The Art of Multiprocessor Programming", ch. 7,
//! test-and-set without the "and".
//! Goes wrong: two threads see it free and both take it.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((AtomicBool::new(false), AtomicU32::new(0)));
    let threads = [(); 2].map(|()| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            if FIXED {
                while shared.0.swap(true, SeqCst) {
                    thread::yield_now();
                }
            } else {
                while shared.0.load(SeqCst) {
                    thread::yield_now();
                }
                shared.0.store(true, SeqCst);
            }
            let seen = shared.1.load(SeqCst);
            shared.1.store(seen + 1, SeqCst);
            shared.0.store(false, SeqCst);
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(shared.1.load(SeqCst), 2, "two were inside");
}
