//! expect: overlocked in schedules::all_texts_are_counted_at_the_same_time
//!
//! The first idea: start a thread, wait for it, start the next. Never two at a time.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut counts = Vec::new();
    for text in texts {
        let handle = thread::spawn(move || count(&text));
        counts.push(handle.join().unwrap());
    }
    counts
}
