//! expect: passed
//!
//! A chain: each thread starts the one for the next text, counts its own, and then waits.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    count_from(texts.into_iter(), count)
}

fn count_from(mut texts: std::vec::IntoIter<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let Some(text) = texts.next() else {
        return Vec::new();
    };
    let own = thread::spawn(move || {
        let others = thread::spawn(move || count_from(texts, count));
        let mut counts = vec![count(&text)];
        counts.extend(others.join().unwrap());
        counts
    });
    own.join().unwrap()
}
