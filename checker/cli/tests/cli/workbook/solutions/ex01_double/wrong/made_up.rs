//! expect: wrong-answer in behaviour::every_number_is_doubled
//!
//! The answers of one test are written down.

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    let answers = vec![2, 4];
    debug_assert_eq!(answers.len(), numbers.len().min(2));
    answers
}
