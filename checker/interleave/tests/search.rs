//! The search: how many schedules it tries, and what it finds.
#![allow(clippy::pedantic)]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

mod common;

use common::{fails, passes};
use interleave::FailureKind;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::sync::mpsc;
use std::sync::{Condvar, LazyLock, Mutex, OnceLock, RwLock};
use std::thread;

/// Threads that each take one lock so many times. Only the order of the locks
/// matters, so the number of schedules is a multinomial coefficient.
fn critical_sections(threads: usize, each: usize) -> usize {
    let coverage = passes(move || {
        let total = Mutex::new(0);
        thread::scope(|s| {
            for _ in 0..threads {
                s.spawn(|| {
                    for _ in 0..each {
                        *total.lock().unwrap() += 1;
                    }
                });
            }
        });
        assert_eq!(*total.lock().unwrap(), threads * each);
    });
    assert!(coverage.complete);
    coverage.schedules
}

#[test]
fn locks_are_tried_in_every_order_and_each_order_once() {
    assert_eq!(critical_sections(2, 1), 2);
    assert_eq!(critical_sections(2, 2), 6);
    assert_eq!(critical_sections(3, 1), 6);
    assert_eq!(critical_sections(3, 2), 90);
}

#[test]
fn readers_commute() {
    let coverage = passes(|| {
        let lock = RwLock::new(1);
        thread::scope(|s| {
            for _ in 0..3 {
                s.spawn(|| assert_eq!(*lock.read().unwrap(), 1));
            }
        });
    });
    assert_eq!((coverage.schedules, coverage.complete), (1, true));
}

#[test]
fn messages_come_in_every_order() {
    let coverage = passes(|| {
        let (tx, rx) = mpsc::channel();
        for i in 0..3 {
            let tx = tx.clone();
            thread::spawn(move || tx.send(i).unwrap());
        }
        drop(tx);
        let mut got: Vec<u32> = rx.iter().collect();
        got.sort_unstable();
        assert_eq!(got, [0, 1, 2]);
    });
    assert_eq!((coverage.schedules, coverage.complete), (6, true));
}

#[test]
fn steps_of_different_objects_are_not_permuted() {
    let coverage = passes(|| {
        thread::scope(|s| {
            for _ in 0..4 {
                s.spawn(|| {
                    let own = AtomicU32::new(0);
                    for _ in 0..5 {
                        own.fetch_add(1, SeqCst);
                    }
                });
            }
        });
    });
    assert_eq!((coverage.schedules, coverage.complete), (1, true));
}

#[test]
fn a_lost_update_is_found() {
    let report = fails(FailureKind::Race, || {
        let clicks = AtomicU32::new(0);
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    let seen = clicks.load(SeqCst);
                    clicks.store(seen + 1, SeqCst);
                });
            }
        });
        assert_eq!(clicks.load(SeqCst), 2, "a click is lost");
    });
    assert!(report.message().contains("a click is lost"));
    assert!(report.story().contains("stores 1 in atomic 1"));
}

#[test]
fn an_answer_that_is_always_wrong_is_no_race() {
    fails(FailureKind::WrongAnswer, || {
        let sum = thread::spawn(|| 1 + 1).join().unwrap();
        assert_eq!(sum, 3);
    });
}

#[test]
fn locks_in_opposite_order_deadlock() {
    let report = fails(FailureKind::Deadlock, || {
        let (a, b) = (Mutex::new(0), Mutex::new(0));
        thread::scope(|s| {
            s.spawn(|| {
                let _a = a.lock().unwrap();
                let _b = b.lock().unwrap();
            });
            s.spawn(|| {
                let _b = b.lock().unwrap();
                let _a = a.lock().unwrap();
            });
        });
    });
    assert!(report.story().contains("held by thread 1 since search.rs"));
    assert!(report.story().contains("held by thread 2 since search.rs"));
}

