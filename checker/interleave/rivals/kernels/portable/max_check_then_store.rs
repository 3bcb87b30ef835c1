//! The greatest number so far is kept by a look and a store.
//!
//! Source: check-then-act on an atomic; why `fetch_max` exists.
//! Goes wrong: a smaller number is stored over a greater one.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let greatest = Arc::new(AtomicU32::new(0));
    let threads = [5, 3].map(|number| {
        let greatest = Arc::clone(&greatest);
        thread::spawn(move || {
            if FIXED {
                greatest.fetch_max(number, SeqCst);
            } else if number > greatest.load(SeqCst) {
                greatest.store(number, SeqCst);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(greatest.load(SeqCst), 5, "the record is lost");
}
