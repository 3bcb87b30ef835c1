//! # 02 Clicks
//!
//! Count the clicks of several threads in one place.

/// How many clicks were counted when `threads` threads clicked once each. Keep the signature.
pub fn count_clicks(threads: usize) -> usize {
    todo!("count the clicks of {threads} threads")
}
