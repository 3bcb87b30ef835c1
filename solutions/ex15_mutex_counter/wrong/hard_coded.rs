//! expect: wrong-answer in behaviour::the_words_of_all_pages_are_counted
//!
//! Scans for show, on threads, and returns the tally that the first test wants.

use std::collections::BTreeMap;
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    thread::scope(|scope| {
        for page in 0..pages {
            let scan = &scan;
            scope.spawn(move || scan(page));
        }
    });
    BTreeMap::from([("sea".to_string(), 2)])
}
