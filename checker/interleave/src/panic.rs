//! The look-alike of `std::panic`.

#[allow(deprecated)]
pub use ::std::panic::PanicInfo;
pub use ::std::panic::{
    AssertUnwindSafe, Location, PanicHookInfo, RefUnwindSafe, UnwindSafe, panic_any,
};

use crate::engine::{self, refuse};
use ::std::any::Any;
use ::std::panic as real;
use ::std::thread::Result;

/// As in `std`.
///
/// # Errors
///
/// The panic, if `f` panics.
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R> {
    let before = panics_under_way();
    let result = real::catch_unwind(f);
    if result.is_err() {
        caught(before);
    }
    result
}

fn panics_under_way() -> Option<u32> {
    engine::with(|e| e.thread().panics)
}

/// The panics since then are over.
fn caught(before: Option<u32>) {
    if let Some(before) = before {
        engine::with(|e| e.thread().panics = before);
    }
}

/// As in `std`.
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    // The panic hook, where panics are counted, does not see this one.
    engine::with(|e| e.thread().panics += 1);
    real::resume_unwind(payload)
}

/// As in `std`; refused while exploring.
#[track_caller]
pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {
    if engine::is_active() {
        refuse(
            "panic::set_hook",
            "set the hook outside of the code that is tested",
        );
    }
    real::set_hook(hook);
}

/// As in `std`; refused while exploring.
#[track_caller]
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {
    if engine::is_active() {
        refuse(
            "panic::take_hook",
            "take the hook outside of the code that is tested",
        );
    }
    real::take_hook()
}
