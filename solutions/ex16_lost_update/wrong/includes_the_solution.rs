//! expect: tampered
//!
//! Points at the solution instead of mending the code.

include!("../../../solutions/ex16_lost_update/lib.rs");
