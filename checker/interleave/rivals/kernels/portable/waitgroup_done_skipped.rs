//! A worker that finds nothing to do returns before it says "done".
//!
//! Source: GoBench, missing `Done` (moby 4951 and others); Tu et al. 2019.
//! Goes wrong: the waiter waits for a worker that has left.
//! Expected: deadlock.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let group = Arc::new((Mutex::new(2), Condvar::new(), Mutex::new(vec![1, 2])));
    let workers = [2, 1].map(|batch| {
        let group = Arc::clone(&group);
        thread::spawn(move || {
            let mut jobs = group.2.lock().unwrap();
            let left = jobs.len().saturating_sub(batch);
            let nothing = jobs.is_empty();
            jobs.truncate(left);
            drop(jobs);
            if nothing && !FIXED {
                return;
            }
            *group.0.lock().unwrap() -= 1;
            group.1.notify_all();
        })
    });
    let mut running = group.0.lock().unwrap();
    while *running > 0 {
        running = group.1.wait(running).unwrap();
    }
    drop(running);
    for thread in workers {
        thread.join().unwrap();
    }
}
