//! A ticket lock whose tickets are drawn by a load and a store.
//!
//! Source: Mellor-Crummey and Scott (1991) for the lock; the slip is the usual one.
//! Goes wrong: two threads draw one ticket and are inside together.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

#[derive(Default)]
struct TicketLock {
    next: AtomicU32,
    serving: AtomicU32,
    inside: AtomicU32,
}

impl TicketLock {
    fn draw<const FIXED: bool>(&self) -> u32 {
        if FIXED {
            return self.next.fetch_add(1, SeqCst);
        }
        let mine = self.next.load(SeqCst);
        self.next.store(mine + 1, SeqCst);
        mine
    }

    fn visit<const FIXED: bool>(&self) {
        let mine = self.draw::<FIXED>();
        while self.serving.load(SeqCst) < mine {
            thread::yield_now();
        }
        assert_eq!(self.inside.fetch_add(1, SeqCst), 0, "two are inside");
        self.inside.fetch_sub(1, SeqCst);
        self.serving.fetch_add(1, SeqCst);
    }
}

pub fn body<const FIXED: bool>() {
    let lock = Arc::new(TicketLock::default());
    let theirs = Arc::clone(&lock);
    let other = thread::spawn(move || theirs.visit::<FIXED>());
    lock.visit::<FIXED>();
    other.join().unwrap();
}
