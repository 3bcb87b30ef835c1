//! Your file, run again under a scheduler that tries every order in which the
//! threads can take their turns. A function that turns threads into a queue, one
//! after the other, is found out here, whatever its bounds say.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex34;

use interleave::sometimes;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc;
use std::thread::JoinHandle;

/// A moment of work: comes in, and says before it leaves how many have come so far.
/// If everyone says the same high number, all of them were inside together.
fn work(come: &AtomicUsize) -> usize {
    come.fetch_add(1, SeqCst);
    come.load(SeqCst)
}

#[test]
fn spawn_task_returns_while_its_task_still_runs() {
    interleave::explore(|| {
        let (sender, receiver) = mpsc::channel();
        // The task waits for a number that is sent only after spawn_task returned.
        let task: JoinHandle<i32> = ex34::spawn_task(move || receiver.recv().unwrap());
        sender.send(7).expect("the task waits for this number");
        assert_eq!(
            task.join().expect("the task does not panic"),
            7,
            "the handle gives what the task returned"
        );
    });
}

#[test]
fn run_all_has_all_jobs_at_work_at_once() {
    interleave::explore(|| {
        let come = Arc::new(AtomicUsize::new(0));
        let jobs: Vec<_> = (0..3)
            .map(|_| {
                let come = Arc::clone(&come);
                move || work(&come)
            })
            .collect();
        let seen: Vec<usize> = ex34::run_all(jobs);
        assert_eq!(seen.len(), 3, "three jobs give three results");
        sometimes!(
            seen == [3, 3, 3],
            "all three jobs of run_all are at work at the same time"
        );
    });
}

#[test]
fn run_all_gives_the_results_in_the_order_of_the_jobs() {
    interleave::explore(|| {
        let jobs: Vec<_> = [10, 20].map(|number| move || number + 1).into();
        let results: Vec<i32> = ex34::run_all(jobs);
        assert_eq!(
            results,
            [11, 21],
            "the first result belongs to the first job, even if the second job ends first"
        );
    });
}

#[test]
fn parallel_map_has_all_items_at_work_at_once() {
    interleave::explore(|| {
        let come = Arc::new(AtomicUsize::new(0));
        let f = {
            let come = Arc::clone(&come);
            move |_: &i32| work(&come)
        };
        let seen: Vec<usize> = ex34::parallel_map(&[1, 2, 3], f);
        assert_eq!(seen.len(), 3, "three items give three results");
        sometimes!(
            seen == [3, 3, 3],
            "all three calls of f are at work at the same time"
        );
    });
}

#[test]
fn parallel_map_gives_the_results_in_the_order_of_the_items() {
    interleave::explore(|| {
        let lengths: Vec<usize> = ex34::parallel_map(&["fish", "ox"], |word: &&str| word.len());
        assert_eq!(
            lengths,
            [4, 2],
            "the first result belongs to the first item, even if the second call ends first"
        );
    });
}

use std::{fmt::Debug, hash::Hash};

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
/// Bounds are the business of other tests, so what is handed over here meets nearly all.
fn _signatures<T: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static>() {
    type Task<T> = fn() -> T;
    type Change<T> = fn(&T) -> T;
    let _: fn(Task<T>) -> JoinHandle<T> = ex34::spawn_task;
    let _: fn(Vec<Task<T>>) -> Vec<T> = ex34::run_all;
    let _: fn(&'static [T], Change<T>) -> Vec<T> = ex34::parallel_map;
}
