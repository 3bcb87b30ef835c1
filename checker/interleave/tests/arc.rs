//! The owners of an `Arc`: what a program can see of how many there are.
#![allow(clippy::pedantic, unsafe_code)]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "arc/random.rs"]
mod random;

mod common;

use common::{fails, passes};
use interleave::{Explorer, FailureKind, Outcome};
use std::cell::UnsafeCell;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::sync::{Arc, Mutex, Weak, mpsc};
use std::task::{Wake, Waker};
use std::thread::{self, JoinHandle};

/// What the bodies saw on their schedules.
fn seen<T: Ord + Send + 'static>(body: impl Fn() -> T + Send + Sync + 'static) -> BTreeSet<T> {
    // Of the real one: it outlives each schedule.
    use interleave::the_real_std::sync::{Arc, Mutex};
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let notes = Arc::clone(&seen);
    passes(move || {
        let saw = body();
        notes.lock().unwrap().insert(saw);
    });
    let mut seen = seen.lock().unwrap();
    core::mem::take(&mut *seen)
}

/// A value that two threads may use only one after the other.
#[derive(Default)]
struct Shared(UnsafeCell<u32>);

unsafe impl Sync for Shared {}

impl Shared {
    fn add_one(&self) {
        unsafe { *self.0.get() += 1 };
    }

    fn get(&self) -> u32 {
        unsafe { *self.0.get() }
    }
}

#[test]
fn a_program_that_cannot_tell_is_not_searched_for_it() {
    let coverage = passes(|| {
        let total = Arc::new(Mutex::new(0));
        let threads = [(); 2].map(|()| {
            let total = Arc::clone(&total);
            thread::spawn(move || {
                for _ in 0..2 {
                    *total.lock().unwrap() += 1;
                }
            })
        });
        for thread in threads {
            thread.join().unwrap();
        }
    });
    assert_eq!((coverage.schedules, coverage.complete), (6, true));
}

#[test]
fn owners_that_come_and_go_commute() {
    let coverage = passes(|| {
        let value = Arc::new(1);
        let threads = [(); 3].map(|()| {
            let value = Arc::clone(&value);
            thread::spawn(move || drop(Arc::clone(&value)))
        });
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(Arc::strong_count(&value), 1);
    });
    assert_eq!((coverage.schedules, coverage.complete), (1, true));
}

#[test]
fn every_count_is_seen() {
    let counts = seen(|| {
        let value = Arc::new(1);
        let threads = [(); 2].map(|()| {
            let value = Arc::clone(&value);
            thread::spawn(move || drop(value))
        });
        let count = Arc::strong_count(&value);
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(Arc::strong_count(&value), 1);
        count
    });
    assert_eq!(counts, BTreeSet::from([1, 2, 3]));
}

#[test]
fn weak_pointers_are_counted() {
    let counts = seen(|| {
        let value = Arc::new(1);
        let weak = Arc::downgrade(&value);
        let thread = thread::spawn(move || {
            let more = Weak::clone(&weak);
            drop(weak);
            drop(more);
        });
        let count = Arc::weak_count(&value);
        thread.join().unwrap();
        assert_eq!(Arc::weak_count(&value), 0);
        count
    });
    assert_eq!(counts, BTreeSet::from([0, 1, 2]));
}

/// Two owners, one of whom shall have the value.
fn who_has_it(take: fn(Arc<u32>) -> Option<u32>) -> impl Fn() + Send + Sync {
    move || {
        let value = Arc::new(7);
        let other = Arc::clone(&value);
        let thread = thread::spawn(move || take(other));
        let mine = take(value);
        let theirs = thread.join().unwrap();
        assert!(mine.is_some() ^ theirs.is_some(), "nobody has the value");
    }
}

#[test]
fn two_who_try_to_unwrap_may_both_fail() {
    let report = fails(
        FailureKind::Race,
        who_has_it(|value| Arc::try_unwrap(value).ok()),
    );
    let story = report.story();
    assert!(story.contains("cannot take the value out of"), "{story}");
    passes(who_has_it(Arc::into_inner));
}

#[test]
fn a_failed_unwrap_gives_the_owner_back() {
    passes(|| {
        let value = Arc::new(7);
        let other = Arc::clone(&value);
        let value = Arc::try_unwrap(value).unwrap_err();
        drop(other);
        assert_eq!(Arc::try_unwrap(value), Ok(7));
    });
}

