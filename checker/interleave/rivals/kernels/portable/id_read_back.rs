//! Numbers are handed out by an increment and a look.
//!
//! Source: memcached 127 and MySQL 3596 in Yu and Narayanasamy (ISCA 2009) are
//! of this kind.
//! Goes wrong: both increments come before both looks, and two get one number.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let last = Arc::new(AtomicU32::new(0));
    let threads = [(); 2].map(|()| {
        let last = Arc::clone(&last);
        thread::spawn(move || {
            let before = last.fetch_add(1, SeqCst);
            if FIXED { before + 1 } else { last.load(SeqCst) }
        })
    });
    let [a, b] = threads.map(|thread| thread.join().unwrap());
    assert_ne!(a, b, "one number for two");
}
