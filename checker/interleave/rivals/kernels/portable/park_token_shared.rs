//! Two events unpark one thread, which parks once for each.
//!
//! Source: the documentation of `std::thread::park`: one token, not a count.
//! Goes wrong: both events come before the first park; one token is left.
//! Expected: lost wakeup.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let events = Arc::new(AtomicU32::new(0));
    let main = thread::current();
    let threads = [(); 2].map(|()| {
        let (events, main) = (Arc::clone(&events), main.clone());
        thread::spawn(move || {
            events.fetch_add(1, SeqCst);
            main.unpark();
        })
    });
    if FIXED {
        while events.load(SeqCst) < 2 {
            thread::park();
        }
    } else {
        thread::park();
        thread::park();
    }
    for thread in threads {
        thread.join().unwrap();
    }
}