#[test]
fn a_lock_taken_twice_by_one_thread_deadlocks() {
    let report = fails(FailureKind::Deadlock, || {
        let lock = Mutex::new(0);
        let _first = lock.lock().unwrap();
        let _second = lock.lock().unwrap();
    });
    assert!(
        report
            .story()
            .contains("which it holds itself since search.rs")
    );
}

#[test]
fn a_sender_kept_alive_deadlocks() {
    let report = fails(FailureKind::Deadlock, || {
        let (tx, rx) = mpsc::channel();
        let sent = tx.clone();
        thread::spawn(move || sent.send(1).unwrap());
        assert_eq!(rx.iter().sum::<i32>(), 1);
        drop(tx);
    });
    assert!(report.story().contains("1 sender is still there"));
}

fn hand_over(recheck: bool) {
    let queue = Mutex::new(Vec::new());
    let more = Condvar::new();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let mut items = queue.lock().unwrap();
                if recheck {
                    while items.is_empty() {
                        items = more.wait(items).unwrap();
                    }
                } else if items.is_empty() {
                    items = more.wait(items).unwrap();
                }
                items.pop().unwrap();
            });
        }
        for item in 0..2 {
            queue.lock().unwrap().push(item);
            more.notify_one();
        }
    });
}

#[test]
fn a_wait_without_a_loop_is_found() {
    passes(|| hand_over(true));
    fails(FailureKind::Race, || hand_over(false));
}

#[test]
fn a_sleeper_may_wake_though_nobody_notified_it() {
    let body = |recheck: bool| {
        let ready = Mutex::new(false);
        let changed = Condvar::new();
        thread::scope(|s| {
            s.spawn(|| {
                let mut seen = ready.lock().unwrap();
                while !*seen {
                    seen = changed.wait(seen).unwrap();
                    if !recheck {
                        break;
                    }
                }
                assert!(*seen);
            });
            *ready.lock().unwrap() = true;
            changed.notify_one();
        });
    };
    passes(move || body(true));
    let report = fails(FailureKind::Race, move || body(false));
    assert!(report.story().contains("wakes though"));
}

#[test]
fn a_notify_that_comes_before_the_wait_is_lost() {
    let report = fails(FailureKind::Deadlock, || {
        let lock = Mutex::new(());
        let changed = Condvar::new();
        thread::scope(|s| {
            s.spawn(|| drop(changed.wait(lock.lock().unwrap())));
            s.spawn(|| changed.notify_one());
        });
    });
    assert!(report.story().contains("nobody"));
}

#[test]
fn a_weak_exchange_may_fail_for_no_reason() {
    fails(FailureKind::Race, || {
        let slot = AtomicU32::new(0);
        assert!(slot.compare_exchange_weak(0, 1, SeqCst, SeqCst).is_ok());
    });
    passes(|| {
        let slot = AtomicU32::new(0);
        while slot.compare_exchange_weak(0, 1, SeqCst, SeqCst).is_err() {}
    });
}

#[test]
fn every_thread_may_be_the_one_that_initialises() {
    let coverage = passes(|| {
        let cell = OnceLock::new();
        thread::scope(|s| {
            s.spawn(|| cell.get_or_init(|| 1));
            s.spawn(|| cell.get_or_init(|| 2));
        });
        let first = *cell.get().unwrap();
        sometimes!(first == 1, "the first thread initialises");
        sometimes!(first == 2, "the second thread initialises");
    });
    assert!(coverage.complete);
}

#[test]
fn work_under_a_lock_never_overlaps() {
    let body = |under_the_lock: bool| {
        let (inside, most) = (AtomicU32::new(0), AtomicU32::new(0));
        let lock = Mutex::new(());
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    let guard = lock.lock();
                    if !under_the_lock {
                        drop(guard);
                    }
                    let now = inside.fetch_add(1, SeqCst) + 1;
                    most.fetch_max(now, SeqCst);
                    inside.fetch_sub(1, SeqCst);
                });
            }
        });
        sometimes!(most.load(SeqCst) == 2, "two threads work at once");
    };
    passes(move || body(false));
    let report = fails(FailureKind::Overlocked, move || body(true));
    assert_eq!(report.message(), "never happens: two threads work at once");
}

