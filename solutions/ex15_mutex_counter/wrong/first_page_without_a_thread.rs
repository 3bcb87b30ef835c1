//! expect: wrong-answer in behaviour::a_book_without_pages_has_no_words
//!
//! Starts a thread for each page but the first, which it scans itself. A book without
//! pages has no first page.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let tally = Mutex::new(BTreeMap::new());
    let count = |page| {
        for word in scan(page).split_whitespace() {
            *tally.lock().unwrap().entry(word.to_string()).or_insert(0) += 1;
        }
    };
    thread::scope(|scope| {
        let count = &count;
        for page in 1..pages {
            scope.spawn(move || count(page));
        }
        count(0);
    });
    tally.into_inner().unwrap()
}
