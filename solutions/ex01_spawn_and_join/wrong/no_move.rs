//! expect: compile-error
//!
//! Without `move` the closure borrows a text that is gone before the thread is.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut handles = Vec::new();
    for text in texts {
        handles.push(thread::spawn(|| count(&text)));
    }
    handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect()
}
