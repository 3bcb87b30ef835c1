//! Setters store 1 and then -1; a checker wants both or none.
//!
//! Source: SCTBench, `CS.reorder_4_bad`; three setters here.
//! Goes wrong: the checker looks between the two stores of the only setter
//! that has begun.
//! Expected: race.

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

const SETTERS: usize = 3;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Mutex::new(()), AtomicI32::new(0), AtomicI32::new(0)));
    let setters = [(); SETTERS].map(|()| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let _both = FIXED.then(|| shared.0.lock().unwrap());
            shared.1.store(1, SeqCst);
            shared.2.store(-1, SeqCst);
        })
    });
    let checker = thread::spawn(move || {
        let _both = FIXED.then(|| shared.0.lock().unwrap());
        let seen = (shared.1.load(SeqCst), shared.2.load(SeqCst));
        assert!(matches!(seen, (0, 0) | (1, -1)), "half is set: {seen:?}");
    });
    for thread in setters {
        thread.join().unwrap();
    }
    checker.join().unwrap();
}
