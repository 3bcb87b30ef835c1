//! expect: tampered
//!
//! Points at the solution instead of solving the exercise.

include!("../../../solutions/ex18_deadlock/lib.rs");
