//! A failure that needs three switches at three places.
//!
//! Source: the depth of a bug in Burckhardt et al., "A Randomized Scheduler with
//! Probabilistic Guarantees" (ASPLOS 2010); its worst case is a chain like this.
//! Goes wrong: each thread takes its next step only right after the other's.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let chain = Arc::new(AtomicU32::new(0));
    let threads = [0, 1].map(|start| {
        let chain = Arc::clone(&chain);
        thread::spawn(move || {
            for at in [start, start + 2] {
                // Anybody who comes too early breaks the chain for ever.
                let seen = chain.load(SeqCst);
                let next = if seen == at { at + 1 } else { 99 };
                chain.store(next, SeqCst);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    let end = chain.load(SeqCst);
    assert!(end != 4 || FIXED, "the chain was closed");
}
