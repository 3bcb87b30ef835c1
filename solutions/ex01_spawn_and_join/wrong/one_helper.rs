//! expect: wrong-answer in schedules::every_text_has_a_thread_of_its_own
//!
//! A new thread, but one for all texts.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let helper = thread::spawn(move || texts.iter().map(|text| count(text)).collect());
    helper.join().unwrap()
}
