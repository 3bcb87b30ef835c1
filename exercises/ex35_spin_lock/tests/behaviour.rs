//! `SpinLock` on real threads.
//!
//! A test that hangs is ended by the watchdog, which says what its threads are waiting for.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

use ex35::{Guard, SpinLock};
use testkit::watchdog;

/// Something that can neither be sent nor shared nor copied. It may lie in a lock on one thread.
type Local = Cell<Rc<str>>;

/// These compile only while the signatures are the ones that the task gave you, with no bounds on `T`.
const _: fn(Local) -> SpinLock<Local> = SpinLock::new;
const _: for<'a> fn(&'a SpinLock<Local>) -> Guard<'a, Local> = SpinLock::lock;
const _: for<'a> fn(&'a SpinLock<Local>) -> Option<Guard<'a, Local>> = SpinLock::try_lock;
const _: for<'a, 'b> fn(&'b Guard<'a, Local>) -> &'b Local = |guard| guard;
const _: for<'a, 'b> fn(&'b mut Guard<'a, Local>) -> &'b mut Local = |guard| guard;

#[test]
fn the_value_is_dropped_once_and_with_its_lock() {
    struct Counted<'a>(&'a AtomicUsize);
    impl Drop for Counted<'_> {
        fn drop(&mut self) {
            self.0.fetch_add(1, SeqCst);
        }
    }
    watchdog(|| {
        let dropped = AtomicUsize::new(0);
        {
            let lock = SpinLock::new(Counted(&dropped));
            drop(lock.lock());
            assert_eq!(
                dropped.load(SeqCst),
                0,
                "a guard drops no value: it unlocks"
            );
        }
        assert_eq!(
            dropped.load(SeqCst),
            1,
            "the lock was dropped, and its value with it"
        );
    });
}

#[test]
fn a_change_stays() {
    watchdog(|| {
        let name = SpinLock::new(String::from("spin"));
        name.lock().push_str(" lock");
        assert_eq!(*name.lock(), "spin lock", "the guard before changed it");
        assert_eq!(name.lock().len(), 9, "methods are found through the guard");
    });
}

#[test]
fn a_guard_holds_the_lock_until_it_is_dropped() {
    watchdog(|| {
        let lock = SpinLock::new(0);
        let guard = lock.lock();
        assert!(lock.try_lock().is_none(), "there is a guard");
        assert!(
            lock.try_lock().is_none(),
            "the guard is still there. Did the `try_lock` before unlock?"
        );
        drop(guard);
        {
            let mut guard = lock.try_lock().expect("the guard was dropped");
            *guard = 7;
            assert!(
                lock.try_lock().is_none(),
                "a guard of `try_lock` counts too"
            );
        }
        assert_eq!(lock.try_lock().map(|guard| *guard), Some(7));
    });
}

#[test]
fn four_threads_add_a_thousand_each() {
    watchdog(|| {
        let total = SpinLock::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..1_000 {
                        *total.lock() += 1;
                    }
                });
            }
        });
        assert_eq!(*total.lock(), 4_000);
    });
}
