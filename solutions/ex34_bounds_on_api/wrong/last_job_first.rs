//! expect: wrong-answer in schedules::run_all_gives_the_results_in_the_order_of_the_jobs
//!
//! The jobs are popped off the end of the vector, so the last one gives the first result.

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
    thread::scope(|scope| {
        let mut threads = Vec::new();
        while let Some(job) = jobs.pop() {
            threads.push(scope.spawn(job));
        }
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
