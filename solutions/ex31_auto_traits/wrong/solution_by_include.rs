//! expect: tampered
//!
//! Reaches for the reference by `include!`.

include!("../../../solutions/ex31_auto_traits/lib.rs");
