//! expect: wrong-answer in schedules::every_text_has_a_thread_of_its_own
//!
//! New threads for all texts but the last, which the calling thread counts itself.

use std::thread;

pub fn count_all(mut texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let Some(last) = texts.pop() else {
        return Vec::new();
    };
    let handles: Vec<_> = texts
        .into_iter()
        .map(|text| thread::spawn(move || count(&text)))
        .collect();
    let last = count(&last);
    let mut counts: Vec<usize> = handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect();
    counts.push(last);
    counts
}
