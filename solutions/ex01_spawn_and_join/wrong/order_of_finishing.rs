//! expect: race in schedules::the_counts_keep_the_order_of_the_texts
//!
//! Each thread adds its count to the end of one list: the fastest comes first.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let counts = Arc::new(Mutex::new(Vec::new()));
    let mut handles = Vec::new();
    for text in texts {
        let counts = Arc::clone(&counts);
        handles.push(thread::spawn(move || {
            let words = count(&text);
            counts.lock().unwrap().push(words);
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let counts = counts.lock().unwrap();
    counts.clone()
}
