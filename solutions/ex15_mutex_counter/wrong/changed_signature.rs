//! expect: compile-error
//!
//! Counts with `u32`, so the function no longer fits its callers.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, u32>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let tally = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        let (tally, scan) = (&tally, &scan);
        for page in 0..pages {
            scope.spawn(move || {
                for word in scan(page).split_whitespace() {
                    *tally.lock().unwrap().entry(word.to_string()).or_insert(0) += 1;
                }
            });
        }
    });
    tally.into_inner().unwrap()
}
