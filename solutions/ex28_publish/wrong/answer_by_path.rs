//! expect: tampered
//!
//! Uses the reference solution as a module.

#[path = "../../../solutions/ex28_publish/lib.rs"]
mod answer;

pub use answer::Published;
