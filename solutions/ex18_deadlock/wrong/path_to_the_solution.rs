//! expect: tampered
//!
//! Reaches for another file by `#[path]`.

#[path = "../../../solutions/ex18_deadlock/lib.rs"]
mod solution;

pub use solution::Bank;
