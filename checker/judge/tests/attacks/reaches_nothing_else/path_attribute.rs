//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solution, as a module in another file.
//! expect: tampered

#[path = "../../../../../../../../solutions/ex16_lost_update/lib.rs"]
mod mine;
pub use mine::Stock;
