//! expect: tampered
//!
//! Somebody else's answer, pasted in by the compiler.

include!("../../../solutions/ex03_no_order_promised/lib.rs");
