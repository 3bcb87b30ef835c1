//! expect: timed-out in behaviour::forty_pages_are_scanned_at_the_same_time
//!
//! Starts four threads, waits for all of them, and starts the next four.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(BTreeMap::new()));
    let numbers: Vec<usize> = (0..pages).collect();
    for four in numbers.chunks(4) {
        let mut handles = Vec::new();
        for &page in four {
            let (scan, tally) = (Arc::clone(&scan), Arc::clone(&tally));
            handles.push(thread::spawn(move || {
                let text = scan(page);
                let mut tally = tally.lock().unwrap();
                for word in text.split_whitespace() {
                    *tally.entry(word.to_string()).or_insert(0) += 1;
                }
            }));
        }
        for handle in handles {
            handle.join().unwrap();
        }
    }
    let tally = tally.lock().unwrap();
    tally.clone()
}
