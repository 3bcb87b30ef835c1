//! A reader wants to write without giving its read lock back first.
//!
//! Source: GoBench, `RWMutex` (cockroach 16167 and others); POSIX leaves it undefined.
//! Goes wrong: the writer waits for a reader that is itself, or another writer-to-be.
//! Expected: deadlock.

use std::sync::{Arc, RwLock};
use std::thread;

fn refresh<const FIXED: bool>(cache: &RwLock<u32>, version: u32) {
    let seen = cache.read().unwrap();
    if *seen < version {
        if FIXED {
            drop(seen);
            let mut now = cache.write().unwrap();
            *now = version.max(*now);
        } else {
            *cache.write().unwrap() = version;
        }
    }
}

pub fn body<const FIXED: bool>() {
    let cache = Arc::new(RwLock::new(0));
    let theirs = Arc::clone(&cache);
    let updater = thread::spawn(move || *theirs.write().unwrap() = 1);
    refresh::<FIXED>(&cache, 1);
    updater.join().unwrap();
}
