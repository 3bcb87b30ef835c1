//! expect: wrong-answer in behaviour::no_texts_give_no_counts
//!
//! Takes the first handle apart from the others, also when there is none.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut handles: Vec<_> = texts
        .into_iter()
        .map(|text| thread::spawn(move || count(&text)))
        .collect();
    let mut counts = vec![handles.remove(0).join().unwrap()];
    for handle in handles {
        counts.push(handle.join().unwrap());
    }
    counts
}
