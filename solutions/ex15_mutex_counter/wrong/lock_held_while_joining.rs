//! expect: deadlock in schedules::every_word_is_counted
//!
//! Locks the tally and then joins. The threads wait for the lock, and the holder
//! of the lock waits for the threads.

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
                let mut tally = tally.lock().unwrap();
                for word in text.split_whitespace() {
                    *tally.entry(word.to_string()).or_insert(0) += 1;
                }
            })
        })
        .collect();
    let mut result = tally.lock().unwrap();
    for thread in threads {
        thread.join().unwrap();
    }
    std::mem::take(&mut *result)
}
