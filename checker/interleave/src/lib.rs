//! A `std` look-alike that runs a concurrent program under every schedule that
//! matters.
//!
//! A test takes the look-alike for `std`, and with it the program under test:
//!
//! ```
//! #[macro_use]
//! extern crate interleave as std;
//! extern crate interleave as core;
//!
//! use std::sync::Mutex;
//! use std::thread;
//!
//! fn main() {
//!     interleave::explore(|| {
//!         let total = Mutex::new(0);
//!         thread::scope(|s| {
//!             s.spawn(|| *total.lock().unwrap() += 1);
//!             s.spawn(|| *total.lock().unwrap() += 1);
//!         });
//!         assert_eq!(*total.lock().unwrap(), 2);
//!     });
//! }
//! ```
//!
//! # What it owns
//!
//! - **The scheduler.** Threads are coroutines on one thread of the system. Each
//!   step that others could notice, a lock, a message, an atomic, is a point at
//!   which another thread may go on instead.
//! - **The memory model.** A load may read any value that C11 allows it to read.
//! - **The clock.** Nothing sleeps for real; a timeout may pass at any moment.
//!
//! # What it searches
//!
//! Small programs whole: one schedule of each class of schedules that differ only
//! in the order of steps that do not touch each other. Larger ones up to one and
//! two preemptions, then at random from pinned seeds. All budgets count
//! executions, so the same program gives the same verdict on every machine. See
//! [`Explorer`] for the budget and [`FailureKind`] for what can be found.
//!
//! # What it does not model
//!
//! It refuses by name what it cannot follow: panic hooks, atomics
//! made from pointers. It sees no use of a plain value that threads share through
//! an `unsafe impl Sync`, unless it is in an `UnsafeCell`; some more schedules that
//! also switch between steps watch for programs that depend on one.
//! Outside of [`explore`] everything works as in `std`.
//!
//! More than 1,000 threads in one execution are refused, and so is a thread that
//! waits for real input or output. A program may also crash: its stack overflows
//! (a thread has 2 MB), a destructor panics while its thread unwinds, it aborts.
//! All of this fails the exploration and is told; the test process goes on. So
//! does it when a thread runs or waits for 5 seconds without a step that others
//! could notice. `INTERLEAVE_PATIENCE_SECONDS` sets another number, 0 for ever. It
//! counts time that the thread had, not time that a busy machine kept from it,
//! and it is the one thing here that is counted in time. Linux and macOS, on `x86_64` and
//! `aarch64`, can go on after a crash; on other systems only a stack overflow
//! near a step or an allocation is told, and a hang ends the process with a message.
//!
//! # Where things are
//!
//! `engine` runs one execution; `search` chooses what to run next; `sync`,
//! `thread` and the other public modules look like `std` and announce their steps
//! to the engine; `explore` puts the searches in order; `report` and `story` tell
//! what was found.
#![allow(unsafe_code)]
// For `Arc` and nothing else: see `sync::arc`. What stands beside the first line is for
// those who are shown it by the compiler.
#![feature(coerce_unsized, unsize)] // Run cargo inside the workbook: .cargo/config.toml allows it.
#![feature(clone_to_uninit, dispatch_from_dyn, dropck_eyepatch)]
#![feature(legacy_receiver_trait, pin_coerce_unsized_trait)]
// The modules of the number types are passed on for old code that names them.
#![allow(clippy::legacy_numeric_constants)]

pub use ::std::{
    alloc, any, arch, array, ascii, backtrace, borrow, boxed, char, clone, cmp, collections,
    convert, default, env, error, f32, f64, ffi, fmt, fs, future, hash, i8, i16, i32, i64, i128,
    io, isize, iter, marker, mem, net, num, ops, option, os, path, pin, prelude, primitive,
    process, ptr, range, rc, result, slice, str, string, u8, u16, u32, u64, u128, usize, vec,
};
pub use ::std::{
    assert, assert_eq, assert_ne, cfg, cfg_select, column, compile_error, concat, debug_assert,
    debug_assert_eq, debug_assert_ne, file, format, format_args, include, include_bytes,
    include_str, line, matches, module_path, option_env, stringify, todo, unimplemented,
    unreachable, write, writeln,
};

#[allow(deprecated)]
pub use ::std::r#try;

pub mod cell;
mod engine;
mod explore;
mod handle;
pub mod hint;
pub mod panic;
mod play;
#[doc(hidden)]
pub mod print;
mod report;
mod rerun;
mod search;
mod source;
mod story;
pub mod sync;
pub mod task;
pub mod thread;
pub mod time;

pub use explore::{Coverage, Explorer, Outcome, explore, live_threads, threads_spawned};
#[doc(hidden)]
pub use explore::{Sometime as __Sometime, note_sometime as __note_sometime};
#[doc(hidden)]
pub use report::report_to as __report_to;
pub use report::{FailureKind, REPORT_VERSION, Report};

/// The real standard library. A judge can look for this name in a learner's file: no
/// program that means the look-alike has it.
pub mod the_real_std {
    pub use ::std::*;
}

/// As in `std`.
#[macro_export]
macro_rules! panic {
    ($($arg:tt)*) => { $crate::the_real_std::panic!($($arg)*) };
}

/// Demands that at least one schedule makes a condition true.
///
/// A program can be right on every schedule and still be useless: a "parallel"
/// solution that lets one thread in at a time never gives a wrong answer. So a
/// test says what must be *possible*: the exploration fails as
/// [`FailureKind::Overlocked`] if no schedule reaches the line with the
/// condition true. Put it where every execution comes by.
///
/// ```
/// # #[macro_use] extern crate interleave;
/// use interleave::sync::atomic::{AtomicU32, Ordering::Relaxed};
/// use interleave::thread;
///
/// interleave::explore(|| {
///     let first = AtomicU32::new(0);
///     thread::scope(|s| {
///         s.spawn(|| first.compare_exchange(0, 1, Relaxed, Relaxed));
///         s.spawn(|| first.compare_exchange(0, 2, Relaxed, Relaxed));
///     });
///     sometimes!(first.load(Relaxed) == 2, "the second thread comes first");
/// });
/// ```
#[macro_export]
macro_rules! sometimes {
    ($condition:expr, $what:expr $(,)?) => {{
        static POINT: $crate::__Sometime = $crate::__Sometime::new(
            $what,
            $crate::the_real_std::file!(),
            $crate::the_real_std::line!(),
        );
        $crate::__note_sometime(&POINT, $condition);
    }};
}
