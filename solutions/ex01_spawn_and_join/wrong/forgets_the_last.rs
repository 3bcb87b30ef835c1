//! expect: race in schedules::the_counts_keep_the_order_of_the_texts
//!
//! Off by one: joins every thread but the last.

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
    for _ in 1..handles.len() {
        handles.remove(0).join().unwrap();
    }
    let counts = counts.lock().unwrap();
    counts.clone()
}
