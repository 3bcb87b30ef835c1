//! expect: passed
//!
//! A barrier lets nobody begin before all threads are there.

use std::sync::{Arc, Barrier};
use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let start = Arc::new(Barrier::new(texts.len()));
    let handles: Vec<_> = texts
        .into_iter()
        .map(|text| {
            let start = Arc::clone(&start);
            thread::spawn(move || {
                start.wait();
                count(&text)
            })
        })
        .collect();
    handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect()
}
