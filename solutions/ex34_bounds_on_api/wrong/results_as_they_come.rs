//! expect: race in schedules::parallel_map_gives_the_results_in_the_order_of_the_items
//!
//! Each thread pushes its result onto one locked vector. The lock keeps the vector whole. It
//! does not keep the order.

use std::sync::Mutex;
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
    T: Send,
{
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for item in items {
            let (f, results) = (&f, &results);
            scope.spawn(move || {
                let result = f(item);
                results.lock().unwrap().push(result);
            });
        }
    });
    results.into_inner().unwrap()
}
