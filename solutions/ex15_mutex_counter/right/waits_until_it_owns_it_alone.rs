//! expect: passed
//!
//! Waits until every thread has dropped its handle on the mutex. Takes time from the others,
//! but the lock hands over what they counted.

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
        let (scan, tally) = (Arc::clone(&scan), Arc::clone(&tally));
        thread::spawn(move || {
            let text = scan(page);
            let mut tally = tally.lock().unwrap();
            for word in text.split_whitespace() {
                *tally.entry(word.to_string()).or_insert(0) += 1;
            }
        });
    }
    while Arc::strong_count(&tally) > 1 {
        thread::yield_now();
    }
    let tally = tally.lock().unwrap();
    tally.clone()
}
