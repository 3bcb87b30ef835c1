//! expect: passed
//!
//! The reference: one tally, one mutex, one thread a page. Each thread scans
//! first and locks afterwards.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

/// Scans `pages` pages, each on a thread of its own, and counts their words.
pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    // The mutex goes round the tally, and the `Arc` round the mutex: there is one
    // lock and one tally, and every thread owns a handle to them.
    let tally = Arc::new(Mutex::new(BTreeMap::new()));

    // All the threads call `scan` as well. It changes nothing, so it needs no lock.
    let scan = Arc::new(scan);

    // `collect` starts all the threads before the first `join`. Without it the
    // iterator would start one, wait for it, start the next.
    let threads: Vec<_> = (0..pages)
        .map(|page| {
            let tally = Arc::clone(&tally);
            let scan = Arc::clone(&scan);
            thread::spawn(move || {
                // The slow part, before the lock: others scan at the same time.
                let text = scan(page);

                // The short part, under the lock. To read the old count and to write
                // the new one is one step here, because the guard lives through both.
                let mut tally = tally.lock().unwrap();
                for word in text.split_whitespace() {
                    *tally.entry(word.to_string()).or_insert(0) += 1;
                }
            })
        })
        .collect();

    for thread in threads {
        thread.join().unwrap();
    }

    // Every thread is done and has dropped its handle. Take the tally out of the
    // mutex and leave an empty one behind: nobody will look at it again.
    std::mem::take(&mut *tally.lock().unwrap())
}
