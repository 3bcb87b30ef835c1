//! expect: passed
//!
//! A condition variable says when the last count is there.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let shared = Arc::new((
        Mutex::new((texts.len(), vec![0; texts.len()])),
        Condvar::new(),
    ));
    for (place, text) in texts.into_iter().enumerate() {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let words = count(&text);
            let (counts, finished) = &*shared;
            let mut counts = counts.lock().unwrap();
            counts.1[place] = words;
            counts.0 -= 1;
            if counts.0 == 0 {
                finished.notify_one();
            }
        });
    }
    let (counts, finished) = &*shared;
    let counts = finished
        .wait_while(counts.lock().unwrap(), |counts| counts.0 > 0)
        .unwrap();
    counts.1.clone()
}
