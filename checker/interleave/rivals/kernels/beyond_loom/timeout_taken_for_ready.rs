//! A wait with a timeout whose result nobody looks at.
//!
//! Source: Farchi et al. (2003) and the documentation of `Condvar::wait_timeout`.
//! Goes wrong: the time is over, and the value is used though it is not there.
//! Expected: race.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Mutex::new(None), Condvar::new()));
    let theirs = Arc::clone(&shared);
    let giver = thread::spawn(move || {
        *theirs.0.lock().unwrap() = Some(1);
        theirs.1.notify_one();
    });
    let mut value = shared.0.lock().unwrap();
    if value.is_none() {
        let second = Duration::from_secs(1);
        value = shared.1.wait_timeout(value, second).unwrap().0;
    }
    if !FIXED {
        assert_eq!(*value, Some(1), "the time was over first");
    }
    drop(value);
    giver.join().unwrap();
}
