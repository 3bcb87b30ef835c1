//! expect: deadlock in schedules::every_word_is_counted
//!
//! Locks the tally while it holds the guard already. A thread that waits for a
//! lock of its own waits for ever.

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
                let mut guard = tally.lock().unwrap();
                for word in text.split_whitespace() {
                    let so_far = tally.lock().unwrap().get(word).copied().unwrap_or(0);
                    guard.insert(word.to_string(), so_far + 1);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
