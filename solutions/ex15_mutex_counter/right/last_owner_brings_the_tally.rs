//! expect: passed
//!
//! Whoever drops the last handle on the mutex takes the tally out, and sends it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

type Tally = BTreeMap<String, usize>;

fn take(tally: Arc<Mutex<Tally>>) -> Option<Tally> {
    let tally = Arc::into_inner(tally)?;
    Some(tally.into_inner().unwrap())
}

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let scan = Arc::new(scan);
    let tally = Arc::new(Mutex::new(Tally::new()));
    let (sender, receiver) = mpsc::channel();
    for page in 0..pages {
        let (scan, tally, sender) = (scan.clone(), Arc::clone(&tally), sender.clone());
        thread::spawn(move || {
            let text = scan(page);
            let mut words = tally.lock().unwrap();
            for word in text.split_whitespace() {
                *words.entry(word.to_string()).or_insert(0) += 1;
            }
            drop(words);
            if let Some(tally) = take(tally) {
                sender.send(tally).unwrap();
            }
        });
    }
    drop(sender);
    take(tally).unwrap_or_else(|| receiver.recv().unwrap())
}
