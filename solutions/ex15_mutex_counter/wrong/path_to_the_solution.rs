//! expect: tampered
//!
//! Reaches for another file by `#[path]`.

#[path = "../../../solutions/ex15_mutex_counter/lib.rs"]
mod solution;

pub use solution::tally_words;