#[test]
fn an_upgrade_meets_the_last_owner_before_or_after() {
    let upgraded = seen(|| {
        let value = Arc::new(7);
        let weak = Arc::downgrade(&value);
        let thread = thread::spawn(move || weak.upgrade().map(|value| *value));
        drop(value);
        thread.join().unwrap()
    });
    assert_eq!(upgraded, BTreeSet::from([None, Some(7)]));
}

#[test]
fn upgrades_commute() {
    let coverage = passes(|| {
        let value = Arc::new(7);
        let threads = [(); 3].map(|()| {
            let weak = Arc::downgrade(&value);
            thread::spawn(move || assert!(weak.upgrade().is_some()))
        });
        for thread in threads {
            thread.join().unwrap();
        }
        drop(value);
    });
    // Each upgrade and the drop of its owner stand against the other threads'.
    assert!(
        coverage.complete && coverage.schedules <= 90,
        "{coverage:?}"
    );
}

#[test]
fn make_mut_clones_what_is_shared() {
    let results = seen(|| {
        let mut value = Arc::new(1);
        let other = Arc::clone(&value);
        let thread = thread::spawn(move || *other);
        let before = Arc::as_ptr(&value);
        *Arc::make_mut(&mut value) = 2;
        assert_eq!((*value, thread.join().unwrap()), (2, 1));
        before == Arc::as_ptr(&value)
    });
    assert_eq!(results, BTreeSet::from([false, true]));
}

#[test]
fn a_weak_pointer_forbids_to_change_the_value_in_place() {
    passes(|| {
        let mut value = Arc::new(1);
        let weak = Arc::downgrade(&value);
        assert_eq!(Arc::get_mut(&mut value), None);
        *Arc::make_mut(&mut value) = 2;
        assert_eq!(weak.upgrade(), None);
        assert_eq!(Arc::get_mut(&mut value), Some(&mut 2));
    });
}

#[test]
fn whoever_has_it_alone_sees_what_the_others_did() {
    passes(|| {
        let mut shared = Arc::new(Shared::default());
        let other = Arc::clone(&shared);
        thread::spawn(move || other.add_one());
        loop {
            if let Some(shared) = Arc::get_mut(&mut shared) {
                assert_eq!(shared.get(), 1);
                break;
            }
            thread::yield_now();
        }
    });
}

#[test]
fn whoever_unwraps_it_sees_what_the_others_did() {
    passes(|| {
        let mut shared = Arc::new(Shared::default());
        let other = Arc::clone(&shared);
        thread::spawn(move || other.add_one());
        let shared = loop {
            match Arc::try_unwrap(shared) {
                Ok(shared) => break shared,
                Err(again) => shared = again,
            }
            thread::yield_now();
        };
        assert_eq!(shared.0.into_inner(), 1);
    });
}

#[test]
fn whoever_has_it_alone_sees_what_was_done_before_a_weak_pointer_went() {
    passes(|| {
        let (mut value, side) = (Arc::new(1), Arc::new(Shared::default()));
        let (weak, theirs) = (Arc::downgrade(&value), Arc::clone(&side));
        thread::spawn(move || {
            theirs.add_one();
            drop(weak);
        });
        while Arc::get_mut(&mut value).is_none() {
            thread::yield_now();
        }
        assert_eq!(side.get(), 1);
    });
}

/// `strong_count` is a relaxed load: it hands nothing over.
#[test]
fn whoever_counts_one_owner_knows_nothing_of_what_the_others_did() {
    fails(FailureKind::Race, || {
        let shared = Arc::new(Shared::default());
        let other = Arc::clone(&shared);
        thread::spawn(move || other.add_one());
        while Arc::strong_count(&shared) > 1 {
            thread::yield_now();
        }
        shared.get();
    });
}

/// A value whose drop looks at what its users did.
struct Looks(Shared);

impl Drop for Looks {
    fn drop(&mut self) {
        assert_eq!(self.0.get(), 1);
    }
}

#[test]
fn whoever_drops_the_value_sees_what_the_others_did() {
    passes(|| {
        let value = Arc::new(Looks(Shared::default()));
        let other = Arc::clone(&value);
        thread::spawn(move || other.0.add_one());
        drop(value);
    });
}

/// A pool that waits for its workers when it is dropped.
struct Pool(Mutex<Option<JoinHandle<()>>>);

impl Drop for Pool {
    fn drop(&mut self) {
        let worker = self.0.get_mut().unwrap().take();
        worker.map(JoinHandle::join);
    }
}

