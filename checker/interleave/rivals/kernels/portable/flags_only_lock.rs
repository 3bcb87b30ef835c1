//! Mutual exclusion by two flags and no turn.
//!
//! Source: Dijkstra's first attempts in "Cooperating Sequential Processes" (1965).
//! Goes wrong: both raise their flags and wait for each other's to fall.
//! Expected: livelock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

struct Lock {
    flags: [AtomicBool; 2],
    turn: AtomicUsize,
}

impl Lock {
    fn visit<const FIXED: bool>(&self, me: usize) {
        let other = 1 - me;
        self.flags[me].store(true, SeqCst);
        self.turn.store(other, SeqCst);
        while self.flags[other].load(SeqCst) && (!FIXED || self.turn.load(SeqCst) == other) {
            thread::yield_now();
        }
        self.flags[me].store(false, SeqCst);
    }
}

pub fn body<const FIXED: bool>() {
    let lock = Arc::new(Lock {
        flags: [false; 2].map(AtomicBool::new),
        turn: AtomicUsize::new(0),
    });
    let theirs = Arc::clone(&lock);
    let other = thread::spawn(move || theirs.visit::<FIXED>(1));
    lock.visit::<FIXED>(0);
    other.join().unwrap();
}
