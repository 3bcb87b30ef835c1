//! A semaphore that rings only when the first permit comes back.
//!
//! Source: Birrell, "An Introduction to Programming with Threads" (1989), on
//! when to signal; bug 12228 of glibc is of this family.
//! Goes wrong: two permits come back before the first sleeper runs; the second
//! sleeper is never woken.
//! Expected: lost wakeup.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let semaphore = Arc::new((Mutex::new(0), Condvar::new()));
    let acquire = |()| {
        let semaphore = Arc::clone(&semaphore);
        thread::spawn(move || {
            let mut permits = semaphore.0.lock().unwrap();
            while *permits == 0 {
                permits = semaphore.1.wait(permits).unwrap();
            }
            *permits -= 1;
        })
    };
    let waiters = [(); 2].map(acquire);
    let givers = [(); 2].map(|()| {
        let semaphore = Arc::clone(&semaphore);
        thread::spawn(move || {
            let mut permits = semaphore.0.lock().unwrap();
            *permits += 1;
            if FIXED || *permits == 1 {
                semaphore.1.notify_one();
            }
        })
    });
    for thread in waiters.into_iter().chain(givers) {
        thread.join().unwrap();
    }
}
