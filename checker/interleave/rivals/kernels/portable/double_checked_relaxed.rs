//! Double-checked init whose fast path is Relaxed.
//!
//! Source: Bacon et al., "The 'Double-Checked Locking is Broken' Declaration";
//! Preshing, "Double-Checked Locking Is Fixed In C++11" (2013).
//! Goes wrong: the fast path sees the flag and not the value.
//! Expected: weak memory.

use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (set, see) = if FIXED {
        (Release, Acquire)
    } else {
        (Relaxed, Relaxed)
    };
    let lazy = Arc::new((Mutex::new(()), AtomicBool::new(false), AtomicU32::new(0)));
    let threads = [(); 2].map(|()| {
        let lazy = Arc::clone(&lazy);
        thread::spawn(move || {
            if !lazy.1.load(see) {
                let _alone = lazy.0.lock().unwrap();
                if !lazy.1.load(Relaxed) {
                    lazy.2.store(42, Relaxed);
                    lazy.1.store(true, set);
                }
            }
            assert_eq!(lazy.2.load(Relaxed), 42, "used before it was made");
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
