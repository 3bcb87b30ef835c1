//! A queue is closed while a taker waits.
//!
//! Source: GoBench and Tu et al., "Understanding Real-World Concurrency Bugs in
//! Go" (ASPLOS 2019), missing signal.
//! Goes wrong: `close` sets the flag under the lock and rings for nobody.
//! Expected: lost wakeup.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let queue = Arc::new((Mutex::new(false), Condvar::new()));
    let theirs = Arc::clone(&queue);
    let taker = thread::spawn(move || {
        let mut closed = theirs.0.lock().unwrap();
        while !*closed {
            closed = theirs.1.wait(closed).unwrap();
        }
    });
    *queue.0.lock().unwrap() = true;
    if FIXED {
        queue.1.notify_all();
    }
    taker.join().unwrap();
}
