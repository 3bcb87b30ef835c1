//! Two takers wait for one item with an `if`.
//!
//! Source: Lea, "Concurrent Programming in Java"; Farchi et al., "Concurrent
//! Bug Patterns" (2003).
//! Goes wrong: between the notice and the waking another taker takes the item.
//! Expected: race.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let store = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
    let takers = [(); 2].map(|()| {
        let store = Arc::clone(&store);
        thread::spawn(move || {
            let mut items = store.0.lock().unwrap();
            if FIXED {
                while items.is_empty() {
                    items = store.1.wait(items).unwrap();
                }
            } else if items.is_empty() {
                items = store.1.wait(items).unwrap();
            }
            assert!(items.pop().is_some(), "woken, but nothing is there");
        })
    });
    for item in 0..2 {
        store.0.lock().unwrap().push(item);
        store.1.notify_one();
    }
    for thread in takers {
        thread.join().unwrap();
    }
}
