//! expect: passed
//!
//! Threads that borrow.

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    std::thread::scope(|scope| {
        let handles: Vec<_> = numbers.iter().map(|n| scope.spawn(move || n * 2)).collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).collect()
    })
}
