//! expect: passed
//!
//! Drops the handles, and asks a counter of finished threads until all of them are.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let many = texts.len();
    let counts = Arc::new(Mutex::new(vec![0; many]));
    let finished = Arc::new(AtomicUsize::new(0));
    for (place, text) in texts.into_iter().enumerate() {
        let counts = Arc::clone(&counts);
        let finished = Arc::clone(&finished);
        thread::spawn(move || {
            let words = count(&text);
            counts.lock().unwrap()[place] = words;
            finished.fetch_add(1, Ordering::Release);
        });
    }
    while finished.load(Ordering::Acquire) < many {
        thread::yield_now();
    }
    let counts = counts.lock().unwrap();
    counts.clone()
}
