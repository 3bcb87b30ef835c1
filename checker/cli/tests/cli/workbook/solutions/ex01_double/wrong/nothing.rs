//! expect: wrong-answer in schedules::both_answers_are_right
//!
//! The numbers come back as they were.

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    numbers.to_vec()
}
