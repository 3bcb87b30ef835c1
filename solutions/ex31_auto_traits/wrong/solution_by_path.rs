//! expect: tampered
//!
//! Reaches for the reference instead of solving the exercise.

#[path = "../../../solutions/ex31_auto_traits/lib.rs"]
mod reference;

pub use reference::{Meter, Screen, Tray};
