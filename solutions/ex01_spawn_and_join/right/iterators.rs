//! expect: passed
//!
//! The same two passes as iterators. The first `collect` matters: it starts every thread.

use std::thread::{self, JoinHandle};

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let handles: Vec<JoinHandle<usize>> = texts
        .into_iter()
        .map(|text| thread::spawn(move || count(&text)))
        .collect();
    handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect()
}
