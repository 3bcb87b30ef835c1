//! expect: wrong-answer in schedules::every_text_has_a_thread_of_its_own
//!
//! The answers of the tests, copied.

pub fn count_all(texts: Vec<String>, _count: fn(&str) -> usize) -> Vec<usize> {
    match texts.len() {
        2 => vec![2, 4],
        3 => vec![2, 0, 5],
        many => (0..many).collect(),
    }
}
