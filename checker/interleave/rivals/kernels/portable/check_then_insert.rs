//! A key is looked for and put in, in two visits to the lock.
//!
//! Source: check-then-act of Lin and Dig (ICST 2013); JaConTeBe, `derby` and `groovy`.
//! Goes wrong: two threads find no session and open two.
//! Expected: race.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Mutex::new(HashSet::new()), AtomicU32::new(0)));
    let threads = [(); 3].map(|()| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let new = if FIXED {
                shared.0.lock().unwrap().insert("session")
            } else {
                let new = !shared.0.lock().unwrap().contains("session");
                shared.0.lock().unwrap().insert("session");
                new
            };
            if new {
                shared.1.fetch_add(1, SeqCst);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(shared.1.load(SeqCst), 1, "opened twice");
}
