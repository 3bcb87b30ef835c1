//! expect: livelock in schedules::spawn_task_returns_while_its_task_still_runs
//!
//! The handle is given back only once the task has ended, so that the result is "ready".
//! A task that waits for its caller never ends.

use std::thread::{self, JoinHandle};

pub fn spawn_task<F, T>(task: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let handle = thread::spawn(task);
    while !handle.is_finished() {
        thread::yield_now();
    }
    handle
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
    F: Fn(&A) -> T + Sync,
    T: Send,
{
    let f = &f;
    run_all(items.iter().map(|item| move || f(item)).collect())
}
