//! expect: race in schedules::every_word_is_counted
//!
//! Two lock sections for one update: looks the old count up, unlocks, locks again
//! and writes the new one. A count made in between is overwritten.

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
                for word in scan(page).split_whitespace() {
                    let so_far = tally.lock().unwrap().get(word).copied().unwrap_or(0);
                    tally.lock().unwrap().insert(word.to_string(), so_far + 1);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
