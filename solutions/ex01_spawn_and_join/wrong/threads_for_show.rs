//! expect: wrong-answer in schedules::every_text_has_a_thread_of_its_own
//!
//! One thread for each text, none of which does anything.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let handles: Vec<_> = texts.iter().map(|_| thread::spawn(|| ())).collect();
    let counts = texts.iter().map(|text| count(text)).collect();
    for handle in handles {
        handle.join().unwrap();
    }
    counts
}
