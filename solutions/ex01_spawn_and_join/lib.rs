//! expect: passed
//!
//! The reference for exercise 01: start every thread, then wait for each in turn.

use std::thread;

/// Counts the words of each text, with one thread for each, all of them at the same time.
pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    // First pass: start them all. `spawn` does not wait, so that after this loop every
    // thread is under way. `move` gives each closure its own `text`.
    let mut handles = Vec::new();
    for text in texts {
        handles.push(thread::spawn(move || count(&text)));
    }

    // Second pass: collect. The threads may finish in any order, but we ask the first
    // handle first, so that the counts stand in the order of the texts. A thread that
    // has finished long ago has kept its answer for us.
    let mut counts = Vec::new();
    for handle in handles {
        counts.push(handle.join().unwrap());
    }
    counts
}
