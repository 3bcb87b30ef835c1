//! Callers about which nothing is known but what each function needs. If this is
//! the only control that fails, then a bound asks for a trait that no thread needs.
//! The compiler's message names it.

use std::thread::JoinHandle;

fn any_task<F, T>(task: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    ex34::spawn_task(task)
}

fn any_jobs<F, T>(jobs: Vec<F>) -> Vec<T>
where
    F: FnOnce() -> T + Send,
    T: Send,
{
    ex34::run_all(jobs)
}

fn any_items<A, T, F>(items: &[A], f: F) -> Vec<T>
where
    A: Sync,
    F: Fn(&A) -> T + Sync,
    T: Send,
{
    ex34::parallel_map(items, f)
}

fn main() {
    assert_eq!(any_task(|| 1).join().unwrap(), 1);
    assert_eq!(any_jobs(vec![|| 1]), [1]);
    assert_eq!(any_items(&[1], |number| *number), [1]);
}
