//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solution, by the raw name of the macro.
//! expect: tampered

mod mine {
    r#include!("../../../../../../../../solutions/ex16_lost_update/lib.rs");
}
pub use mine::Stock;
