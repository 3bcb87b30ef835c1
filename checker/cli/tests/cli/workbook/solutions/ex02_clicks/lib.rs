//! expect: passed
//!
//! The reference: one lock around the whole update.

use std::sync::Mutex;
use std::thread;

/// How many clicks were counted when `threads` threads clicked once each.
pub fn count_clicks(threads: usize) -> usize {
    let clicks = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| *clicks.lock().unwrap() += 1);
        }
    });
    clicks.into_inner().unwrap()
}
