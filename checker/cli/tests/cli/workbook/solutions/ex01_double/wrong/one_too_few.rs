//! expect: wrong-answer in schedules::both_answers_are_right
//!
//! The last number is forgotten.

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    numbers.iter().rev().skip(1).rev().map(|n| n * 2).collect()
}
