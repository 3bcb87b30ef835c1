//! expect: wrong-answer in schedules::every_text_has_a_thread_of_its_own
//!
//! The right counts, and not one thread.

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    texts.iter().map(|text| count(text)).collect()
}
