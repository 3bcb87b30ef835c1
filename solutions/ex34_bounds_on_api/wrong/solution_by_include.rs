//! expect: tampered
//!
//! Reaches for the reference by `include!`.

include!("../../../solutions/ex34_bounds_on_api/lib.rs");
