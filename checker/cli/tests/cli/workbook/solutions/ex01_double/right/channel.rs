//! expect: passed
//!
//! Answers come back with their places.

use std::sync::mpsc;

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    let (sender, receiver) = mpsc::channel();
    for (place, &number) in numbers.iter().enumerate() {
        let sender = sender.clone();
        std::thread::spawn(move || sender.send((place, number * 2)).unwrap());
    }
    drop(sender);
    let mut answers: Vec<_> = receiver.iter().collect();
    answers.sort_unstable();
    answers.into_iter().map(|(_, answer)| answer).collect()
}
