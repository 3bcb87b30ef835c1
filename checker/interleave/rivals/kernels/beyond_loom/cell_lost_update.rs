//! Two threads add to a plain number.
//!
//! Source: the textbook data race; Boehm, "How to Miscompile Programs with
//! 'Benign' Data Races" (HotPar 2011).
//! Goes wrong: nothing orders the two additions.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::{Arc, Mutex};
use std::thread;

struct Shared(Mutex<()>, UnsafeCell<u32>);

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Shared {}

pub fn body<const FIXED: bool>() {
    let shared = Arc::new(Shared(Mutex::new(()), UnsafeCell::new(0)));
    let threads = [(); 2].map(|()| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let _alone = FIXED.then(|| shared.0.lock().unwrap());
            // SAFETY: alone, if it is fixed.
            unsafe { *shared.1.get() += 1 };
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
