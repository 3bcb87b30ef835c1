//! expect: tampered
//!
//! Has the compiler paste the reference solution here.

include!("../../../solutions/ex25_atomic_counter/lib.rs");