#[test]
fn every_execution_finds_its_statics_new() {
    static LOG: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    static COUNT: AtomicU32 = AtomicU32::new(7);
    static NAME: LazyLock<String> = LazyLock::new(|| String::from("ledger"));
    static FIRST: OnceLock<u32> = OnceLock::new();
    let coverage = passes(|| {
        assert!(LOG.lock().unwrap().is_empty());
        assert!(FIRST.get().is_none());
        assert_eq!(COUNT.fetch_add(1, Relaxed), 7);
        thread::scope(|s| {
            for i in 0..2 {
                s.spawn(move || {
                    LOG.lock().unwrap().push(i);
                    FIRST.get_or_init(|| i);
                    assert_eq!(*NAME, "ledger");
                });
            }
        });
        assert_eq!(LOG.lock().unwrap().len(), 2);
    });
    assert!(coverage.complete && coverage.schedules > 1);
}

#[test]
fn a_loop_that_counts_its_turns_gives_up() {
    fails(FailureKind::Race, || {
        let done = AtomicBool::new(false);
        thread::scope(|s| {
            s.spawn(|| done.store(true, SeqCst));
            for _ in 0..100 {
                if done.load(SeqCst) {
                    break;
                }
                thread::yield_now();
            }
            assert!(done.load(SeqCst), "gave up too early");
        });
    });
}

#[test]
fn the_count_of_an_arc_is_watched() {
    use std::sync::Arc;
    let body = |join: bool| {
        let (tx, rx) = mpsc::channel();
        let total = Arc::new(Mutex::new(1));
        let theirs = Arc::clone(&total);
        let adder = thread::spawn(move || {
            *theirs.lock().unwrap() += 1;
            tx.send(()).unwrap();
        });
        rx.recv().unwrap();
        if join {
            adder.join().unwrap();
        }
        Arc::try_unwrap(total).expect("the other thread may still have its Arc");
    };
    passes(move || body(true));
    fails(FailureKind::Race, move || body(false));
}

#[test]
fn the_same_program_gives_the_same_report() {
    let story = || {
        fails(FailureKind::Deadlock, || {
            let locks = [Mutex::new(0), Mutex::new(0), Mutex::new(0)];
            thread::scope(|s| {
                for i in 0..3 {
                    let locks = &locks;
                    s.spawn(move || {
                        let _left = locks[i].lock().unwrap();
                        let _right = locks[(i + 1) % 3].lock().unwrap();
                    });
                }
            });
        })
    };
    let first = story();
    for _ in 0..5 {
        let again = story();
        assert_eq!(first.story(), again.story());
        assert_eq!(first.schedules(), again.schedules());
    }
}

#[test]
fn a_search_of_long_executions_does_not_claim_to_be_whole() {
    let coverage = passes(|| {
        let turns = AtomicU32::new(0);
        for _ in 0..4_000 {
            turns.fetch_add(1, Relaxed);
        }
    });
    assert!(!coverage.complete);
}

#[test]
fn a_spin_lock_is_searched_whole() {
    let coverage = passes(|| {
        let locked = AtomicBool::new(false);
        thread::scope(|s| {
            for _ in 0..3 {
                s.spawn(|| {
                    while locked.swap(true, Acquire) {}
                    locked.store(false, Release);
                });
            }
        });
    });
    // 6 orders; a waiting thread looks 0 to 2 times before it rests, in each of
    // 3 places.
    assert_eq!((coverage.schedules, coverage.complete), (6 * 27, true));
}

#[test]
fn a_race_of_long_threads_is_no_wrong_answer() {
    fails(FailureKind::Race, || {
        let total = Mutex::new(0);
        let read = || *total.lock().unwrap();
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    // Many visits to one line: it looks like a loop that waits.
                    for _ in 0..12 {
                        let seen = read();
                        *total.lock().unwrap() = seen + 1;
                    }
                });
            }
        });
        assert_eq!(read(), 24);
    });
}
