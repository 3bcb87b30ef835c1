//! expect: race in schedules::the_counts_keep_the_order_of_the_texts
//!
//! Waits a while and hopes. On a busy machine a while is not enough.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let counts = Arc::new(Mutex::new(vec![0; texts.len()]));
    for (place, text) in texts.into_iter().enumerate() {
        let counts = Arc::clone(&counts);
        thread::spawn(move || {
            let words = count(&text);
            counts.lock().unwrap()[place] = words;
        });
    }
    thread::sleep(Duration::from_millis(200));
    let counts = counts.lock().unwrap();
    counts.clone()
}
