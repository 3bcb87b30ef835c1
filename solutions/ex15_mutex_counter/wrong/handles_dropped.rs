//! expect: race in schedules::every_word_is_counted
//!
//! Drops the join handles. The tally is handed out before the threads have added
//! their words.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(BTreeMap::new()));
    for page in 0..pages {
        let (scan, tally) = (Arc::clone(&scan), Arc::clone(&tally));
        thread::spawn(move || {
            let text = scan(page);
            let mut tally = tally.lock().unwrap();
            for word in text.split_whitespace() {
                *tally.entry(word.to_string()).or_insert(0) += 1;
            }
        });
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
