//! Three locks in a ring, each thread takes two neighbours.
//!
//! Source: the cycle of three resources in Coffman et al., "System Deadlocks"
//! (1971); `CS.din_phil3` without the table.
//! Goes wrong: no two threads conflict alone, all three together do.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let locks = Arc::new([0, 1, 2].map(Mutex::new));
    let threads = [0, 1, 2].map(|i| {
        let locks = Arc::clone(&locks);
        thread::spawn(move || {
            let (mut first, mut second) = (i, (i + 1) % 3);
            if FIXED && first > second {
                (first, second) = (second, first);
            }
            let a = locks[first].lock().unwrap();
            let b = locks[second].lock().unwrap();
            assert_eq!(*a + *b, first + second);
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
