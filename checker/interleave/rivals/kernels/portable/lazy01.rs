//! Three threads add to one number; the last looks at it.
//!
//! Source: SCTBench, `CS.lazy01_bad`.
//! Goes wrong: the watcher takes it for granted that it comes first.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let data = Arc::new(Mutex::new(0));
    let (a, b, c) = (data.clone(), data.clone(), data);
    let one = thread::spawn(move || *a.lock().unwrap() += 1);
    let two = thread::spawn(move || *b.lock().unwrap() += 2);
    let most = if FIXED { 3 } else { 2 };
    let watcher = thread::spawn(move || {
        let seen = *c.lock().unwrap();
        assert!(seen <= most, "{seen} was not expected so early");
    });
    for thread in [one, two, watcher] {
        thread.join().unwrap();
    }
}
