//! expect: tampered
//!
//! Somebody else's answer, through a side door.

#[path = "../../../solutions/ex01_spawn_and_join/lib.rs"]
mod answer;

pub use answer::count_all;
