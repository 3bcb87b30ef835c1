//! expect: passed
//!
//! The caller parks until the last thread wakes it.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let many = texts.len();
    let counts = Arc::new(Mutex::new(vec![None; many]));
    let caller = thread::current();
    for (place, text) in texts.into_iter().enumerate() {
        let (counts, caller) = (Arc::clone(&counts), caller.clone());
        thread::spawn(move || {
            let words = count(&text);
            counts.lock().unwrap()[place] = Some(words);
            caller.unpark();
        });
    }
    loop {
        let seen: Option<Vec<usize>> = counts.lock().unwrap().iter().copied().collect();
        if let Some(counts) = seen {
            return counts;
        }
        thread::park();
    }
}
