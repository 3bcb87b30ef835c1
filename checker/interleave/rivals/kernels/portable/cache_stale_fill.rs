//! A cache is filled from a table; a change of the table clears the cache.
//!
//! Source: the stale set of Nishtala et al., "Scaling Memcache at Facebook" (NSDI 2013).
//! Goes wrong: the old row is read, the row changes and the cache is cleared,
//! then the old row is put in.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Default)]
struct Cache {
    row: Option<u32>,
    cleared: u32,
}

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Mutex::new(1), Mutex::new(Cache::default())));
    let theirs = Arc::clone(&shared);
    let changer = thread::spawn(move || {
        *theirs.0.lock().unwrap() = 2;
        let mut cache = theirs.1.lock().unwrap();
        cache.row = None;
        cache.cleared += 1;
    });
    let lease = shared.1.lock().unwrap().cleared;
    let row = *shared.0.lock().unwrap();
    {
        let mut cache = shared.1.lock().unwrap();
        if !FIXED || cache.cleared == lease {
            cache.row = Some(row);
        }
    }
    changer.join().unwrap();
    let cached = shared.1.lock().unwrap().row;
    assert_ne!(cached, Some(1), "the cache keeps the old row for ever");
}
