//! expect: overlocked in schedules::two_pages_are_scanned_at_the_same_time
//!
//! Starts and joins in one chain of iterators. Iterators are lazy: each thread is
//! joined before the next one starts.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(BTreeMap::new()));
    (0..pages)
        .map(|page| {
            let (scan, tally) = (Arc::clone(&scan), Arc::clone(&tally));
            thread::spawn(move || {
                let text = scan(page);
                let mut tally = tally.lock().unwrap();
                for word in text.split_whitespace() {
                    *tally.entry(word.to_string()).or_insert(0) += 1;
                }
            })
        })
        .for_each(|thread| thread.join().unwrap());
    std::mem::take(&mut *tally.lock().unwrap())
}
