//! expect: passed
//!
//! One locked vector with a place for every result. The lock is held only to put the
//! result in, not while a job works. The last job runs on the calling thread, which
//! would wait anyway.

use std::sync::Mutex;
use std::thread::{self, JoinHandle};

pub fn spawn_task<F, T>(task: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    thread::spawn(task)
}

pub fn run_all<F: FnOnce() -> T + Send, T: Send>(mut jobs: Vec<F>) -> Vec<T> {
    let Some(last) = jobs.pop() else {
        return Vec::new();
    };
    let results = Mutex::new(Vec::from_iter(jobs.iter().map(|_| None)));
    let last = thread::scope(|scope| {
        for (place, job) in jobs.into_iter().enumerate() {
            let results = &results;
            scope.spawn(move || {
                let result = job();
                results.lock().unwrap()[place] = Some(result);
            });
        }
        last()
    });
    let mut results: Vec<T> = results
        .into_inner()
        .unwrap()
        .into_iter()
        .flatten()
        .collect();
    results.push(last);
    results
}

pub fn parallel_map<A: Sync, T: Send, F: Fn(&A) -> T + Sync>(items: &[A], f: F) -> Vec<T> {
    let results: Mutex<Vec<Option<T>>> = Mutex::new(items.iter().map(|_| None).collect());
    thread::scope(|scope| {
        for place in 0..items.len() {
            let (f, results) = (&f, &results);
            scope.spawn(move || {
                let result = f(&items[place]);
                results.lock().unwrap()[place] = Some(result);
            });
        }
    });
    results
        .into_inner()
        .unwrap()
        .into_iter()
        .flatten()
        .collect()
}
