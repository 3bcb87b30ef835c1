//! One number, and a lock for each of its users.
//!
//! Source: SCTBench, `CS.wronglock_bad`; among the most common patterns of Lu
//! et al., "Learning from Mistakes" (ASPLOS 2008).
//! Goes wrong: two threads hold two different locks and both change the number.
//! Expected: race.

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let data = Arc::new((Mutex::new(()), Mutex::new(()), AtomicI32::new(0)));
    let threads = [false, true].map(|other| {
        let data = Arc::clone(&data);
        thread::spawn(move || {
            let lock = if other && !FIXED { &data.1 } else { &data.0 };
            let _alone = lock.lock().unwrap();
            let seen = data.2.load(SeqCst);
            data.2.store(seen + 1, SeqCst);
            assert_eq!(data.2.load(SeqCst), seen + 1, "somebody else was inside");
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
