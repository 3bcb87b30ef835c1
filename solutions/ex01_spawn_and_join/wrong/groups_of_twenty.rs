//! expect: timed-out in behaviour::a_hundred_texts_are_counted_at_the_same_time
//!
//! Fears too many threads: starts twenty, waits for them, and starts the next twenty.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut counts = Vec::new();
    for group in texts.chunks(20) {
        let handles: Vec<_> = group
            .iter()
            .cloned()
            .map(|text| thread::spawn(move || count(&text)))
            .collect();
        for handle in handles {
            counts.push(handle.join().unwrap());
        }
    }
    counts
}
