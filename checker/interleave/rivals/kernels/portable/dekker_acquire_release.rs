//! A one-shot entry by two flags, with Acquire and Release.
//!
//! Source: Dekker's algorithm, in Dijkstra (1965); Release and Acquire do not
//! order a store before a later load.
//! Goes wrong: both see the other's flag down and enter.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release, SeqCst},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (set, see) = if FIXED {
        (SeqCst, SeqCst)
    } else {
        (Release, Acquire)
    };
    let shared = Arc::new(([false; 2].map(AtomicBool::new), AtomicU32::new(0)));
    let threads = [0, 1].map(|me| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            shared.0[me].store(true, set);
            if !shared.0[1 - me].load(see) {
                shared.1.fetch_add(1, Relaxed);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert!(shared.1.load(Relaxed) <= 1, "two have entered");
}
