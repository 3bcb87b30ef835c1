//! expect: overlocked in schedules::three_pages_are_scanned_at_the_same_time
//!
//! As many threads as there are processors: each scans several pages, one after the other.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(BTreeMap::new()));
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let handles: Vec<_> = (0..threads)
        .map(|first| {
            let (scan, tally) = (Arc::clone(&scan), Arc::clone(&tally));
            thread::spawn(move || {
                for page in (first..pages).step_by(threads) {
                    let text = scan(page);
                    let mut tally = tally.lock().unwrap();
                    for word in text.split_whitespace() {
                        *tally.entry(word.to_string()).or_insert(0) += 1;
                    }
                }
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    let tally = tally.lock().unwrap();
    tally.clone()
}
