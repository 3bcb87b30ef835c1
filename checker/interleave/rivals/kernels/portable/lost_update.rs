//! Two threads add to a counter by a load and a store.
//!
//! Source: the textbook; `CS.counter` and `inc` benchmarks of many papers.
//! Goes wrong: both load before either stores, and one click is lost.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let clicks = Arc::new(AtomicU32::new(0));
    let threads = [(); 2].map(|()| {
        let clicks = Arc::clone(&clicks);
        thread::spawn(move || {
            if FIXED {
                clicks.fetch_add(1, SeqCst);
            } else {
                let seen = clicks.load(SeqCst);
                clicks.store(seen + 1, SeqCst);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(clicks.load(SeqCst), 2, "a click is lost");
}
