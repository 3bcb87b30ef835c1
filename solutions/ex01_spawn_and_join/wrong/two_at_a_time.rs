//! expect: overlocked in schedules::all_texts_are_counted_at_the_same_time
//!
//! One thread for each text, but the third waits until the first two are done.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut counts = Vec::new();
    for pair in texts.chunks(2) {
        let handles: Vec<_> = pair
            .iter()
            .cloned()
            .map(|text| thread::spawn(move || count(&text)))
            .collect();
        counts.extend(handles.into_iter().map(|handle| handle.join().unwrap()));
    }
    counts
}
