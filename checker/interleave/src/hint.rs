//! The look-alike of `std::hint`.

pub use ::std::hint::{
    assert_unchecked, black_box, cold_path, select_unpredictable, unreachable_unchecked,
};

use crate::engine::op::Act;
use ::std::panic::Location;

/// As in `std`: a step at which others go first.
#[track_caller]
pub fn spin_loop() {
    if crate::engine::is_active() {
        crate::thread::give_way(Act::Spin, Location::caller());
    } else {
        ::std::hint::spin_loop();
    }
}
