//! expect: passed
//!
//! Each thread sends its result with the number of its job, and the caller puts them
//! in order. `T: Send` is all that a channel asks of what it carries.

use std::sync::mpsc;
use std::thread::{self, JoinHandle};

pub fn spawn_task<F, T>(task: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    thread::spawn(move || task())
}

pub fn run_all<F, T>(jobs: Vec<F>) -> Vec<T>
where
    F: Send + FnOnce() -> T,
    T: Send,
{
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for (number, job) in jobs.into_iter().enumerate() {
            let sender = sender.clone();
            scope.spawn(move || {
                sender
                    .send((number, job()))
                    .expect("the receiver lives to the end");
            });
        }
    });
    drop(sender);
    let mut results: Vec<(usize, T)> = receiver.iter().collect();
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

pub fn parallel_map<A, T, F>(items: &[A], f: F) -> Vec<T>
where
    A: Sync,
    F: Sync + Fn(&A) -> T,
    T: Send,
{
    let jobs = items
        .iter()
        .map(|item| {
            let f = &f;
            move || f(item)
        })
        .collect();
    run_all(jobs)
}
