//! Work in two phases, with a lock for each.
//!
//! Source: SCTBench, `CS.phase01_bad`.
//! Goes wrong: a worker that finds the phase over returns early and never
//! gives the second lock back.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let phases = Arc::new((Mutex::new(0), Mutex::new(0)));
    let threads = [(); 2].map(|()| {
        let phases = Arc::clone(&phases);
        thread::spawn(move || {
            let late = {
                let mut first = phases.0.lock().unwrap();
                *first += 1;
                *first == 2
            };
            let mut second = phases.1.lock().unwrap();
            *second += 1;
            if late && !FIXED && *second == 1 {
                std::mem::forget(second);
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
