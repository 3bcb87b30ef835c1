//! The main thread takes the queue down while a worker still uses it.
//!
//! Source: pbzip2 0.9.4, in SCTBench `Conc.pbzip2` and in Yu and Narayanasamy
//! (ISCA 2009).
//! Goes wrong: main waits for the *work* to be done, not for the worker, whose
//! last look at the queue comes after it.
//! Expected: race.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct Work {
    queue: Option<Vec<u32>>,
    done: bool,
}

pub fn body<const FIXED: bool>() {
    let work = Arc::new((Mutex::new(Work::default()), Condvar::new()));
    work.0.lock().unwrap().queue = Some(vec![1]);
    let theirs = Arc::clone(&work);
    let worker = thread::spawn(move || {
        loop {
            let mut all = theirs.0.lock().unwrap();
            let Some(_) = all.queue.as_mut().expect("the queue is gone").pop() else {
                break;
            };
            all.done = true;
            theirs.1.notify_one();
        }
    });
    let mut all = work.0.lock().unwrap();
    while !all.done {
        all = work.1.wait(all).unwrap();
    }
    drop(all);
    if FIXED {
        worker.join().unwrap();
        work.0.lock().unwrap().queue = None;
    } else {
        work.0.lock().unwrap().queue = None;
        worker.join().unwrap();
    }
}
