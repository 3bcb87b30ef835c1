//! expect: race in schedules::both_answers_are_right
//!
//! The answers come in the order in which the threads finish.

/// Each number twice.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    let (sender, receiver) = std::sync::mpsc::channel();
    for &number in numbers {
        let sender = sender.clone();
        std::thread::spawn(move || sender.send(number * 2).unwrap());
    }
    drop(sender);
    receiver.iter().collect()
}
