//! expect: tampered
//!
//! Points at the solution instead of mending the code.

include!("../../../solutions/ex42_lost_wakeup/lib.rs");
