//! # Bounds on an API
//!
//! A library that runs other people's closures on threads must say what those
//! closures need to be. It says so in its bounds, and the compiler holds every
//! caller to them. There are two ways to get bounds wrong:
//!
//! - **Too loose.** The body does not compile, because nothing says that the
//!   closure may cross to another thread.
//! - **Too tight.** The body compiles, and an honest caller does not. Their value
//!   is fine, but you asked for something that it lacks and that you never needed.
//!
//! The second kind is easy to miss. Your own tests pass, and the complaint comes
//! later, from someone else.
//!
//! Here are the promises that you can ask for:
//!
//! | bound              | the caller promises                                         |
//! |--------------------|-------------------------------------------------------------|
//! | `F: FnOnce() -> T` | it can be called once. Every closure can                    |
//! | `F: Fn(&A) -> T`   | it can be called many times, each time through a `&F`       |
//! | `X: Send`          | a value of it may move to another thread                    |
//! | `X: Sync`          | two threads may use one value at once, each through a `&X`  |
//! | `X: 'static`       | it borrows nothing that may go away                         |
//! | `X: Clone`         | it can be copied                                            |
//!
//! Note that `&X` may move to another thread only if `X` is `Sync`.
//!
//! ## Your task
//!
//! Write three functions: their bounds, then their bodies.
//!
//! - [`spawn_task`] starts one task and does not wait for it. The task may still
//!   run when its caller has long returned.
//! - [`run_all`] runs many jobs at once, each one once, and waits for all of them.
//! - [`parallel_map`] has one function that all its threads use at once, and
//!   items that stay where they are.
//!
//! For every bound, ask: which line of the body needs it? If no line does, leave it
//! out. The tests bring callers of both kinds: some that your bounds must turn away,
//! and some that they must let in.
//!
//! Keep the names, the parameters and the return types. Add bounds, in any of the
//! ways that Rust has to write them, and `use` lines. `unsafe` is switched off here.
//!
//! ## Example
//!
//! ```
//! let pages = ["one fish", "two fish", "red fish blue fish"];
//!
//! // Nothing is copied: the threads borrow the pages.
//! let words = parallel_map(&pages, |page| page.split(' ').count());
//! assert_eq!(words, [2, 2, 4]);
//!
//! let title = String::from("Fish");
//! let task = spawn_task(move || title.to_uppercase());
//! assert_eq!(task.join().unwrap(), "FISH");
//! ```
//!
//! ## Read
//!
//! - The Book, [Extensible Concurrency with `Send` and `Sync`](https://doc.rust-lang.org/book/ch16-04-extensible-concurrency-sync-and-send.html)
//!   and [Closures](https://doc.rust-lang.org/book/ch13-01-closures.html)
//! - The standard library on [`thread::spawn`](https://doc.rust-lang.org/std/thread/fn.spawn.html)
//!   and [`thread::scope`](https://doc.rust-lang.org/std/thread/fn.scope.html). Look at their bounds

use std::thread::JoinHandle;

/// Starts `task` on a new thread and returns at once.
///
/// The result waits in the handle. The thread may outlive the function that
/// called `spawn_task`.
pub fn spawn_task<F, T>(task: F) -> JoinHandle<T> {
    let _ = task;
    todo!("write the bounds, then start the task on a new thread")
}

/// Runs all `jobs` at the same time, each on a thread of its own, and returns when
/// the last one has ended.
///
/// The results come in the order of the jobs, whichever ended first. The jobs may
/// borrow from the caller, who waits here until they are done.
pub fn run_all<F, T>(jobs: Vec<F>) -> Vec<T> {
    todo!("write the bounds, then run {} jobs at once", jobs.len())
}

/// Calls `f` on every item, all at the same time, each on a thread of its own, and
/// returns when the last call has ended.
///
/// All threads use the one `f`, and look at the items where they lie. The results
/// come in the order of the items. The items and `f` may borrow from the caller.
pub fn parallel_map<A, T, F>(items: &[A], f: F) -> Vec<T> {
    let _ = f;
    todo!("write the bounds, then map {} items at once", items.len())
}
