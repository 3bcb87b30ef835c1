//! expect: tampered
//!
//! Points at the solution instead of solving the exercise.

include!("../../../solutions/ex15_mutex_counter/lib.rs");
