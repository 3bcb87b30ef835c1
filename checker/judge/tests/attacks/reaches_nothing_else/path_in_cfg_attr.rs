//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solution, as a module by an attribute within an attribute.
//! expect: tampered

#[cfg_attr(all(), path = "../../../../../../../../solutions/ex16_lost_update/lib.rs")]
mod mine;
pub use mine::Stock;
