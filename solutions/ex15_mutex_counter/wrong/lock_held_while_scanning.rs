//! expect: overlocked in schedules::two_pages_are_scanned_at_the_same_time
//!
//! Locks first and scans afterwards. The count is right, but every other thread
//! waits outside while one page is scanned.

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
                let mut tally = tally.lock().unwrap();
                for word in scan(page).split_whitespace() {
                    *tally.entry(word.to_string()).or_insert(0) += 1;
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
