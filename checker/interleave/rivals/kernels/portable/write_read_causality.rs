//! A message is passed on by a middleman who uses Relaxed.
//!
//! Source: the WRC litmus test; Maranget, Sarkar and Sewell's tutorial (2012).
//! Goes wrong: the last reader has the middleman's word and not the first value.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (set, see) = if FIXED {
        (Release, Acquire)
    } else {
        (Relaxed, Relaxed)
    };
    let shared = Arc::new([false; 2].map(AtomicBool::new));
    let (a, b) = (shared.clone(), shared.clone());
    let writer = thread::spawn(move || a[0].store(true, Release));
    let middle = thread::spawn(move || {
        if b[0].load(see) {
            b[1].store(true, set);
        }
    });
    if shared[1].load(Acquire) {
        assert!(shared[0].load(Relaxed), "the cause is missing");
    }
    writer.join().unwrap();
    middle.join().unwrap();
}
