//! `Published` under the explorer.
//!
//! In this file `std` is the explorer's look-alike. Each test runs in every order of the threads that
//! matters. A load reads every value that its ordering allows it to read, old ones as well. And two
//! accesses to an `UnsafeCell` that nothing puts in order are a failure by themselves.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex28;

use ex28::Published;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Config {
    workers: u32,
    port: u32,
}

const CONFIG: Config = Config {
    workers: 4,
    port: 8080,
};

const PANICKED: &str = "a thread that used `Published` panicked";

#[test]
fn an_empty_place_gives_nothing() {
    interleave::explore(|| {
        let place: Published<Config> = Published::empty();
        assert_eq!(place.get(), None, "nobody has published anything");
    });
}

#[test]
fn a_value_is_there_when_its_publisher_is_done() {
    interleave::explore(|| {
        let place = Published::empty();
        thread::scope(|scope| {
            let publisher = scope.spawn(|| place.publish(CONFIG));
            assert_eq!(
                publisher.join().expect(PANICKED),
                Ok(()),
                "the only publisher must succeed"
            );
        });
        assert_eq!(
            place.get(),
            Some(&CONFIG),
            "the publisher had ended before `get` was called"
        );
        assert_eq!(
            place.publish(Config { port: 1, ..CONFIG }),
            Err(Config { port: 1, ..CONFIG }),
            "a value is there already, so the second must come back"
        );
        assert_eq!(place.get(), Some(&CONFIG), "the first value must stay");
    });
}

#[test]
fn a_reader_sees_the_whole_value_or_nothing() {
    interleave::explore(|| {
        let place = Published::empty();
        let publishers_done = AtomicU32::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                let result = place.publish(CONFIG);
                publishers_done.store(1, Relaxed);
                result
            });
            // Early or late: `Relaxed` tells nothing about the value, so this is no excuse.
            publishers_done.load(Relaxed);
            if let Some(config) = place.get() {
                assert_eq!(
                    *config, CONFIG,
                    "what a reader saw is not what was published"
                );
            }
        });
    });
}

#[test]
fn a_reader_sees_all_that_the_publisher_did_before() {
    interleave::explore(|| {
        let place = Published::empty();
        let files_loaded = AtomicU32::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                files_loaded.store(3, Relaxed);
                place.publish(CONFIG)
            });
            if place.get().is_some() {
                assert_eq!(
                    files_loaded.load(Relaxed),
                    3,
                    "the publisher loaded 3 files before it published. A reader saw the value, and then \
                     an older count of files: `Release` and `Acquire` must carry both over"
                );
            }
        });
    });
}

#[test]
fn a_value_that_is_there_stays_and_never_changes() {
    interleave::explore(|| {
        let place = Published::empty();
        place.publish(1).expect("the place was empty");
        thread::scope(|scope| {
            scope.spawn(|| place.publish(2));
            let first = place.get();
            assert_eq!(first, Some(&1), "1 was there before 2 was tried");
            let again = place.get();
            assert_eq!(again, Some(&1), "1 was there a moment ago");
            assert_eq!(
                first,
                Some(&1),
                "a reader still looked at 1 when it changed"
            );
        });
    });
}

#[test]
fn every_reader_sees_what_is_there() {
    interleave::explore(|| {
        let place = Published::empty();
        place.publish(1).expect("the place was empty");
        thread::scope(|scope| {
            let other = scope.spawn(|| place.get() == Some(&1));
            assert_eq!(place.get(), Some(&1), "1 is there, whoever else is reading");
            assert!(
                other.join().expect(PANICKED),
                "1 is there, whoever else is reading"
            );
        });
    });
}

#[test]
fn of_two_publishers_one_succeeds() {
    interleave::explore(|| {
        let place = Published::empty();
        // What `publish` returned, and what the same thread sees next.
        let publish = |number| (place.publish(number), place.get().copied());
        let [(one, after_one), (two, after_two)] = thread::scope(|scope| {
            let one = scope.spawn(|| publish(1));
            let two = publish(2);
            [one.join().expect(PANICKED), two]
        });
        let (winner, winner_saw, loser_saw) = match (one, two) {
            (Ok(()), Err(2)) => (1, after_one, after_two),
            (Err(1), Ok(())) => (2, after_two, after_one),
            results => panic!(
                "`publish(1)` and `publish(2)` returned {results:?}: one must succeed, and the \
                 other must get its own value back"
            ),
        };
        assert_eq!(winner_saw, Some(winner), "its own `publish` returned Ok");
        assert!(
            loser_saw.is_none_or(|seen| seen == winner),
            "`publish({winner})` succeeded, and the other thread saw {loser_saw:?}"
        );
        assert_eq!(
            place.get(),
            Some(&winner),
            "`publish({winner})` returned Ok, and both publishers are done"
        );
    });
}

use std::{fmt::Debug, hash::Hash};

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
/// Bounds are the business of other tests, so what is handed over here meets nearly all.
fn _signatures<T: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static>() {
    let _: fn() -> Published<T> = Published::empty;
    let _: fn(&Published<T>, T) -> Result<(), T> = Published::publish;
    let _: fn(&Published<T>) -> Option<&T> = Published::get;
}
