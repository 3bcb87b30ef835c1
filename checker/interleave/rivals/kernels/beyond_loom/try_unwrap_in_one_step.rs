//! Two owners of an `Arc`; whoever is last takes the value out.
//!
//! Source: the documentation of `Arc::into_inner`, which was added for this (2023).
//! Goes wrong: both `try_unwrap` fail, then both drop, and nobody has the value.
//! Nothing shared happens between the failure and the drop but the count itself.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let got = Arc::new(AtomicU32::new(0));
    let value = Arc::new(5);
    let threads = [value.clone(), value].map(|value| {
        let got = Arc::clone(&got);
        thread::spawn(move || {
            let inner = if FIXED {
                Arc::into_inner(value)
            } else {
                Arc::try_unwrap(value).ok()
            };
            if let Some(inner) = inner {
                got.fetch_add(inner, SeqCst);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(got.load(SeqCst), 5, "nobody has the value");
}
