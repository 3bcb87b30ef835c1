//! expect: tampered
//!
//! Reaches for the reference instead of solving the exercise.

#[path = "../../../solutions/ex34_bounds_on_api/lib.rs"]
mod reference;

pub use reference::{parallel_map, run_all, spawn_task};
