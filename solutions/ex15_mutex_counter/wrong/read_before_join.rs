//! expect: race in schedules::every_word_is_counted
//!
//! Takes a copy of the tally before it joins the threads. What they add later is
//! not in the copy.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(BTreeMap::new()));
    let threads: Vec<_> = (0..pages)
        .map(|page| {
            let (scan, tally) = (Arc::clone(&scan), Arc::clone(&tally));
            thread::spawn(move || {
                let text = scan(page);
                let mut tally = tally.lock().unwrap();
                for word in text.split_whitespace() {
                    *tally.entry(word.to_string()).or_insert(0) += 1;
                }
            })
        })
        .collect();
    let result = tally.lock().unwrap().clone();
    for thread in threads {
        thread.join().unwrap();
    }
    result
}
