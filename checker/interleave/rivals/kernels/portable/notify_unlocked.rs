//! A flag is set and the bell rung without the lock.
//!
//! Source: POSIX `pthread_cond_signal`, "predictable scheduling"; the lost
//! notify of Farchi et al. (2003).
//! Goes wrong: the waiter has looked at the flag and is about to sleep; the
//! bell rings before it sleeps.
//! Expected: lost wakeup.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Mutex::new(()), Condvar::new(), AtomicBool::new(false)));
    let theirs = Arc::clone(&shared);
    let waiter = thread::spawn(move || {
        let mut held = theirs.0.lock().unwrap();
        while !theirs.2.load(SeqCst) {
            held = theirs.1.wait(held).unwrap();
        }
    });
    let held = FIXED.then(|| shared.0.lock().unwrap());
    shared.2.store(true, SeqCst);
    drop(held);
    shared.1.notify_one();
    waiter.join().unwrap();
}
