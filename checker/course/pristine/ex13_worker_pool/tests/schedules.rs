//! `Pool` under the explorer.
//!
//! In this file `std` is the explorer's look-alike. Each test runs in every order of the workers that
//! matters, and fails if a single one goes wrong. `sometimes!(…)` asks whether there is an order, even
//! one, in which something happens.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex13;

use ex13::Pool;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

#[test]
fn every_job_is_done_when_finish_returns() {
    interleave::explore(|| {
        let done = Arc::new(AtomicUsize::new(0));
        let pool = Pool::new(2);
        for _ in 0..2 {
            let done = Arc::clone(&done);
            pool.submit(move || {
                done.fetch_add(1, SeqCst);
            });
        }
        pool.finish();
        assert_eq!(
            done.load(SeqCst),
            2,
            "2 jobs were submitted, but when finish returned only this many (on the left) were done"
        );
    });
}

#[test]
fn jobs_run_on_the_workers() {
    interleave::explore(|| {
        let worker = Arc::new(Mutex::new(None));
        let pool = Pool::new(1);
        assert!(
            interleave::threads_spawned() >= 1,
            "Pool::new(1) started no thread"
        );
        let seen = Arc::clone(&worker);
        pool.submit(move || *seen.lock().unwrap() = Some(thread::current().id()));
        pool.finish();
        assert_ne!(
            *worker.lock().unwrap(),
            Some(thread::current().id()),
            "the job ran on the thread that made the pool, not on a worker"
        );
    });
}

#[test]
fn two_workers_run_two_jobs_at_once() {
    interleave::explore(|| {
        let running = Arc::new(AtomicUsize::new(0));
        let met = Arc::new(AtomicBool::new(false));
        let pool = Pool::new(2);
        for _ in 0..2 {
            let (running, met) = (Arc::clone(&running), Arc::clone(&met));
            pool.submit(move || {
                if running.fetch_add(1, SeqCst) == 1 {
                    met.store(true, SeqCst);
                }
                running.fetch_sub(1, SeqCst);
            });
        }
        pool.finish();
        sometimes!(met.load(SeqCst), "two jobs run at the same time");
    });
}

#[test]
fn a_job_does_not_wait_for_finish() {
    interleave::explore(|| {
        let pool = Pool::new(1);
        let (sender, receiver) = mpsc::channel();
        pool.submit(move || sender.send("mailed").unwrap());
        // Waits for the job. `finish` has not been called yet.
        assert_eq!(receiver.recv(), Ok("mailed"), "the job was thrown away");
        pool.finish();
    });
}

#[test]
fn submit_does_not_wait_for_a_job() {
    interleave::explore(|| {
        let pool = Pool::new(1);
        let (sender, receiver) = mpsc::channel();
        // The first job keeps the only worker busy until both others are in the queue.
        pool.submit(move || receiver.recv().unwrap());
        pool.submit(|| {});
        pool.submit(|| {});
        sender.send(()).unwrap();
        pool.finish();
    });
}

#[test]
fn one_worker_runs_the_jobs_in_order() {
    interleave::explore(|| {
        let order = Arc::new(Mutex::new(Vec::new()));
        let pool = Pool::new(1);
        for number in 1..=3 {
            let order = Arc::clone(&order);
            pool.submit(move || order.lock().unwrap().push(number));
        }
        pool.finish();
        assert_eq!(
            *order.lock().unwrap(),
            [1, 2, 3],
            "jobs 1, 2 and 3 were submitted in this order, but one worker ran them in another (on the left)"
        );
    });
}

#[test]
fn a_free_worker_takes_the_next_job() {
    interleave::explore(|| {
        let pool = Pool::new(2);
        let (sender, receiver) = mpsc::channel();
        // Job 1 keeps one worker busy until job 3 has run. The other worker has to run 2 and 3.
        pool.submit(move || receiver.recv().unwrap());
        pool.submit(|| {});
        pool.submit(move || sender.send(()).unwrap());
        pool.finish();
    });
}

#[test]
fn the_pool_has_only_the_threads_it_started_with() {
    interleave::explore(|| {
        let pool = Pool::new(1);
        let at_first = interleave::threads_spawned();
        pool.submit(|| {});
        pool.submit(|| {});
        pool.finish();
        assert_eq!(
            interleave::threads_spawned(),
            at_first,
            "submit or finish started more threads (on the left) than Pool::new had started (on the right)"
        );
    });
}

#[test]
fn no_worker_is_left_after_finish() {
    interleave::explore(|| {
        let pool = Pool::new(2);
        pool.submit(|| {});
        pool.finish();
        assert_eq!(
            interleave::live_threads(),
            0,
            "finish returned, but this many workers (on the left) had not ended"
        );
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
const _: fn(usize) -> Pool = Pool::new;
const _: fn(Pool) = Pool::finish;
fn _signature<F: FnOnce() + Send + 'static>(pool: &Pool, job: F) {
    let () = pool.submit(job);
}
