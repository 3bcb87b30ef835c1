//! Known concurrency bugs, each as small as it can be and each with a fixed twin.
//!
//! The patterns are those of the literature; each file names its source. All of
//! them are written anew, in plain `std`, so that one source can be compiled
//! against any look-alike: the crate that includes this module says which, by
//! `extern crate ... as std`.

/// What goes wrong in a kernel.
#[allow(dead_code, reason = "not every rival can run every kind")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// An assertion fails on some schedules.
    Race,
    /// Every thread waits.
    Deadlock,
    /// Threads go round without end.
    Livelock,
    /// A deadlock because a notice came when nobody slept, or never.
    LostWakeup,
    /// An assertion fails, but never under sequential consistency.
    WeakMemory,
    /// Two accesses to an `UnsafeCell` that nothing orders.
    DataRace,
}

/// A bug and its fixed twin.
#[allow(dead_code, reason = "who only runs kernels asks for no kind")]
#[derive(Clone, Copy)]
pub struct Kernel {
    /// The name of its file.
    pub name: &'static str,
    /// What goes wrong.
    pub expected: Expected,
    /// Fails on some schedule.
    pub buggy: fn(),
    /// Fails on none.
    pub fixed: fn(),
}

macro_rules! kernel {
    ($name:ident, $expected:ident) => {
        Kernel {
            name: stringify!($name),
            expected: $crate::table::Expected::$expected,
            buggy: $name::body::<false>,
            fixed: $name::body::<true>,
        }
    };
}
