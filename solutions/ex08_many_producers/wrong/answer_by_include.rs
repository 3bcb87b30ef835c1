//! expect: tampered
//!
//! Has the compiler paste the reference solution here.

include!("../../../solutions/ex08_many_producers/lib.rs");
