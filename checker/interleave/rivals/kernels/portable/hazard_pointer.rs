//! A reader announces what it reads; a writer frees what nobody announces.
//!
//! Source: Michael, "Hazard Pointers" (2004): the fence between the announcement
//! and the second look.
//! Goes wrong: the writer misses the announcement, the reader misses the change.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release, SeqCst},
    fence,
};
use std::thread;

const NOBODY: usize = 9;

struct Shared {
    current: AtomicUsize,
    hazard: AtomicUsize,
    freed: [AtomicUsize; 2],
}

pub fn body<const FIXED: bool>() {
    let shared = Arc::new(Shared {
        current: AtomicUsize::new(0),
        hazard: AtomicUsize::new(NOBODY),
        freed: [0; 2].map(AtomicUsize::new),
    });
    let theirs = Arc::clone(&shared);
    let writer = thread::spawn(move || {
        theirs.current.store(1, Release);
        if FIXED {
            fence(SeqCst);
        }
        if theirs.hazard.load(Acquire) != 0 {
            theirs.freed[0].store(1, SeqCst);
        }
    });
    let node = shared.current.load(Acquire);
    shared.hazard.store(node, Release);
    if FIXED {
        fence(SeqCst);
    }
    if shared.current.load(Acquire) == node {
        assert_eq!(shared.freed[node].load(Relaxed), 0, "a freed node is read");
    }
    shared.hazard.store(NOBODY, Release);
    writer.join().unwrap();
}
