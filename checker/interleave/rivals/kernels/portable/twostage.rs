//! Data in two stages, each under its own lock.
//!
//! Source: Artho, Havelund and Biere, "High-Level Data Races" (2003);
//! SCTBench, `CS.twostage_bad`.
//! Goes wrong: the reader comes between the two stages.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let stages = Arc::new((Mutex::new(0), Mutex::new(0)));
    let theirs = Arc::clone(&stages);
    let writer = thread::spawn(move || {
        let mut first = theirs.0.lock().unwrap();
        *first = 1;
        if FIXED {
            *theirs.1.lock().unwrap() = *first + 1;
        } else {
            drop(first);
            let first = *theirs.0.lock().unwrap();
            *theirs.1.lock().unwrap() = first + 1;
        }
    });
    let first = *stages.0.lock().unwrap();
    if first > 0 {
        let second = *stages.1.lock().unwrap();
        assert_eq!(second, first + 1, "the second stage is missing");
    }
    writer.join().unwrap();
}
