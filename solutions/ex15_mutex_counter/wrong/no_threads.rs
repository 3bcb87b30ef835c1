//! expect: wrong-answer in schedules::two_pages_are_scanned_at_the_same_time
//!
//! Counts right, but starts no thread at all.

use std::collections::BTreeMap;
use std::sync::Mutex;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let tally = Mutex::new(BTreeMap::new());
    for page in 0..pages {
        for word in scan(page).split_whitespace() {
            *tally.lock().unwrap().entry(word.to_string()).or_insert(0) += 1;
        }
    }
    tally.into_inner().unwrap()
}
