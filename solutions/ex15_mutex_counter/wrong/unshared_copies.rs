//! expect: wrong-answer in schedules::every_word_is_counted
//!
//! Clones the tally instead of the `Arc`: each thread fills a copy of its own,
//! and nobody looks at the copies.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Mutex::new(BTreeMap::new());
    let threads: Vec<_> = (0..pages)
        .map(|page| {
            let scan = Arc::clone(&scan);
            let tally = Mutex::new(tally.lock().unwrap().clone());
            thread::spawn(move || {
                let text = scan(page);
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
    tally.into_inner().unwrap()
}
