//! A count of users; the last one frees.
//!
//! Source: Apache 21287 in Lu et al. (ASPLOS 2008) and Yu and Narayanasamy (ISCA 2009).
//! Goes wrong: the count is taken down and looked at in two steps, so two
//! users see 0 and both free.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let object = Arc::new((AtomicU32::new(2), AtomicU32::new(0)));
    let users = [(); 2].map(|()| {
        let object = Arc::clone(&object);
        thread::spawn(move || {
            let last = if FIXED {
                object.0.fetch_sub(1, SeqCst) == 1
            } else {
                object.0.fetch_sub(1, SeqCst);
                object.0.load(SeqCst) == 0
            };
            if last {
                object.1.fetch_add(1, SeqCst);
            }
        })
    });
    for user in users {
        user.join().unwrap();
    }
    assert_eq!(object.1.load(SeqCst), 1, "freed twice");
}
