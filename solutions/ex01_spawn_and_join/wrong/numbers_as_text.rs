//! expect: wrong-answer in behaviour::a_hundred_texts_keep_their_order
//!
//! Puts the counts in order by numbers written as text, in which "10" comes before "9".

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let counts = Arc::new(Mutex::new(BTreeMap::new()));
    let mut handles = Vec::new();
    for (place, text) in texts.into_iter().enumerate() {
        let counts = Arc::clone(&counts);
        handles.push(thread::spawn(move || {
            let words = count(&text);
            counts.lock().unwrap().insert(place.to_string(), words);
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let counts = counts.lock().unwrap();
    counts.values().copied().collect()
}
