//! expect: passed
//!
//! The reference.

/// The value, after it went through another thread.
pub fn through<T: Send + 'static>(value: T) -> T {
    std::thread::spawn(move || value).join().unwrap()
}
