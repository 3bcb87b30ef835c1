//! expect: tampered
//!
//! Uses the reference solution as a module.

#[path = "../../../solutions/ex13_worker_pool/lib.rs"]
mod answer;

pub use answer::Pool;
