//! expect: wrong-answer in behaviour::no_job_and_no_item_give_no_result
//!
//! The last job runs on the calling thread, which waits anyway. Without any job there is no
//! last one.

use std::thread::{self, JoinHandle};

pub fn spawn_task<F, T>(task: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    thread::spawn(task)
}

pub fn run_all<F, T>(mut jobs: Vec<F>) -> Vec<T>
where
    F: FnOnce() -> T + Send,
    T: Send,
{
    let last = jobs.pop().unwrap();
    thread::scope(|scope| {
        let threads: Vec<_> = jobs.into_iter().map(|job| scope.spawn(job)).collect();
        let last = last();
        let mut results: Vec<T> = threads.into_iter().map(|t| t.join().unwrap()).collect();
        results.push(last);
        results
    })
}

pub fn parallel_map<A, T, F>(items: &[A], f: F) -> Vec<T>
where
    A: Sync,
    F: Fn(&A) -> T + Sync,
    T: Send,
{
    let f = &f;
    thread::scope(|scope| {
        let threads: Vec<_> = items
            .iter()
            .map(|item| scope.spawn(move || f(item)))
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    })
}
