//! expect: unsound in compile_fail::control_the_bounds_alone
//!
//! `T: Debug` slipped in with a log line. It has nothing to do with threads, and it
//! turns away every caller whose results cannot be printed.

use std::fmt::Debug;
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
    T: Send + Debug,
{
    thread::scope(|scope| {
        let threads: Vec<_> = jobs.into_iter().map(|job| scope.spawn(job)).collect();
        threads
            .into_iter()
            .map(|t| t.join().unwrap())
            .inspect(|result| println!("done: {result:?}"))
            .collect()
    })
}

pub fn parallel_map<A, T, F>(items: &[A], f: F) -> Vec<T>
where
    A: Sync,
    F: Fn(&A) -> T + Sync,
    T: Send,
{
    thread::scope(|scope| {
        let threads: Vec<_> = items
            .iter()
            .map(|item| {
                let f = &f;
                scope.spawn(move || f(item))
            })
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    })
}
