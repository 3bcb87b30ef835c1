//! # 03 Hand over
//!
//! Hand a value to a thread and take it back.

/// The value, after it went through another thread. Add the bounds.
pub fn through<T: Send + 'static>(value: T) -> T {
    let _kept = value;
    todo!("start a thread that returns the value")
}
