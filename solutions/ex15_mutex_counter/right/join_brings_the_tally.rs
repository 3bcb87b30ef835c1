//! expect: passed
//!
//! Shares nothing that changes: each thread returns its page's tally, and `join`
//! brings it home. No lock is needed at all.

use std::collections::BTreeMap;
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let mut total = BTreeMap::new();
    thread::scope(|scope| {
        let scan = &scan;
        let readers: Vec<_> = (0..pages)
            .map(|page| {
                scope.spawn(move || {
                    let words: Vec<String> =
                        scan(page).split_whitespace().map(str::to_string).collect();
                    words
                })
            })
            .collect();
        for reader in readers {
            for word in reader.join().unwrap() {
                *total.entry(word).or_insert(0) += 1;
            }
        }
    });
    total
}
