//! expect: race in schedules::every_word_is_counted
//!
//! Copies the tally out of the mutex, adds to the copy, and puts the copy back.
//! Whatever other threads put back meanwhile is gone.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(BTreeMap::new()));
    let threads: Vec<_> = (0..pages)
        .map(|page| {
            let (scan, tally) = (Arc::clone(&scan), Arc::clone(&tally));
            thread::spawn(move || {
                let text = scan(page);
                let mut copy = tally.lock().unwrap().clone();
                for word in text.split_whitespace() {
                    *copy.entry(word.to_string()).or_insert(0) += 1;
                }
                *tally.lock().unwrap() = copy;
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
