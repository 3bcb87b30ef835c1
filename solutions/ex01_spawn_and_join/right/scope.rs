//! expect: passed
//!
//! Scoped threads, which may borrow the texts.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    thread::scope(|scope| {
        let mut running = Vec::with_capacity(texts.len());
        for text in &texts {
            running.push(scope.spawn(|| count(text)));
        }
        running
            .into_iter()
            .map(|thread| thread.join().expect("a counting thread panicked"))
            .collect()
    })
}
