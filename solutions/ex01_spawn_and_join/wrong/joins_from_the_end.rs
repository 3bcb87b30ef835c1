//! expect: wrong-answer in schedules::the_counts_keep_the_order_of_the_texts
//!
//! `pop` takes the last handle first, so the counts come out back to front.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut handles = Vec::new();
    for text in texts {
        handles.push(thread::spawn(move || count(&text)));
    }
    let mut counts = Vec::new();
    while let Some(handle) = handles.pop() {
        counts.push(handle.join().unwrap());
    }
    counts
}
