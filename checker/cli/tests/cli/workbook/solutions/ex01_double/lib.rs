//! expect: passed
//!
//! The reference: start all, then join all.

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    let handles: Vec<_> = numbers
        .iter()
        .map(|&number| std::thread::spawn(move || number * 2))
        .collect();
    handles.into_iter().map(|handle| handle.join().unwrap()).collect()
}
