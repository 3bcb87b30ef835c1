//! expect: tampered
//!
//! Somebody else's answer, through a side door.

#[path = "../../../solutions/ex04_scoped_threads/lib.rs"]
mod answer;

pub use answer::{both_halves, both_halves_mut};
