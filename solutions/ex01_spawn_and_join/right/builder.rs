//! expect: passed
//!
//! Named threads: the name stands in the message when one of them panics.

use std::thread::Builder;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut handles = Vec::new();
    for (number, text) in texts.into_iter().enumerate() {
        let handle = Builder::new()
            .name(format!("text {number}"))
            .spawn(move || count(&text))
            .expect("the system has no thread to give");
        handles.push(handle);
    }
    handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect()
}
