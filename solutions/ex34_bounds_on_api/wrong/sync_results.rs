//! expect: unsound in compile_fail::control_cells_that_move
//!
//! The results stand in an `RwLock` that the threads share, so they must be `Sync`. But
//! nobody looks at a result while another thread does: a `Mutex` asks for less.

use std::sync::RwLock;
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
    F: Fn(&A) -> T + Sync,
    T: Send + Sync,
{
    let results: RwLock<Vec<Option<T>>> = RwLock::new(items.iter().map(|_| None).collect());
    thread::scope(|scope| {
        for (place, item) in items.iter().enumerate() {
            let (f, results) = (&f, &results);
            scope.spawn(move || {
                let result = f(item);
                results.write().unwrap()[place] = Some(result);
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
