//! Two threads that add under a spin lock.
//!
//! Goes wrong: the lock looks first and takes then.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((AtomicBool::new(false), AtomicU32::new(0)));
    let threads = [(); 2].map(|()| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let (held, total) = &*shared;
            if FIXED {
                while held.swap(true, Acquire) {
                    thread::yield_now();
                }
            } else {
                while held.load(Acquire) {
                    thread::yield_now();
                }
                held.store(true, Relaxed);
            }
            let seen = total.load(Relaxed);
            total.store(seen + 1, Relaxed);
            held.store(false, Release);
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(shared.1.load(Relaxed), 2, "an addition is lost");
}
