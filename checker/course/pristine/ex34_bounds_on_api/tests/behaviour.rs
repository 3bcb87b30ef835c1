//! What the three functions do, on real threads. Which callers their bounds let in,
//! and which they turn away, is the business of `compile_fail.rs`.

use std::sync::mpsc;
use std::sync::{Arc, Barrier};
use std::thread::{self, JoinHandle, ThreadId};

use ex34::{parallel_map, run_all, spawn_task};

// The signatures, as the task gives them. The plainest callers of all must fit.
type Job = fn() -> u8;
type Rule = fn(&u8) -> u8;
const _: fn(Job) -> JoinHandle<u8> = spawn_task;
const _: fn(Vec<Job>) -> Vec<u8> = run_all;
const _: fn(&'static [u8], Rule) -> Vec<u8> = parallel_map;

#[test]
fn a_task_gives_its_result_to_the_handle() {
    testkit::watchdog(|| {
        let task: JoinHandle<String> = spawn_task(|| "fish".to_uppercase());
        assert_eq!(task.join().expect("the task does not panic"), "FISH");
    });
}

#[test]
fn a_task_runs_on_another_thread() {
    testkit::watchdog(|| {
        let task: JoinHandle<ThreadId> = spawn_task(|| thread::current().id());
        assert_ne!(
            task.join().expect("the task does not panic"),
            thread::current().id(),
            "the task ran on the thread that called spawn_task"
        );
    });
}

#[test]
fn spawn_task_does_not_wait_for_its_task() {
    testkit::watchdog(|| {
        let (sender, receiver) = mpsc::channel();
        let task: JoinHandle<i32> = spawn_task(move || receiver.recv().unwrap());
        // Sent only after spawn_task has returned.
        sender.send(7).expect("the task waits for this number");
        assert_eq!(task.join().expect("the task does not panic"), 7);
    });
}

#[test]
fn run_all_keeps_the_order_of_the_jobs() {
    testkit::watchdog(|| {
        let jobs: Vec<_> = (0..20).map(|number| move || number * number).collect();
        let squares: Vec<i32> = run_all(jobs);
        assert!(
            squares
                .iter()
                .copied()
                .eq((0..20).map(|number| number * number)),
            "result number n must be the result of job number n, but they were {squares:?}"
        );
    });
}

#[test]
fn run_all_has_every_job_at_work_at_once() {
    testkit::watchdog(|| {
        // No job gets past the barrier before all fifty have reached it.
        let barrier = Arc::new(Barrier::new(50));
        let jobs: Vec<_> = (0..50)
            .map(|job| {
                let barrier = Arc::clone(&barrier);
                move || {
                    barrier.wait();
                    job
                }
            })
            .collect();
        let results: Vec<i32> = run_all(jobs);
        assert!(
            results.iter().copied().eq(0..50),
            "result number n must be the result of job number n, but they were {results:?}"
        );
    });
}

#[test]
fn no_job_and_no_item_give_no_result() {
    testkit::watchdog(|| {
        let results: Vec<u8> = run_all(Vec::<fn() -> u8>::new());
        assert!(results.is_empty(), "there was no job to run");
        let results: Vec<u8> = parallel_map(&[0_u8; 0], |item: &u8| *item);
        assert!(results.is_empty(), "there was no item to map");
    });
}

#[test]
fn parallel_map_keeps_the_order_of_the_items() {
    testkit::watchdog(|| {
        let pages: Vec<String> = (0..20).map(|words| "fish ".repeat(words)).collect();
        let words: Vec<usize> =
            parallel_map(&pages, |page: &String| page.split_whitespace().count());
        assert!(
            words.iter().copied().eq(0..20),
            "result number n must belong to item number n, but they were {words:?}"
        );
    });
}

#[test]
fn parallel_map_has_every_item_at_work_at_once() {
    testkit::watchdog(|| {
        // No call gets past the barrier before all fifty have reached it.
        let barrier = Barrier::new(50);
        let numbers: Vec<i32> = (0..50).collect();
        let doubled: Vec<i32> = parallel_map(&numbers, move |number: &i32| {
            barrier.wait();
            number * 2
        });
        assert!(
            doubled.iter().copied().eq((0..50).map(|number| number * 2)),
            "result number n must belong to item number n, but they were {doubled:?}"
        );
    });
}
