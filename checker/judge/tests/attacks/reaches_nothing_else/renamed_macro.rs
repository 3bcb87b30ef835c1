//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solution, by a macro under another name.
//! expect: tampered

use std::include as harmless;

mod mine {
    super::harmless!("../../../../../../../../solutions/ex16_lost_update/lib.rs");
}
pub use mine::Stock;
