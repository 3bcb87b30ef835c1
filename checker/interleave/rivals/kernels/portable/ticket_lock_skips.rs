//! A ticket lock with a `try_lock` that draws a ticket and goes away with it.
//!
//! Source: a known slip in hand-made ticket locks; Linux draws by compare and
//! exchange for this reason.
//! Goes wrong: the ticket that was thrown away is called, and nobody comes.
//! Expected: livelock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

#[derive(Default)]
struct TicketLock {
    next: AtomicU32,
    serving: AtomicU32,
}

impl TicketLock {
    fn lock(&self) {
        let mine = self.next.fetch_add(1, SeqCst);
        while self.serving.load(SeqCst) != mine {
            thread::yield_now();
        }
    }

    fn try_lock<const FIXED: bool>(&self) -> bool {
        let serving = self.serving.load(SeqCst);
        if FIXED {
            let drawn = self
                .next
                .compare_exchange(serving, serving + 1, SeqCst, SeqCst);
            return drawn.is_ok();
        }
        self.next.fetch_add(1, SeqCst) == serving
    }

    fn unlock(&self) {
        self.serving.fetch_add(1, SeqCst);
    }
}

pub fn body<const FIXED: bool>() {
    let lock = Arc::new(TicketLock::default());
    let theirs = Arc::clone(&lock);
    let other = thread::spawn(move || {
        if theirs.try_lock::<FIXED>() {
            theirs.unlock();
        }
    });
    lock.lock();
    lock.unlock();
    other.join().unwrap();
    lock.lock();
}
