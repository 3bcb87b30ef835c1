//! expect: passed
//!
//! An `RwLock` that is only ever locked for writing does the same as a mutex.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let shared = Arc::new((scan, RwLock::new(BTreeMap::new())));
    let threads: Vec<_> = (0..pages)
        .map(|page| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let (scan, tally) = &*shared;
                let text = scan(page);
                let mut tally = tally.write().unwrap();
                text.split_whitespace().for_each(|word| {
                    *tally.entry(word.to_string()).or_insert(0) += 1;
                });
            })
        })
        .collect();
    threads
        .into_iter()
        .for_each(|thread| thread.join().unwrap());
    shared.1.read().unwrap().clone()
}
