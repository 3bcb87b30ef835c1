//! The last user of a counted object reads what the others wrote.
//!
//! Source: the fence in `Arc::drop`; Bos, "Rust Atomics and Locks", ch. 6.
//! Goes wrong: with Relaxed the last one misses the other's write.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicU32,
    Ordering::{AcqRel, Relaxed},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let order = if FIXED { AcqRel } else { Relaxed };
    let shared = Arc::new((AtomicU32::new(2), [0; 2].map(AtomicU32::new)));
    let users = [0, 1].map(|me| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            shared.1[me].store(1, Relaxed);
            if shared.0.fetch_sub(1, order) == 1 {
                let sum: u32 = shared.1.iter().map(|x| x.load(Relaxed)).sum();
                assert_eq!(sum, 2, "the other's last write is missing");
            }
        })
    });
    for user in users {
        user.join().unwrap();
    }
}
