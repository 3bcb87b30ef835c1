//! expect: passed
//!
//! A scope waits for its threads, so they may borrow the mutex and the scanner.
//! No `Arc` is needed, and `into_inner` takes the tally out at the end.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let tally = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for page in 0..pages {
            let (tally, scan) = (&tally, &scan);
            scope.spawn(move || {
                let text = scan(page);
                let mut tally = tally.lock().unwrap();
                for word in text.split_whitespace() {
                    *tally.entry(word.to_owned()).or_default() += 1;
                }
            });
        }
    });
    tally.into_inner().unwrap()
}
