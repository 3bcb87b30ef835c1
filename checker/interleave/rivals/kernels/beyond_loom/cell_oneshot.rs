//! A oneshot channel whose receiver looks with Relaxed.
//!
//! Source: Bos, "Rust Atomics and Locks" (2023), ch. 5.
//! Goes wrong: the message is ready, and nothing orders its writing before its reading.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

struct Channel(UnsafeCell<Option<u64>>, AtomicBool);

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Channel {}

pub fn body<const FIXED: bool>() {
    let channel = Arc::new(Channel(UnsafeCell::new(None), AtomicBool::new(false)));
    let theirs = Arc::clone(&channel);
    let main = thread::current();
    let sender = thread::spawn(move || {
        // SAFETY: the receiver waits for `ready`.
        unsafe { *theirs.0.get() = Some(11) };
        theirs.1.store(true, Release);
        main.unpark();
    });
    while !channel.1.load(if FIXED { Acquire } else { Relaxed }) {
        thread::yield_now();
    }
    // SAFETY: the message is ready, if it is fixed.
    let message = unsafe { (*channel.0.get()).take() };
    assert_eq!(message, Some(11));
    sender.join().unwrap();
}
