//! The two stages again, among threads that do no harm.
//!
//! Source: SCTBench, `CS.twostage_100_bad`, smaller.
//! Goes wrong: as in `twostage`, but many schedules of many writers pass.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let stages = Arc::new((Mutex::new(0), Mutex::new(0)));
    let writers = [(); 4].map(|()| {
        let stages = Arc::clone(&stages);
        thread::spawn(move || {
            let mut first = stages.0.lock().unwrap();
            *first = 1;
            if !FIXED {
                drop(first);
                *stages.1.lock().unwrap() = 2;
            } else {
                *stages.1.lock().unwrap() = 2;
            }
        })
    });
    let reader = thread::spawn(move || {
        let first = *stages.0.lock().unwrap();
        if first > 0 {
            assert_eq!(*stages.1.lock().unwrap(), 2, "the second stage is missing");
        }
    });
    for thread in writers {
        thread.join().unwrap();
    }
    reader.join().unwrap();
}
