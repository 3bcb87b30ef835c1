//! expect: race in schedules::every_word_is_counted
//!
//! Tries the lock once. A thread that finds it taken throws its words away.

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
                if let Ok(mut tally) = tally.try_lock() {
                    for word in text.split_whitespace() {
                        *tally.entry(word.to_string()).or_insert(0) += 1;
                    }
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
