//! expect: tampered
//!
//! Uses the reference solution as a module.

#[path = "../../../solutions/ex07_first_channel/lib.rs"]
mod answer;

pub use answer::{hottest, start_sensor};
