//! A wait group is counted up by the workers themselves.
//!
//! Source: GoBench, misuse of `WaitGroup` (cockroach 1055, etcd 6873); the first
//! mistake that `go vet` looks for.
//! Goes wrong: the waiter finds the count at 0 before a worker has begun.
//! Expected: race.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let group = Arc::new((Mutex::new(0), Condvar::new(), AtomicU32::new(0)));
    let workers = [(); 2].map(|()| {
        if FIXED {
            *group.0.lock().unwrap() += 1;
        }
        let group = Arc::clone(&group);
        thread::spawn(move || {
            if !FIXED {
                *group.0.lock().unwrap() += 1;
            }
            group.2.fetch_add(1, SeqCst);
            *group.0.lock().unwrap() -= 1;
            group.1.notify_all();
        })
    });
    let mut running = group.0.lock().unwrap();
    while *running > 0 {
        running = group.1.wait(running).unwrap();
    }
    drop(running);
    assert_eq!(group.2.load(SeqCst), 2, "it did not wait for all");
    for thread in workers {
        thread.join().unwrap();
    }
}
