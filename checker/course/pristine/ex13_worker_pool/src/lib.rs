//! # 13 Worker pool
//!
//! A shop mails a receipt for every order. Mailing takes seconds, so it must not hold up the order.
//! A thread for each mail would do, until the day when ten thousand orders come in at once. The usual
//! answer is a **worker pool**: a few threads, started once, that share one queue of jobs.
//!
//! ```text
//!                                      ╭──▶  worker 0   runs a job
//! submit(job)  ──▶  [ job | job ]  ────┼──▶  worker 1   runs a job
//!                                      ╰──▶  worker 2   waits for one
//! ```
//!
//! A channel is such a queue. And a job is a value like any other: a closure in a box, of the type
//! `Box<dyn FnOnce() + Send>`. The box makes closures of all kinds and sizes alike.
//!
//! But a channel has one receiver, and here several threads want to receive. A `Receiver` cannot be
//! cloned. It can be shared: behind a `Mutex`, so that one worker at a time takes a job out, and in
//! an `Arc`, so that every worker owns it. `Arc<Mutex<Receiver<Job>>>` looks worse than it is.
//! (Exercises 15 to 17 have more about `Mutex`. All you need here: `lock().unwrap()` waits for the
//! lock and returns a guard, and the lock is free again when that guard is dropped.)
//!
//! ## Why it matters
//!
//! Web servers, build tools and game engines have pools like this one. First versions of it tend to
//! have one of two faults:
//!
//! - **A worker keeps the lock while it runs its job.** Then no other worker can take one, and the
//!   pool runs one job at a time. A guard can live longer than you see: one without a name lives to
//!   the end of the whole statement that made it.
//! - **The pool never ends, or ends too early.** A worker that waits for a job must learn that none
//!   will come any more. And whoever ends the pool must wait until the last job is done.
//!
//! ## Your task
//!
//! Give [`Pool`] its fields and write its three methods. Its workers share one queue of jobs, and do
//! all of them before the pool ends.
//!
//! Then run `cargo test -p ex13`. A shop uses the pool like this:
//!
//! ```
//! let pool = ex13::Pool::new(3);
//! for order in 1..=1_000 {
//!     pool.submit(move || println!("mailing the receipt for order {order}")); // does not wait
//! }
//! pool.finish(); // waits for the last mail
//! ```
//!
//! Read: the Book on [a server with many threads](https://doc.rust-lang.org/book/ch21-02-multithreaded.html)
//! and on [its end](https://doc.rust-lang.org/book/ch21-03-graceful-shutdown-and-cleanup.html),
//! [`Receiver`](https://doc.rust-lang.org/std/sync/mpsc/struct.Receiver.html),
//! [`Mutex`](https://doc.rust-lang.org/std/sync/struct.Mutex.html).

/// A few threads that share one queue of jobs.
///
/// The fields are yours. Keep the signatures of the methods.
pub struct Pool {
    // Your fields.
}

impl Pool {
    /// Starts a pool of `workers` threads. The pool never starts another.
    ///
    /// You may assume that `workers` is at least 1.
    pub fn new(workers: usize) -> Pool {
        todo!("make a queue, and start {workers} workers that share its receiving half")
    }

    /// Puts a job at the end of the queue, and returns without waiting for any job.
    ///
    /// - A free worker takes the job that has waited longest, and runs it at once. So no job waits
    ///   while a worker is free, and all workers can be at work at the same time.
    /// - Only the workers run jobs.
    ///
    /// You may assume that no job panics.
    pub fn submit<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        let _ = job; // box it and send it
        todo!("put the job in the queue")
    }

    /// Closes the queue, and waits until every job in it is done and every worker has ended.
    pub fn finish(self) {
        todo!("tell the workers that no more jobs will come, and wait for them")
    }
}
