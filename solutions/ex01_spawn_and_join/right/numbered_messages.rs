//! expect: passed
//!
//! No `join` at all: the channel ends when the last thread is done, and every message
//! carries the number of its text.

use std::sync::mpsc;
use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut counts = vec![0; texts.len()];
    let (sender, receiver) = mpsc::channel();
    for (place, text) in texts.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || sender.send((place, count(&text))).unwrap());
    }
    drop(sender);
    for (place, words) in receiver {
        counts[place] = words;
    }
    counts
}
