//! expect: unsound in compile_fail::control_borrowed_data
//!
//! `thread::spawn` in `run_all`, and so `'static` on every job. A caller whose jobs
//! borrow from it is turned away, although `run_all` waits for them.

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
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    threads.into_iter().map(|t| t.join().unwrap()).collect()
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
