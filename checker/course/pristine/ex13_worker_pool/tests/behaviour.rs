//! `Pool` on real threads.
//!
//! A test that hangs is ended by the watchdog, which says what its threads are waiting for.

use ex13::Pool;
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Mutex, mpsc};
use std::thread;
use testkit::watchdog;

/// The methods under test. These lines compile only while the signatures are those of the task.
const NEW: fn(usize) -> Pool = Pool::new;
const FINISH: fn(Pool) = Pool::finish;
fn submit<F: FnOnce() + Send + 'static>(pool: &Pool, job: F) {
    let submit: fn(&Pool, F) = Pool::submit;
    submit(pool, job);
}

#[test]
fn a_thousand_jobs_on_four_workers() {
    watchdog(|| {
        let pool = NEW(4);
        let done = Arc::new(AtomicUsize::new(0));
        for number in 1..=1_000 {
            let done = Arc::clone(&done);
            submit(&pool, move || {
                done.fetch_add(number, SeqCst);
            });
        }
        FINISH(pool);
        assert_eq!(
            done.load(SeqCst),
            500_500,
            "some jobs were lost, or ran twice"
        );
    });
}

#[test]
fn four_workers_run_four_jobs_at_once() {
    watchdog(|| {
        let pool = NEW(4);
        let threads = Arc::new(Mutex::new(HashSet::new()));
        // Nobody passes the barrier before four jobs have come to it.
        let barrier = Arc::new(Barrier::new(4));
        for _ in 0..4 {
            let (threads, barrier) = (Arc::clone(&threads), Arc::clone(&barrier));
            submit(&pool, move || {
                barrier.wait();
                threads.lock().unwrap().insert(thread::current().id());
            });
        }
        FINISH(pool);
        assert_eq!(
            threads.lock().unwrap().len(),
            4,
            "four jobs at once need four workers"
        );
    });
}

#[test]
fn three_workers_never_run_more_than_three_jobs_at_once() {
    watchdog(|| {
        let pool = NEW(3);
        let running = Arc::new(AtomicUsize::new(0));
        let most = Arc::new(AtomicUsize::new(0));
        for _ in 0..300 {
            let (running, most) = (Arc::clone(&running), Arc::clone(&most));
            submit(&pool, move || {
                most.fetch_max(running.fetch_add(1, SeqCst) + 1, SeqCst);
                thread::yield_now();
                running.fetch_sub(1, SeqCst);
            });
        }
        FINISH(pool);
        assert!(
            most.load(SeqCst) <= 3,
            "{} jobs ran at once",
            most.load(SeqCst)
        );
    });
}

#[test]
fn a_pool_without_jobs_finishes() {
    watchdog(|| FINISH(NEW(3)));
}

#[test]
fn jobs_can_be_submitted_while_others_run() {
    watchdog(|| {
        let pool = NEW(2);
        let (sender, receiver) = mpsc::channel();
        for number in 0..100 {
            let sender = sender.clone();
            submit(&pool, move || sender.send(number * number).unwrap());
            // Waits for this very job before the next one is submitted.
            assert_eq!(receiver.recv(), Ok(number * number));
        }
        FINISH(pool);
    });
}

#[test]
fn ten_thousand_orders_come_in_while_the_worker_is_busy() {
    watchdog(|| {
        let pool = NEW(1);
        let done = Arc::new(AtomicUsize::new(0));
        let (sender, receiver) = mpsc::channel();
        // Keeps the only worker busy until all the others are in the queue.
        submit(&pool, move || receiver.recv().unwrap());
        for _ in 0..10_000 {
            let done = Arc::clone(&done);
            submit(&pool, move || {
                done.fetch_add(1, SeqCst);
            });
        }
        sender.send(()).unwrap();
        FINISH(pool);
        assert_eq!(
            done.load(SeqCst),
            10_000,
            "how many of 10,000 jobs were done"
        );
    });
}
