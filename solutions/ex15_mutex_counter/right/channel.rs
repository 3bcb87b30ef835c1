//! expect: passed
//!
//! The threads send their words; the caller's own thread counts. It is done when
//! the last sender has gone.

use std::collections::BTreeMap;
use std::sync::{Arc, mpsc};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let (sender, words) = mpsc::channel();
    for page in 0..pages {
        let (scan, sender) = (Arc::clone(&scan), sender.clone());
        thread::spawn(move || {
            for word in scan(page).split_whitespace() {
                sender.send(word.to_string()).unwrap();
            }
        });
    }
    drop(sender);

    let mut tally = BTreeMap::new();
    for word in words {
        *tally.entry(word).or_insert(0) += 1;
    }
    tally
}
