//! A lock is not given back on a path that is seldom taken.
//!
//! Source: GoBench, missing unlock (cockroach 584, hugo 3251).
//! Goes wrong: the second visitor returns early and keeps the lock.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let state = Arc::new(Mutex::new(Vec::new()));
    let threads = [1, 2].map(|number| {
        let state = Arc::clone(&state);
        thread::spawn(move || {
            for _ in 0..number {
                let mut state = state.lock().unwrap();
                if !FIXED && state.last() == Some(&1) {
                    std::mem::forget(state);
                    return;
                }
                state.push(number);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert!(state.lock().unwrap().len() <= 3);
}
