//! A method that locks calls another one that locks.
//!
//! Source: GoBench, double lock (cockroach 9935, grpc 795); JaConTeBe has it
//! across objects.
//! Goes wrong: only a full cache calls `evict`, and that waits for itself.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

fn evict(cache: &Mutex<Vec<u32>>) {
    cache.lock().unwrap().clear();
}

fn insert<const FIXED: bool>(cache: &Mutex<Vec<u32>>, number: u32) {
    let mut items = cache.lock().unwrap();
    if items.last() > Some(&number) {
        if FIXED {
            items.clear();
        } else {
            evict(cache);
        }
    }
    items.push(number);
}

pub fn body<const FIXED: bool>() {
    let cache = Arc::new(Mutex::new(Vec::new()));
    let threads = [1, 2, 3].map(|number| {
        let cache = Arc::clone(&cache);
        thread::spawn(move || insert::<FIXED>(&cache, number))
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
