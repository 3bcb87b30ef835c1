//! expect: passed
//!
//! Each thread counts its own page in a tally of its own, and hands it in under
//! the lock. The lock is held for the shortest time.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let total = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for page in 0..pages {
            scope.spawn({
                let total = &total;
                let scan = &scan;
                move || {
                    let mut own: BTreeMap<String, usize> = BTreeMap::new();
                    for word in scan(page).split_whitespace() {
                        *own.entry(word.to_string()).or_insert(0) += 1;
                    }
                    let mut total = total.lock().unwrap();
                    for (word, times) in own {
                        *total.entry(word).or_insert(0) += times;
                    }
                }
            });
        }
    });
    total.into_inner().unwrap()
}
