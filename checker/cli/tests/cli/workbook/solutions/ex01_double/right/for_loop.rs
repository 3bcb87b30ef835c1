//! expect: passed
//!
//! The same with loops.

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    let mut handles = Vec::new();
    for &number in numbers {
        handles.push(std::thread::spawn(move || number + number));
    }
    let mut answers = Vec::new();
    for handle in handles {
        answers.push(handle.join().unwrap());
    }
    answers
}
