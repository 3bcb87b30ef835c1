//! expect: passed
//!
//! Looks whether a thread has finished before it joins it, and takes the count of whoever has.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let mut counts = vec![0; texts.len()];
    let mut running: Vec<_> = texts
        .into_iter()
        .map(|text| thread::spawn(move || count(&text)))
        .enumerate()
        .collect();
    while !running.is_empty() {
        let (finished, others) = running
            .into_iter()
            .partition(|(_, handle)| handle.is_finished());
        running = others;
        let finished: Vec<_> = finished;
        for (place, handle) in finished {
            counts[place] = handle.join().unwrap();
        }
        thread::yield_now();
    }
    counts
}
