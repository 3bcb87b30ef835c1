//! expect: unsound in compile_fail::cell_in_the_scanner
//!
//! Gives each thread a scanner of its own. Now a scanner may hold a `Cell`, and what
//! the threads count in their copies is lost.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Clone + 'static,
{
    let tally = Arc::new(Mutex::new(BTreeMap::new()));
    let threads: Vec<_> = (0..pages)
        .map(|page| {
            let (scan, tally) = (scan.clone(), Arc::clone(&tally));
            thread::spawn(move || {
                let text = scan(page);
                let mut tally = tally.lock().unwrap();
                for word in text.split_whitespace() {
                    *tally.entry(word.to_string()).or_insert(0) += 1;
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    std::mem::take(&mut *tally.lock().unwrap())
}
