//! A compare and exchange whose failure nobody looks at.
//!
//! Source: a common slip in lock-free code; `#[must_use]` is there for it.
//! Goes wrong: the exchange fails, and the addition is lost.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let total = Arc::new(AtomicU32::new(0));
    let threads = [1, 2].map(|by| {
        let total = Arc::clone(&total);
        thread::spawn(move || {
            loop {
                let seen = total.load(SeqCst);
                let done = total.compare_exchange(seen, seen + by, SeqCst, SeqCst);
                if done.is_ok() || !FIXED {
                    break;
                }
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(total.load(SeqCst), 3, "an addition is lost");
}
