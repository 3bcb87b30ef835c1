//! expect: tampered
//!
//! Reaches for another file by `#[path]`.

#[path = "../../../solutions/ex21_condvar_queue/lib.rs"]
mod solution;

pub use solution::Queue;
