//! expect: overlocked in schedules::two_pages_are_scanned_at_the_same_time
//!
//! Joins each thread as soon as it has started it, so the pages are scanned one
//! after the other.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(BTreeMap::new()));
    for page in 0..pages {
        let (scan, counter) = (Arc::clone(&scan), Arc::clone(&tally));
        let thread = thread::spawn(move || {
            let text = scan(page);
            let mut tally = counter.lock().unwrap();
            for word in text.split_whitespace() {
                *tally.entry(word.to_string()).or_insert(0) += 1;
            }
        });
        thread.join().unwrap();
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
