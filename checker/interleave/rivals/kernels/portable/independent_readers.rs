//! Two readers see two independent writes in opposite order.
//!
//! Source: the IRIW litmus test; Boehm and Adve (PLDI 2008).
//! Goes wrong: Acquire and Release alone leave the order open.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release, SeqCst},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (set, see) = if FIXED {
        (SeqCst, SeqCst)
    } else {
        (Release, Acquire)
    };
    let flags = Arc::new([false; 2].map(AtomicBool::new));
    let writers = [0, 1].map(|i| {
        let flags = Arc::clone(&flags);
        thread::spawn(move || flags[i].store(true, set))
    });
    let readers = [0, 1].map(|first| {
        let flags = Arc::clone(&flags);
        thread::spawn(move || flags[first].load(see) && !flags[1 - first].load(see))
    });
    for writer in writers {
        writer.join().unwrap();
    }
    let saw = readers.map(|reader| reader.join().unwrap());
    assert!(!(saw[0] && saw[1]), "the readers disagree");
}
