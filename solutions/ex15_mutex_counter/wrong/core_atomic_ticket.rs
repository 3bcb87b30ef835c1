//! expect: race in schedules::every_word_is_counted
//!
//! Says "done" through an atomic from `core`, set before the words are in. The
//! explorer must see that atomic too.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let shared = Arc::new((scan, AtomicUsize::new(0), Mutex::new(BTreeMap::new())));
    for page in 0..pages {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let (scan, done, tally) = &*shared;
            let text = scan(page);
            done.fetch_add(1, Ordering::SeqCst);
            for word in text.split_whitespace() {
                *tally.lock().unwrap().entry(word.to_string()).or_insert(0) += 1;
            }
        });
    }
    let (_, done, tally) = &*shared;
    while done.load(Ordering::SeqCst) < pages {
        thread::yield_now();
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
