//! The same queue, with every order in which its threads can take turns.
//!
//! In this file, and in yours as it is compiled here, `std` is the explorer's
//! look-alike. The explorer decides which thread runs next, and tries all the
//! orders that matter. It also wakes a thread out of `wait` for no reason, as the
//! real one is allowed to.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex21;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

use ex21::Queue;

const OPEN: &str = "the queue is open and has a place";
const PANICKED: &str = "a thread that used the queue panicked";

#[test]
fn a_waiting_taker_gets_the_item() {
    interleave::explore(|| {
        let queue = Queue::new(1);
        let taken = thread::scope(|scope| {
            let taker = scope.spawn(|| queue.pop());
            queue.push(7).expect(OPEN);
            taker.join().expect(PANICKED)
        });
        assert_eq!(
            taken,
            Some(7),
            "7 was pushed and nobody closed the queue: the waiting taker must get it"
        );
    });
}

#[test]
fn a_full_queue_makes_the_giver_wait() {
    interleave::explore(|| {
        let queue = Queue::new(1);
        let pushed = AtomicUsize::new(0);
        let (early, taken) = thread::scope(|scope| {
            scope.spawn(|| {
                queue.push(1).expect(OPEN);
                pushed.store(1, SeqCst);
                queue.push(2).expect(OPEN);
                pushed.store(2, SeqCst);
            });
            let early = pushed.load(SeqCst);
            (early, [queue.pop(), queue.pop()])
        });
        assert!(
            early <= 1,
            "two items went into a queue with one place before the first one came out"
        );
        assert_eq!(taken, [Some(1), Some(2)], "1 went in first, then 2");
    });
}

#[test]
fn items_without_a_size_need_places_too() {
    interleave::explore(|| {
        // A `()` takes no memory. The queue has one place all the same.
        let queue = Queue::new(1);
        let pushed = AtomicUsize::new(0);
        let early = thread::scope(|scope| {
            scope.spawn(|| {
                queue.push(()).expect(OPEN);
                pushed.store(1, SeqCst);
                queue.push(()).expect(OPEN);
                pushed.store(2, SeqCst);
            });
            let early = pushed.load(SeqCst);
            queue.pop();
            queue.pop();
            early
        });
        assert!(
            early <= 1,
            "two items went into a queue with one place before the first one came out"
        );
    });
}

#[test]
fn two_items_wake_two_takers() {
    interleave::explore(|| {
        let queue = Queue::new(2);
        let mut taken = thread::scope(|scope| {
            let one = scope.spawn(|| queue.pop());
            let other = scope.spawn(|| queue.pop());
            queue.push(1).expect(OPEN);
            queue.push(2).expect(OPEN);
            [one.join().expect(PANICKED), other.join().expect(PANICKED)]
        });
        taken.sort();
        assert_eq!(
            taken,
            [Some(1), Some(2)],
            "two items went in, so each of the two takers must get one"
        );
    });
}

#[test]
fn two_free_places_wake_two_givers() {
    interleave::explore(|| {
        let queue = Queue::new(2);
        queue.push(1).expect(OPEN);
        queue.push(2).expect(OPEN);
        let (taken, given) = thread::scope(|scope| {
            let one = scope.spawn(|| queue.push(3));
            let other = scope.spawn(|| queue.push(4));
            let taken = [queue.pop(), queue.pop()];
            let given = [one.join().expect(PANICKED), other.join().expect(PANICKED)];
            (taken, given)
        });
        assert_eq!(taken, [Some(1), Some(2)], "1 went in first, then 2");
        assert_eq!(
            given,
            [Ok(()), Ok(())],
            "two places became free, so each of the two givers must get one"
        );
    });
}

#[test]
fn one_giver_and_two_takers_never_all_sleep() {
    interleave::explore(|| {
        let queue = Queue::new(1);
        let mut taken = thread::scope(|scope| {
            let one = scope.spawn(|| queue.pop());
            let other = scope.spawn(|| queue.pop());
            queue.push(1).expect(OPEN);
            queue.push(2).expect("the queue is open");
            [one.join().expect(PANICKED), other.join().expect(PANICKED)]
        });
        taken.sort();
        assert_eq!(
            taken,
            [Some(1), Some(2)],
            "two items went in, so each of the two takers must get one"
        );
    });
}

#[test]
fn close_wakes_every_waiting_taker() {
    interleave::explore(|| {
        let queue: Queue<u32> = Queue::new(1);
        let taken = thread::scope(|scope| {
            let one = scope.spawn(|| queue.pop());
            let other = scope.spawn(|| queue.pop());
            queue.close();
            [one.join().expect(PANICKED), other.join().expect(PANICKED)]
        });
        assert_eq!(taken, [None, None], "nothing ever went in");
    });
}

#[test]
fn close_wakes_a_waiting_giver() {
    interleave::explore(|| {
        let queue = Queue::new(1);
        queue.push(1).expect(OPEN);
        let given = thread::scope(|scope| {
            let giver = scope.spawn(|| queue.push(2));
            queue.close();
            giver.join().expect(PANICKED)
        });
        assert_eq!(
            given,
            Err(2),
            "there was never a place for 2: `push` gives it back when the queue closes"
        );
        assert_eq!(
            queue.pop(),
            Some(1),
            "1 was inside when the queue closed, so it may still be taken"
        );
        assert_eq!(queue.pop(), None, "closed, and nothing left");
    });
}

#[test]
fn an_accepted_item_is_never_lost() {
    interleave::explore(|| {
        let queue = Queue::new(1);
        let (given, taken) = thread::scope(|scope| {
            let giver = scope.spawn(|| queue.push(1));
            let taker = scope.spawn(|| queue.pop());
            queue.close();
            (giver.join().expect(PANICKED), taker.join().expect(PANICKED))
        });
        assert_eq!(
            given.is_ok(),
            taken.is_some(),
            "`push` returned {given:?} and `pop` {taken:?}: what goes in must come out"
        );
    });
}

use std::{fmt::Debug, hash::Hash};

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
/// Bounds are the business of other tests, so what is handed over here meets nearly all.
fn _signatures<T: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static>() {
    let _: fn(usize) -> Queue<T> = Queue::new;
    let _: fn(&Queue<T>, T) -> Result<(), T> = Queue::push;
    let _: fn(&Queue<T>) -> Option<T> = Queue::pop;
    let _: fn(&Queue<T>) = Queue::close;
}
