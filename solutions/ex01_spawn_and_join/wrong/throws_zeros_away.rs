//! expect: wrong-answer in behaviour::three_texts_give_three_counts
//!
//! Takes a 0 for a place that was never filled. An empty text has 0 words.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut counts = vec![0; texts.len()];
    thread::scope(|scope| {
        for (text, place) in texts.iter().zip(&mut counts) {
            scope.spawn(|| *place = count(text));
        }
    });
    counts.retain(|&words| words != 0);
    counts
}
