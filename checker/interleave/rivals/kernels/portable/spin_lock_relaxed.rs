//! A spin lock that is given back with Relaxed.
//!
//! Source: Bos, "Rust Atomics and Locks" (2023), ch. 4, as the mistake.
//! Goes wrong: the next holder does not see what the last one wrote.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let unlock = if FIXED { Release } else { Relaxed };
    let shared = Arc::new((AtomicBool::new(false), AtomicU32::new(0)));
    let threads = [(); 2].map(|()| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            while shared.0.swap(true, Acquire) {
                thread::yield_now();
            }
            let seen = shared.1.load(Relaxed);
            shared.1.store(seen + 1, Relaxed);
            shared.0.store(false, unlock);
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(shared.1.load(Relaxed), 2, "an addition is lost");
}
