//! expect: overlocked in schedules::two_pages_are_scanned_at_the_same_time
//!
//! Looks as if it scanned outside the lock, but arguments are evaluated from left
//! to right: the guard is taken first, and lives until the call is over.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

fn add_words(tally: &mut BTreeMap<String, usize>, text: &str) {
    for word in text.split_whitespace() {
        *tally.entry(word.to_string()).or_insert(0) += 1;
    }
}

pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    let tally = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        let (tally, scan) = (&tally, &scan);
        for page in 0..pages {
            scope.spawn(move || add_words(&mut tally.lock().unwrap(), &scan(page)));
        }
    });
    tally.into_inner().unwrap()
}
