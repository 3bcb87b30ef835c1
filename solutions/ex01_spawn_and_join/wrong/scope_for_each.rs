//! expect: overlocked in schedules::all_texts_are_counted_at_the_same_time
//!
//! A scope in the loop waits for its one thread before the next scope begins.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut counts = vec![0; texts.len()];
    for (text, slot) in texts.iter().zip(&mut counts) {
        thread::scope(|scope| {
            scope.spawn(|| *slot = count(text));
        });
    }
    counts
}