/// Whoever drops the last owner may be a worker itself, and waits for itself.
#[test]
fn a_worker_may_be_the_one_to_drop_the_pool() {
    let body = |weak: bool| {
        let pool = Arc::new(Pool(Mutex::new(None)));
        let (done, is_done) = mpsc::channel();
        let worker = if weak {
            let pool = Arc::downgrade(&pool);
            thread::spawn(move || {
                drop(pool);
                done.send(()).unwrap();
            })
        } else {
            let pool = Arc::clone(&pool);
            thread::spawn(move || {
                drop(pool);
                done.send(()).unwrap();
            })
        };
        *pool.0.lock().unwrap() = Some(worker);
        drop(pool);
        is_done.recv().unwrap();
    };
    fails(FailureKind::Deadlock, move || body(false));
    passes(move || body(true));
}

/// What is made before the body has had other owners on other schedules.
#[test]
fn an_arc_from_outside_is_not_counted() {
    let outside = Arc::new(1);
    passes({
        let outside = Arc::clone(&outside);
        move || {
            let theirs = Arc::clone(&outside);
            thread::spawn(move || drop(theirs)).join().unwrap();
        }
    });
    let report = fails(FailureKind::Refused, move || {
        assert_eq!(Arc::strong_count(&outside), 2);
    });
    assert!(report.story().contains("make the `Arc` inside the body"));
}

#[test]
fn outside_of_an_exploration_it_is_an_arc() {
    let mut value = Arc::new(String::from("a"));
    let weak = Arc::downgrade(&value);
    assert_eq!((Arc::strong_count(&value), Arc::weak_count(&value)), (1, 1));
    assert_eq!(Arc::get_mut(&mut value), None);
    Arc::make_mut(&mut value).push('b');
    assert!(weak.upgrade().is_none());
    let other = Arc::clone(&value);
    let value = Arc::try_unwrap(value).unwrap_err();
    drop(other);
    assert_eq!(Arc::unwrap_or_clone(value), "ab");

    let raw = Arc::into_raw(Arc::new(5));
    unsafe { Arc::increment_strong_count(raw) };
    unsafe { Arc::decrement_strong_count(raw) };
    let back = unsafe { Arc::from_raw(raw) };
    assert_eq!((*back, Arc::strong_count(&back)), (5, 1));

    let cyclic = Arc::new_cyclic(|me: &Weak<Option<Weak<u32>>>| {
        assert!(me.upgrade().is_none());
        Some(Weak::new())
    });
    assert_eq!(Arc::strong_count(&cyclic), 1);
    let any: Arc<dyn core::any::Any + Send + Sync> = Arc::new(7u32);
    assert_eq!(*any.downcast::<u32>().unwrap(), 7);
}

#[test]
fn a_panic_while_a_value_is_cloned_or_dropped_loses_no_owner() {
    struct Bad {
        _witness: Arc<()>,
    }
    impl Clone for Bad {
        fn clone(&self) -> Bad {
            panic!("no clones")
        }
    }
    passes(|| {
        let witness = Arc::new(());
        let mut value = Arc::new(Bad {
            _witness: Arc::clone(&witness),
        });
        let other = Arc::clone(&value);
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            Arc::make_mut(&mut value);
        }));
        assert!(caught.is_err());
        assert_eq!(Arc::strong_count(&value), 2);
        drop((value, other));
        assert_eq!(Arc::strong_count(&witness), 1);
    });
}

struct Wakes(AtomicU32);

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, SeqCst);
    }
}

#[test]
fn a_waker_is_an_owner() {
    passes(|| {
        let wakes = Arc::new(Wakes(AtomicU32::new(0)));
        let waker = Waker::from(Arc::clone(&wakes));
        let more = waker.clone();
        assert!(waker.will_wake(&more));
        assert_eq!(Arc::strong_count(&wakes), 3);
        waker.wake_by_ref();
        thread::spawn(move || more.wake()).join().unwrap();
        drop(waker);
        assert_eq!((wakes.0.load(SeqCst), Arc::strong_count(&wakes)), (2, 1));
    });
}

/// A schedule with counted owners has other steps; its token says so.
#[test]
fn the_report_has_a_token_that_counts() {
    let outcome = Explorer::new().run(who_has_it(|value| Arc::try_unwrap(value).ok()));
    let Outcome::Failed(report) = outcome else {
        panic!("it must fail");
    };
    assert!(report.token().is_some());
    assert!(
        !report.story().contains("another way"),
        "{}",
        report.story()
    );
}
