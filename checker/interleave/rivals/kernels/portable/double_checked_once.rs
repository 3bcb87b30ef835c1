//! A value is made on first use; the second check is missing.
//!
//! Source: Bacon et al., "The 'Double-Checked Locking is Broken' Declaration".
//! Goes wrong: two threads pass the first check and both make the value.
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
                if !(FIXED && lazy.1.load(SeqCst)) {
                    lazy.2.fetch_add(1, SeqCst);
                    lazy.1.store(true, SeqCst);
                }
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(lazy.2.load(SeqCst), 1, "made twice");
}
