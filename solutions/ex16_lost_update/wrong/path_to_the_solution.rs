//! expect: tampered
//!
//! Reaches for another file by `#[path]`.

#[path = "../../../solutions/ex16_lost_update/lib.rs"]
mod solution;

pub use solution::Stock;
