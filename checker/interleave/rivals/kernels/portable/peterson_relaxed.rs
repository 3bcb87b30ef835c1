//! Peterson's lock without SeqCst.
//!
//! Source: Peterson (1981); Boehm and Adve, "Foundations of the C++ Concurrency
//! Memory Model" (PLDI 2008).
//! Goes wrong: each thread misses the other's flag, and both are inside.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

struct Lock {
    flags: [AtomicBool; 2],
    turn: AtomicUsize,
    inside: AtomicBool,
}

impl Lock {
    fn visit(&self, me: usize, order: Ordering) {
        let other = 1 - me;
        self.flags[me].store(true, order);
        self.turn.store(other, order);
        while self.flags[other].load(order) && self.turn.load(order) == other {
            thread::yield_now();
        }
        assert!(!self.inside.swap(true, Ordering::SeqCst), "two are inside");
        self.inside.store(false, Ordering::SeqCst);
        self.flags[me].store(false, Ordering::SeqCst);
    }
}

pub fn body<const FIXED: bool>() {
    let order = if FIXED {
        Ordering::SeqCst
    } else {
        Ordering::Relaxed
    };
    let lock = Arc::new(Lock {
        flags: [false; 2].map(AtomicBool::new),
        turn: AtomicUsize::new(0),
        inside: AtomicBool::new(false),
    });
    let theirs = Arc::clone(&lock);
    let other = thread::spawn(move || theirs.visit(1, order));
    lock.visit(0, order);
    other.join().unwrap();
}
