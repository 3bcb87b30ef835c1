//! exercise: ex15
//! expect: passed

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let size = size_of::<S>();
    let tally = Arc::new(Mutex::new(BTreeMap::<String, usize>::new()));
    let scan = Arc::new(scan);
    let threads: Vec<_> = (0..pages)
        .map(|page| {
            let (tally, scan) = (Arc::clone(&tally), Arc::clone(&scan));
            thread::spawn(move || {
                for word in scan(page).split_whitespace() {
                    *tally.lock().unwrap().entry(word.to_owned()).or_default() += 1;
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    println!("a scanner of {size} bytes");
    std::mem::take(&mut *tally.lock().unwrap())
}
