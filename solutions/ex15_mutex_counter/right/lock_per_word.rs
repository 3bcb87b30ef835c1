//! expect: passed
//!
//! Locks anew for each word. More locking than needed, but never while it scans.
//! The last handle on the mutex gives the tally back.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(BTreeMap::<String, usize>::new()));
    let mut handles = Vec::new();
    for page in 0..pages {
        let scan = scan.clone();
        let tally = tally.clone();
        handles.push(thread::spawn(move || {
            for word in scan(page).split_whitespace() {
                *tally.lock().unwrap().entry(word.into()).or_insert(0) += 1;
            }
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    Arc::try_unwrap(tally)
        .expect("every thread has ended and dropped its handle")
        .into_inner()
        .unwrap()
}
