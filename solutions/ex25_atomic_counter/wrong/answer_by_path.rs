//! expect: tampered
//!
//! Uses the reference solution as a module.

#[path = "../../../solutions/ex25_atomic_counter/lib.rs"]
mod answer;

pub use answer::{Tickets, serve_all};
