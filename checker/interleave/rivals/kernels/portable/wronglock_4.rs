//! One number and four users, one of whom has the wrong lock.
//!
//! Source: SCTBench, `CS.wronglock_3_bad`.
//! Goes wrong: the odd one is inside together with one of the three others.
//! Expected: race.

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let data = Arc::new((Mutex::new(()), Mutex::new(()), AtomicI32::new(0)));
    let threads = [0, 1, 2, 3].map(|i| {
        let data = Arc::clone(&data);
        thread::spawn(move || {
            let lock = if i == 3 && !FIXED { &data.1 } else { &data.0 };
            let _alone = lock.lock().unwrap();
            let seen = data.2.load(SeqCst);
            data.2.store(seen + 1, SeqCst);
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(data.2.load(SeqCst), 4, "one was not counted");
}
