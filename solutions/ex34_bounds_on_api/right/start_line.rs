//! expect: passed
//!
//! All threads are started first and wait at a barrier, so that they set off together.
//! Each result goes into a box of its own.

use std::sync::{Barrier, Mutex};
use std::thread::{self, JoinHandle};

pub fn spawn_task<F, T>(task: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    thread::spawn(task)
}

pub fn run_all<F, T>(jobs: Vec<F>) -> Vec<T>
where
    F: FnOnce() -> T + Send,
    T: Send,
{
    let line = Barrier::new(jobs.len());
    let boxes: Vec<Mutex<Option<T>>> = jobs.iter().map(|_| Mutex::new(None)).collect();
    thread::scope(|scope| {
        for (job, full) in jobs.into_iter().zip(&boxes) {
            let line = &line;
            scope.spawn(move || {
                line.wait();
                *full.lock().unwrap() = Some(job());
            });
        }
    });
    boxes
        .into_iter()
        .map(|full| full.into_inner().unwrap().expect("none is missing"))
        .collect()
}

pub fn parallel_map<A, T, F>(items: &[A], f: F) -> Vec<T>
where
    A: Sync,
    F: Fn(&A) -> T + Sync,
    T: Send,
{
    let f = &f;
    run_all(items.iter().map(|item| move || f(item)).collect())
}
