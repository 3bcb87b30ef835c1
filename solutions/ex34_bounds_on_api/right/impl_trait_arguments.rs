//! expect: passed
//!
//! The bounds written where the arguments are, as `impl Trait`. `parallel_map` names
//! the lifetime of the items, so that results may even borrow from them. Each job
//! leaves its result in a slot that is lent to its thread.

use std::thread;

pub fn spawn_task<T: Send + 'static>(
    task: impl FnOnce() -> T + Send + 'static,
) -> thread::JoinHandle<T> {
    thread::Builder::new()
        .name("task".into())
        .spawn(task)
        .expect("the system has room for one more thread")
}

pub fn run_all<T: Send>(jobs: Vec<impl FnOnce() -> T + Send>) -> Vec<T> {
    let mut slots: Vec<Option<T>> = jobs.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for (job, slot) in jobs.into_iter().zip(&mut slots) {
            scope.spawn(move || *slot = Some(job()));
        }
    });
    slots
        .into_iter()
        .map(|slot| slot.expect("every job fills its slot"))
        .collect()
}

pub fn parallel_map<'a, A: Sync, T: Send>(items: &'a [A], f: impl Fn(&'a A) -> T + Sync) -> Vec<T> {
    let f = &f;
    run_all(items.iter().map(|item| move || f(item)).collect())
}
