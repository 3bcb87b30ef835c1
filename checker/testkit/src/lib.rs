//! What the tests of every exercise share.
//!
//! - [`watchdog`] puts an end to a test that hangs, and says what each thread was waiting for.
//! - [`compile_cases`] builds small programs that the compiler must refuse, and
//!   their honest twins that it must accept. [`marks`] is how a program says which it is.
//! - `sworn`, for the judge alone: a test program whose word can be believed.

#[cfg(feature = "compile-cases")]
mod cases;
pub mod marks;
#[cfg(feature = "sworn")]
pub mod sworn;
mod threads;
mod watchdog;

#[cfg(feature = "compile-cases")]
pub use cases::compile_cases;
pub use threads::MONITOR;
pub use watchdog::{HUNG_EXIT_CODE, watchdog};
