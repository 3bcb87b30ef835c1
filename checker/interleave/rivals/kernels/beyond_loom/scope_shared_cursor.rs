//! Workers of a scope share out a slice by a cursor.
//!
//! Source: the work sharing of `parsec` and of every thread pool.
//! Goes wrong: the cursor is read and moved in two steps; an item is done twice.
//! Expected: race.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let items = [1, 2, 3];
    let cursor = AtomicUsize::new(0);
    let total = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                loop {
                    let at = if FIXED {
                        cursor.fetch_add(1, SeqCst)
                    } else {
                        let at = cursor.load(SeqCst);
                        cursor.store(at + 1, SeqCst);
                        at
                    };
                    let Some(item) = items.get(at) else { break };
                    total.fetch_add(*item, SeqCst);
                }
            });
        }
    });
    assert_eq!(total.load(SeqCst), 6, "an item was done twice");
}
