//! A value is made on first use; the flag is set before the value.
//!
//! Source: the MemoizeCache of `groovy` in JaConTeBe; double-checked locking.
//! Goes wrong: a second thread sees the flag and uses a value that is not there.
//! Expected: race.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let lazy = Arc::new((Mutex::new(()), AtomicBool::new(false), AtomicU32::new(0)));
    let threads = [(); 2].map(|()| {
        let lazy = Arc::clone(&lazy);
        thread::spawn(move || {
            if !lazy.1.load(SeqCst) {
                let _alone = lazy.0.lock().unwrap();
                if !FIXED {
                    lazy.1.store(true, SeqCst);
                }
                lazy.2.store(42, SeqCst);
                lazy.1.store(true, SeqCst);
            }
            assert_eq!(lazy.2.load(SeqCst), 42, "used before it was made");
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
