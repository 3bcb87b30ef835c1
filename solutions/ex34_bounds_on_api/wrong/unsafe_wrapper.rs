//! expect: compile-error
//!
//! The forum answer: wrap the closure in a type that claims to be `Send`. It would let
//! every `Rc` through. `unsafe` is switched off here.

use std::thread::{self, JoinHandle};

struct AssertSend<F>(F);

unsafe impl<F> Send for AssertSend<F> {}

pub fn spawn_task<F, T>(task: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + 'static,
    T: Send + 'static,
{
    let task = AssertSend(task);
    thread::spawn(move || {
        let task = task;
        (task.0)()
    })
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
