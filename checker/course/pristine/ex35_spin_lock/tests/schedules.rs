//! `SpinLock` under the explorer.
//!
//! In this file `std` is the explorer's look-alike. Each test runs in every order of the threads that
//! matters. A thread that spins is not left spinning for ever: the others get their turns.
//! `sometimes!(…)` asks whether there is an order, even one, in which something happens.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex35;

use ex35::SpinLock;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

const PANICKED: &str = "a thread that used the lock panicked";

#[test]
fn no_increment_is_lost() {
    interleave::explore(|| {
        let total = SpinLock::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *total.lock() += 1);
            *total.lock() += 2;
        });
        assert_eq!(*total.lock(), 3, "one thread added 1, the other 2");
    });
}

#[test]
fn who_has_the_lock_sees_what_was_done_before() {
    interleave::explore(|| {
        let lock = SpinLock::new(());
        // Beside the lock, and `Relaxed`: only the lock puts the two visits in order.
        let visits = AtomicU32::new(0);
        let visit = || {
            let _guard = lock.lock();
            visits.store(visits.load(Relaxed) + 1, Relaxed);
        };
        thread::scope(|scope| {
            scope.spawn(visit);
            visit();
        });
        assert_eq!(
            visits.load(Relaxed),
            2,
            "two threads counted their visits under the lock. Either both were inside at once, or the \
             second one read a count from before the first one's visit"
        );
    });
}

#[test]
fn all_who_wait_get_in() {
    interleave::explore(|| {
        let total = SpinLock::new(0);
        let first = total.lock();
        thread::scope(|scope| {
            scope.spawn(|| *total.lock() += 1);
            scope.spawn(|| *total.lock() += 2);
            drop(first);
        });
        assert_eq!(*total.lock(), 3, "two threads waited for the lock");
    });
}

#[test]
fn try_lock_takes_a_free_lock_and_leaves_a_held_one() {
    interleave::explore(|| {
        let total = SpinLock::new(0);
        let visits = AtomicU32::new(0);
        let got_in = thread::scope(|scope| {
            scope.spawn(|| {
                let mut guard = total.lock();
                *guard += 1;
                visits.store(visits.load(Relaxed) + 1, Relaxed);
            });
            match total.try_lock() {
                Some(mut guard) => {
                    *guard += 2;
                    visits.store(visits.load(Relaxed) + 1, Relaxed);
                    true
                }
                None => false,
            }
        });
        let (sum, count) = if got_in { (3, 2) } else { (1, 1) };
        assert_eq!(*total.lock(), sum, "`lock` added 1, `try_lock` adds 2");
        assert_eq!(
            visits.load(Relaxed),
            count,
            "the second visit, by `lock` or by `try_lock`, read a count from before the first one"
        );
        sometimes!(got_in, "try_lock finds the lock free, and takes it");
        sometimes!(!got_in, "try_lock finds the lock held, and returns None");
    });
}

#[test]
fn try_lock_never_misses_a_free_lock() {
    interleave::explore(|| {
        let lock = SpinLock::new(1);
        let guard = lock.try_lock().expect("the lock is new, so it is free");
        assert!(
            lock.try_lock().is_none(),
            "this thread has a guard, and `try_lock` gave it another one"
        );
        assert!(
            lock.try_lock().is_none(),
            "this thread still has its guard. The `try_lock` before got nothing, and unlocked"
        );
        drop(guard);
        let other = thread::scope(|scope| {
            scope
                .spawn(|| lock.try_lock().map(|guard| *guard))
                .join()
                .expect(PANICKED)
        });
        assert_eq!(other, Some(1), "the guard was dropped, so the lock is free");
        assert!(
            lock.try_lock().is_some(),
            "the other thread has ended, and its guard with it"
        );
    });
}

#[test]
fn a_panic_unlocks() {
    interleave::explore(|| {
        let lock = SpinLock::new(1);
        thread::scope(|scope| {
            let clumsy = scope.spawn(|| {
                let mut guard = lock.lock();
                *guard = 2;
                panic!("on purpose, with the guard in hand");
            });
            assert!(clumsy.join().is_err(), "it panics");
        });
        assert_eq!(
            *lock.lock(),
            2,
            "the thread wrote 2 and panicked: its guard unlocks"
        );
    });
}

#[test]
fn two_locks_know_nothing_of_each_other() {
    interleave::explore(|| {
        let (left, right) = (SpinLock::new(1), SpinLock::new(2));
        let guard = left.lock();
        assert_eq!(*guard + *right.lock(), 3, "both locks were free");
    });
}

use std::{fmt::Debug, hash::Hash};

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
/// Bounds are the business of other tests, so what is handed over here meets nearly all.
fn _signatures<T: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static>() {
    let _: fn(T) -> SpinLock<T> = SpinLock::new;
    let _: fn(&SpinLock<T>) -> ex35::Guard<'_, T> = SpinLock::lock;
    let _: fn(&SpinLock<T>) -> Option<ex35::Guard<'_, T>> = SpinLock::try_lock;
    let _: fn(&'static ex35::Guard<'static, T>) -> &'static T = std::ops::Deref::deref;
    let _: fn(&'static mut ex35::Guard<'static, T>) -> &'static mut T =
        std::ops::DerefMut::deref_mut;
}
