//! expect: unsound in compile_fail::cell_used_by_two
//!
//! A clone of `f` and of the item for every thread. It compiles, it is quick to write,
//! and it turns away all that cannot be cloned or sent. Worse, it lets in items that
//! must not be shared, such as cells, and works on copies of them.

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
    A: Clone + Send,
    F: Fn(&A) -> T + Clone + Send,
    T: Send,
{
    thread::scope(|scope| {
        let threads: Vec<_> = items
            .iter()
            .map(|item| {
                let (f, item) = (f.clone(), item.clone());
                scope.spawn(move || f(&item))
            })
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    })
}
