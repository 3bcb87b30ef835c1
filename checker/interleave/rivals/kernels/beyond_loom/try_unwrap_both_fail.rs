//! Two owners of an `Arc`; whoever is last takes the value out.
//!
//! Source: the documentation of `Arc::into_inner`, which was added for this (2023).
//! Goes wrong: both `try_unwrap` fail, then both drop, and nobody has the value.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let got = Arc::new(AtomicU32::new(0));
    let late = Arc::new(AtomicU32::new(0));
    let value = Arc::new(5);
    let threads = [value.clone(), value].map(|value| {
        let (got, late) = (Arc::clone(&got), Arc::clone(&late));
        thread::spawn(move || {
            let inner = if FIXED {
                Arc::into_inner(value)
            } else {
                match Arc::try_unwrap(value) {
                    Ok(inner) => Some(inner),
                    Err(shared) => {
                        // Long enough a way to the drop.
                        late.fetch_add(1, SeqCst);
                        drop(shared);
                        None
                    }
                }
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
