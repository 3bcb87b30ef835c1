//! Changes are made and logged; the log must tell them in their order.
//!
//! Source: MySQL 169 in Yu and Narayanasamy (ISCA 2009).
//! Goes wrong: the change that came second is logged first.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Mutex::new(0), Mutex::new(Vec::new())));
    let threads = [1, 2].map(|value| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let mut row = shared.0.lock().unwrap();
            *row = value;
            if !FIXED {
                drop(row);
                shared.1.lock().unwrap().push(value);
            } else {
                shared.1.lock().unwrap().push(value);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    let row = *shared.0.lock().unwrap();
    assert_eq!(
        shared.1.lock().unwrap().last(),
        Some(&row),
        "the log tells another story"
    );
}
