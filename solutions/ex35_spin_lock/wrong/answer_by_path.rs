//! expect: tampered
//!
//! Uses the reference solution as a module.

#[path = "../../../solutions/ex35_spin_lock/lib.rs"]
mod answer;

pub use answer::{Guard, SpinLock};
