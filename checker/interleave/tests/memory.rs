//! The memory model: litmus tests, each with the outcomes that C11 allows and
//! those that it forbids.
#![allow(clippy::pedantic)]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

mod common;

use common::passes;
use interleave::the_real_std::collections::BTreeSet;
use interleave::the_real_std::sync::{Arc, Mutex};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering, Ordering::*, fence};
use std::thread;

/// All outcomes that the explorer shows for a program.
fn outcomes<T: Ord + Send + 'static>(program: fn() -> T) -> BTreeSet<T> {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let here = Arc::clone(&seen);
    let coverage = passes(move || {
        let outcome = program();
        here.lock().unwrap().insert(outcome);
    });
    assert!(coverage.complete);
    std::mem::take(&mut seen.lock().unwrap())
}

/// Runs two threads and returns what they return.
fn two<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    thread::scope(|s| {
        let a = s.spawn(a);
        let b = s.spawn(b);
        (a.join().unwrap(), b.join().unwrap())
    })
}

/// Message passing: data, then a flag. Returns (flag, data) as the reader saw
/// them.
fn message_passing(store: Ordering, load: Ordering) -> (u32, u32) {
    let (data, flag) = (AtomicU32::new(0), AtomicU32::new(0));
    two(
        || {
            data.store(1, Relaxed);
            flag.store(1, store);
        },
        || (flag.load(load), data.load(Relaxed)),
    )
    .1
}

#[test]
fn message_passing_needs_release_and_acquire() {
    let stale = (1, 0);
    assert!(outcomes(|| message_passing(Relaxed, Relaxed)).contains(&stale));
    assert!(outcomes(|| message_passing(Release, Relaxed)).contains(&stale));
    assert!(outcomes(|| message_passing(Relaxed, Acquire)).contains(&stale));
    let ordered = BTreeSet::from([(0, 0), (0, 1), (1, 1)]);
    assert_eq!(outcomes(|| message_passing(Release, Acquire)), ordered);
    assert_eq!(outcomes(|| message_passing(SeqCst, SeqCst)), ordered);
}

#[test]
fn message_passing_by_fences() {
    fn program() -> (u32, u32) {
        let (data, flag) = (AtomicU32::new(0), AtomicU32::new(0));
        two(
            || {
                data.store(1, Relaxed);
                fence(Release);
                flag.store(1, Relaxed);
            },
            || {
                let flag = flag.load(Relaxed);
                fence(Acquire);
                (flag, data.load(Relaxed))
            },
        )
        .1
    }
    assert_eq!(outcomes(program), BTreeSet::from([(0, 0), (0, 1), (1, 1)]));
}

/// Store buffering: each thread stores its own and loads the other's.
fn store_buffering(store: Ordering, load: Ordering) -> (u32, u32) {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    two(
        || {
            x.store(1, store);
            y.load(load)
        },
        || {
            y.store(1, store);
            x.load(load)
        },
    )
}

#[test]
fn only_seq_cst_forbids_store_buffering() {
    assert!(outcomes(|| store_buffering(Relaxed, Relaxed)).contains(&(0, 0)));
    assert!(outcomes(|| store_buffering(Release, Acquire)).contains(&(0, 0)));
    let ordered = BTreeSet::from([(0, 1), (1, 0), (1, 1)]);
    assert_eq!(outcomes(|| store_buffering(SeqCst, SeqCst)), ordered);
}

#[test]
fn seq_cst_fences_forbid_store_buffering() {
    fn program() -> (u32, u32) {
        let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
        two(
            || {
                x.store(1, Relaxed);
                fence(SeqCst);
                y.load(Relaxed)
            },
            || {
                y.store(1, Relaxed);
                fence(SeqCst);
                x.load(Relaxed)
            },
        )
    }
    assert_eq!(outcomes(program), BTreeSet::from([(0, 1), (1, 0), (1, 1)]));
}

#[test]
fn one_thread_never_sees_an_older_value_after_a_newer_one() {
    fn program() -> (u32, u32) {
        let x = AtomicU32::new(0);
        two(
            || x.store(1, Relaxed),
            || (x.load(Relaxed), x.load(Relaxed)),
        )
        .1
    }
    assert_eq!(outcomes(program), BTreeSet::from([(0, 0), (0, 1), (1, 1)]));
}

/// Two writers, two readers that read in opposite order.
fn independent_reads(store: Ordering, load: Ordering) -> (u32, u32, u32, u32) {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, store));
        s.spawn(|| y.store(1, store));
        let a = s.spawn(|| (x.load(load), y.load(load)));
        let b = s.spawn(|| (y.load(load), x.load(load)));
        let ((a, b), (c, d)) = (a.join().unwrap(), b.join().unwrap());
        (a, b, c, d)
    })
}

#[test]
fn readers_may_disagree_on_the_order_of_two_writers_unless_all_is_seq_cst() {
    let disagree = (1, 0, 1, 0);
    assert!(outcomes(|| independent_reads(Release, Acquire)).contains(&disagree));
    assert!(!outcomes(|| independent_reads(SeqCst, SeqCst)).contains(&disagree));
}

#[test]
fn read_modify_writes_never_miss_each_other() {
    fn program() -> u32 {
        let x = AtomicU32::new(0);
        two(|| x.fetch_add(1, Relaxed), || x.fetch_add(1, Relaxed));
        x.load(Relaxed)
    }
    assert_eq!(outcomes(program), BTreeSet::from([2]));
}

#[test]
fn a_read_modify_write_continues_a_release_sequence() {
    fn program() -> (u32, u32) {
        let (data, flag) = (AtomicU32::new(0), AtomicU32::new(0));
        thread::scope(|s| {
            s.spawn(|| {
                data.store(1, Relaxed);
                flag.store(1, Release);
            });
            s.spawn(|| flag.fetch_add(1, Relaxed));
            let reader = s.spawn(|| (flag.load(Acquire), data.load(Relaxed)));
            reader.join().unwrap()
        })
    }
    let seen = outcomes(program);
    assert!(seen.contains(&(2, 1)));
    assert!(
        !seen.contains(&(2, 0)),
        "2 = a relaxed add on top of the release store"
    );
}

#[test]
fn a_join_makes_everything_visible() {
    fn program() -> u32 {
        let x = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| x.store(1, Relaxed));
        });
        x.load(Relaxed)
    }
    assert_eq!(outcomes(program), BTreeSet::from([1]));
}

#[test]
fn a_mutex_makes_everything_visible() {
    fn program() -> (bool, u32) {
        let x = AtomicU32::new(0);
        let done = std::sync::Mutex::new(false);
        two(
            || {
                x.store(1, Relaxed);
                *done.lock().unwrap() = true;
            },
            || (*done.lock().unwrap(), x.load(Relaxed)),
        )
        .1
    }
    assert!(!outcomes(program).contains(&(true, 0)));
}

#[test]
fn a_value_becomes_visible_in_the_end() {
    passes(|| {
        let flag = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| flag.store(1, Relaxed));
            while flag.load(Relaxed) == 0 {}
        });
    });
}

/// A value in a `OnceLock` is seen with all that was done before it was put
/// there, however closely the reader follows.
#[test]
fn a_once_lock_hands_over_what_was_done_before() {
    let ordered = BTreeSet::from([(false, 0), (false, 1), (true, 1)]);
    assert_eq!(
        outcomes(|| {
            let (data, cell) = (AtomicU32::new(0), OnceLock::new());
            two(
                || {
                    data.store(1, Relaxed);
                    cell.set(()).unwrap();
                },
                || (cell.get().is_some(), data.load(Relaxed)),
            )
            .1
        }),
        ordered
    );
}
