//! A thread parks once and takes for granted that its value is there.
//!
//! Source: the documentation of `std::thread::park`; the same slip as a
//! condition with `if`.
//! Goes wrong: another unpark wakes it.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let value = Arc::new(AtomicU32::new(0));
    let (main, also_main) = (thread::current(), thread::current());
    let theirs = Arc::clone(&value);
    let giver = thread::spawn(move || {
        theirs.store(7, SeqCst);
        main.unpark();
    });
    let logger = thread::spawn(move || also_main.unpark());
    thread::park();
    if FIXED {
        while value.load(SeqCst) == 0 {
            thread::park();
        }
    }
    assert_eq!(value.load(SeqCst), 7, "woken by somebody else");
    giver.join().unwrap();
    logger.join().unwrap();
}
