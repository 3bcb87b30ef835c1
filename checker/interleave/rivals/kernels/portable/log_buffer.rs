//! Lines go into one buffer, whose length is kept beside it.
//!
//! Source: Apache 25520 in Lu et al. (ASPLOS 2008).
//! Goes wrong: two writers start at the same place, and one line is overwritten.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let log = Arc::new((AtomicUsize::new(0), [0; 4].map(AtomicU32::new)));
    let writers = [1, 2].map(|letter| {
        let log = Arc::clone(&log);
        thread::spawn(move || {
            let start = if FIXED {
                log.0.fetch_add(2, SeqCst)
            } else {
                log.0.load(SeqCst)
            };
            log.1[start].store(letter, SeqCst);
            log.1[start + 1].store(letter, SeqCst);
            if !FIXED {
                log.0.store(start + 2, SeqCst);
            }
        })
    });
    for writer in writers {
        writer.join().unwrap();
    }
    let sum: u32 = log.1.iter().map(|byte| byte.load(SeqCst)).sum();
    assert_eq!(sum, 6, "a line is overwritten");
}
