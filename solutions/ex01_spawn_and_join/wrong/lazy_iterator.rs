//! expect: overlocked in schedules::all_texts_are_counted_at_the_same_time
//!
//! Looks like two passes and is one: without a `collect` between them, iterators take
//! each text through both steps before they touch the next.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    texts
        .into_iter()
        .map(|text| thread::spawn(move || count(&text)))
        .map(|handle| handle.join().unwrap())
        .collect()
}
