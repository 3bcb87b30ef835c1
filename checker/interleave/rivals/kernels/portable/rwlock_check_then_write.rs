//! The check is made under the read lock, the act under the write lock.
//!
//! Source: check-then-act of Lin and Dig, "CHECK-THEN-ACT Misuse of Java
//! Concurrent Collections" (ICST 2013).
//! Goes wrong: both find the key missing, and both insert it.
//! Expected: race.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use std::thread;

pub fn body<const FIXED: bool>() {
    let map = Arc::new(RwLock::new(HashMap::new()));
    let threads = [1, 2].map(|value| {
        let map = Arc::clone(&map);
        thread::spawn(move || {
            if map.read().unwrap().contains_key("key") {
                return;
            }
            let mut map = map.write().unwrap();
            if FIXED {
                map.entry("key").or_insert(value);
            } else {
                let before = map.insert("key", value);
                assert!(before.is_none(), "somebody's value is overwritten");
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
