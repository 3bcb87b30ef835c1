//! expect: timed-out in behaviour::run_all_has_every_job_at_work_at_once
//!
//! Starts four jobs, waits for them, and starts the next four.

use std::thread::{self, JoinHandle};

/// Starts `task` on a new thread and returns at once.
///
/// - `FnOnce`: it is called once, so it may use up what it owns.
/// - `F: Send`: it is moved to the new thread. `T: Send`: the result is moved back.
/// - `'static` for both: nobody waits, so the caller may be gone before they are.
pub fn spawn_task<F, T>(task: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    thread::spawn(task)
}

/// Runs all `jobs` at the same time, each on a thread of its own, and returns when
/// the last one has ended.
///
/// - `FnOnce` and `Send`, as above. Not `Sync`: each job has one owner at a time.
/// - No `'static`: the scope does not end before its threads have.
pub fn run_all<F, T>(jobs: Vec<F>) -> Vec<T>
where
    F: FnOnce() -> T + Send,
    T: Send,
{
    thread::scope(|scope| {
        // `collect` starts every thread before the first join. Without it the lazy
        // iterator would start one, join it, start the next.
        let mut jobs = jobs.into_iter();
        let mut results = Vec::new();
        loop {
            let threads: Vec<_> = jobs.by_ref().take(4).map(|job| scope.spawn(job)).collect();
            if threads.is_empty() {
                return results;
            }
            results.extend(
                threads
                    .into_iter()
                    .map(|thread| thread.join().expect("a job panicked")),
            );
        }
    })
}

/// Calls `f` on every item, all at the same time, each on a thread of its own, and
/// returns when the last call has ended.
///
/// - `Fn`: the threads call one and the same `f` at once.
/// - `F: Sync` and `A: Sync`: each thread holds a `&F` and a `&A`. Neither value
///   moves, so neither needs to be `Send`.
/// - `T: Send`: a result moves from its thread to the caller.
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
        threads
            .into_iter()
            .map(|thread| thread.join().expect("a call panicked"))
            .collect()
    })
}
