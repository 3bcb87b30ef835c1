//! A barrier for two, and a worker that may not come.
//!
//! Source: GoBench and the OpenMP literature, barrier not met by all.
//! Goes wrong: a worker that finds no job leaves, and the other waits for it.
//! Expected: deadlock.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Barrier};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Barrier::new(2), AtomicU32::new(2)));
    let workers = [2, 1].map(|wanted| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let left = shared.1.load(SeqCst);
            let nothing = left == 0;
            shared.1.store(left.saturating_sub(wanted), SeqCst);
            if nothing && !FIXED {
                return;
            }
            shared.0.wait();
        })
    });
    for worker in workers {
        worker.join().unwrap();
    }
}
