//! Each thread sets its flag and looks at the other's.
//!
//! Source: the SB litmus test; Adve and Gharachorloo, "Shared Memory Consistency
//! Models" (1996).
//! Goes wrong: with Relaxed both may miss the other's flag.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

pub fn body<const FIXED: bool>() {
    let order = if FIXED {
        Ordering::SeqCst
    } else {
        Ordering::Relaxed
    };
    let flags = Arc::new([false; 2].map(AtomicBool::new));
    let threads = [0, 1].map(|me| {
        let flags = Arc::clone(&flags);
        thread::spawn(move || {
            flags[me].store(true, order);
            flags[1 - me].load(order)
        })
    });
    let saw = threads.map(|thread| thread.join().unwrap());
    assert!(saw[0] || saw[1], "neither saw the other");
}
