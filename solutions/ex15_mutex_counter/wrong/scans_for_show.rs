//! expect: wrong-answer in behaviour::every_page_of_a_long_book_is_scanned_and_counted_once
//!
//! Lets threads scan every page and ignores them. The words come from a second
//! scan, without threads.

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
    let mut tally = BTreeMap::new();
    for page in 0..pages {
        for word in scan(page).split_whitespace() {
            *tally.entry(word.to_string()).or_insert(0) += 1;
        }
    }
    tally
}
