//! expect: compile-error
//!
//! An iterator is no vector.

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    numbers.iter().map(|n| n * 2)
}
