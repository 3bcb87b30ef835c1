//! A store of at most one item, with a condition for "full" and one for "empty".
//!
//! Source: SCTBench, `CS.sync02_bad`.
//! Goes wrong: the sender rings only when the store was empty and forgets that
//! two takers may wait: one sleeps for ever.
//! Expected: lost wakeup.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let store = Arc::new((Mutex::new(0), Condvar::new()));
    let takers = [(); 2].map(|()| {
        let store = Arc::clone(&store);
        thread::spawn(move || {
            let mut items = store.0.lock().unwrap();
            while *items == 0 {
                items = store.1.wait(items).unwrap();
            }
            *items -= 1;
        })
    });
    for _ in 0..2 {
        let mut items = store.0.lock().unwrap();
        *items += 1;
        if *items == 1 || FIXED {
            store.1.notify_one();
        }
    }
    for thread in takers {
        thread.join().unwrap();
    }
}
