//! expect: tampered
//!
//! Somebody else's answer, through a side door.

#[path = "../../../solutions/ex05_rc_is_not_send/lib.rs"]
mod answer;

pub use answer::{Documents, in_background};
