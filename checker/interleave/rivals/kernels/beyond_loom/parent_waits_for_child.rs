//! A pool of one worker; a job waits for another job of the same pool.
//!
//! Source: thread starvation deadlock in Goetz, "Java Concurrency in Practice";
//! GoBench, kubernetes 30872.
//! Goes wrong: the waiting job has the only worker when the job it needs comes second.
//! Expected: deadlock.

use std::sync::mpsc;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (jobs, queue) = mpsc::channel::<bool>();
    let ready = Arc::new((Mutex::new(false), Condvar::new()));
    let theirs = Arc::clone(&ready);
    let worker = thread::spawn(move || {
        for waits in queue.iter() {
            let mut done = theirs.0.lock().unwrap();
            if waits {
                while !*done && !FIXED {
                    done = theirs.1.wait(done).unwrap();
                }
            } else {
                *done = true;
                theirs.1.notify_all();
            }
        }
    });
    let clients = [true, false].map(|waits| {
        let jobs = jobs.clone();
        thread::spawn(move || jobs.send(waits).unwrap())
    });
    drop(jobs);
    for client in clients {
        client.join().unwrap();
    }
    worker.join().unwrap();
}
