//! expect: tampered
//!
//! Points at the solution instead of solving the exercise.

include!("../../../solutions/ex21_condvar_queue/lib.rs");
