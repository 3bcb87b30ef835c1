//! expect: unsound in compile_fail::control_guards_that_are_shared
//!
//! `f` in an `Arc`, one for each thread. Whichever thread lets go last drops `f`, so `f`
//! must be `Send` as well. A plain reference asks for `Sync` alone.

use std::sync::Arc;
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
    thread::scope(|scope| {
        let threads: Vec<_> = jobs.into_iter().map(|job| scope.spawn(job)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    })
}

pub fn parallel_map<A, T, F>(items: &[A], f: F) -> Vec<T>
where
    A: Sync,
    F: Fn(&A) -> T + Send + Sync,
    T: Send,
{
    let f = Arc::new(f);
    thread::scope(|scope| {
        let threads: Vec<_> = items
            .iter()
            .map(|item| {
                let f = Arc::clone(&f);
                scope.spawn(move || f(item))
            })
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    })
}
