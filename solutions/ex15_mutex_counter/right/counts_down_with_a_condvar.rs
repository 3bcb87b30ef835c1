//! expect: passed
//!
//! Drops the join handles, but waits all the same: each thread ticks itself off,
//! and a condition variable tells when none is left.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Desk {
    tally: BTreeMap<String, usize>,
    open_pages: usize,
}

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let desk = Desk {
        tally: BTreeMap::new(),
        open_pages: pages,
    };
    let shared = Arc::new((Mutex::new(desk), Condvar::new(), scan));
    for page in 0..pages {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let (desk, all_done, scan) = &*shared;
            let text = scan(page);
            let mut desk = desk.lock().unwrap();
            for word in text.split_whitespace() {
                *desk.tally.entry(word.to_string()).or_insert(0) += 1;
            }
            desk.open_pages -= 1;
            if desk.open_pages == 0 {
                all_done.notify_one();
            }
        });
    }
    let (desk, all_done, _) = &*shared;
    let mut desk = all_done
        .wait_while(desk.lock().unwrap(), |desk| desk.open_pages > 0)
        .unwrap();
    std::mem::take(&mut desk.tally)
}
