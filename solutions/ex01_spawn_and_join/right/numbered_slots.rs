//! expect: passed
//!
//! Each thread writes its count into the place of its text.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let counts = Arc::new(Mutex::new(vec![0; texts.len()]));
    let mut handles = Vec::new();
    for (place, text) in texts.into_iter().enumerate() {
        let counts = Arc::clone(&counts);
        handles.push(thread::spawn(move || {
            let words = count(&text);
            counts.lock().unwrap()[place] = words;
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let counts = counts.lock().unwrap();
    counts.clone()
}
