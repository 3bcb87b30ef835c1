//! expect: race in schedules::run_all_gives_the_results_in_the_order_of_the_jobs
//!
//! The results come through a channel, and whoever ends first comes first.

use std::sync::mpsc;
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
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for job in jobs {
            let sender = sender.clone();
            scope.spawn(move || sender.send(job()).unwrap());
        }
    });
    drop(sender);
    receiver.into_iter().collect()
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
