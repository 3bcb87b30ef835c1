//! Where a look-alike of `std` easily goes wrong. Each fact has both of its
//! forms here: the program that must be accepted, and its twin that must not.
#![allow(clippy::pedantic)]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

mod common;

use common::{fails, passes};
use interleave::{FailureKind, the_real_std as real};
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn core_paths_are_the_look_alike_too() {
    use core::sync::atomic::AtomicU32;
    assert_ne!(
        real::any::TypeId::of::<AtomicU32>(),
        real::any::TypeId::of::<real::sync::atomic::AtomicU32>()
    );
    fn count(add: fn(&::core::sync::atomic::AtomicU32)) {
        let n = ::core::sync::atomic::AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| add(&n));
            s.spawn(|| add(&n));
        });
        assert_eq!(n.load(SeqCst), 2);
    }
    passes(|| {
        count(|n| {
            n.fetch_add(1, SeqCst);
        })
    });
    fails(FailureKind::Race, || {
        count(|n| n.store(n.load(SeqCst) + 1, SeqCst))
    });
}

#[test]
fn a_panic_belongs_to_its_thread() {
    passes(|| {
        let answer = thread::spawn(|| panic!("out of paper")).join();
        assert!(answer.is_err());
    });
    let report = fails(FailureKind::WrongAnswer, || {
        thread::spawn(|| panic!("out of paper")).join().unwrap();
    });
    assert!(
        report.message().contains("out of paper"),
        "{}",
        report.message()
    );
}

#[test]
fn a_panic_poisons_what_the_thread_held_and_nothing_else() {
    let body = |hold: bool| {
        let lock = Mutex::new(1);
        let panicked = thread::scope(|s| {
            let thread = s.spawn(|| {
                let guard = lock.lock();
                if !hold {
                    drop(guard);
                }
                panic!("out of paper");
            });
            thread.join().is_err()
        });
        assert!(panicked);
        assert_eq!(lock.is_poisoned(), hold);
        assert_eq!(lock.lock().is_err(), hold);
        *lock.lock().unwrap_or_else(PoisonError::into_inner)
    };
    passes(move || assert_eq!(body(true), 1));
    passes(move || assert_eq!(body(false), 1));
}

#[test]
fn a_caught_panic_is_over() {
    passes(|| {
        let lock = Mutex::new(1);
        let caught = std::panic::catch_unwind(|| panic!("out of paper"));
        assert!(caught.is_err());
        assert!(!thread::panicking());
        drop(lock.lock().unwrap());
        assert!(!lock.is_poisoned());
    });
}

#[test]
fn one_threads_panic_does_not_poison_anothers_lock() {
    struct LocksWhenDropped<'a>(&'a Mutex<u32>);
    impl Drop for LocksWhenDropped<'_> {
        fn drop(&mut self) {
            assert!(thread::panicking());
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        }
    }
    passes(|| {
        let (shared, other) = (Mutex::new(0), Mutex::new(0));
        thread::scope(|s| {
            let unwinding = s.spawn(|| {
                let _guard = LocksWhenDropped(&shared);
                panic!("out of paper");
            });
            s.spawn(|| {
                assert!(!thread::panicking());
                *other.lock().unwrap() += 1;
                *shared.lock().unwrap_or_else(PoisonError::into_inner) += 1;
            });
            assert!(unwinding.join().is_err());
        });
        assert!(!other.is_poisoned());
        assert_eq!(
            shared.into_inner().unwrap_or_else(PoisonError::into_inner),
            2
        );
    });
}

#[test]
fn a_detached_thread_may_be_left_blocked() {
    passes(|| {
        let (tx, rx) = mpsc::channel::<u32>();
        thread::spawn(move || rx.recv());
        std::mem::forget(tx);
    });
    fails(FailureKind::Deadlock, || {
        let (tx, rx) = mpsc::channel::<u32>();
        let thread = thread::spawn(move || rx.recv());
        std::mem::forget(tx);
        let _ = thread.join();
    });
}

#[test]
fn a_detached_thread_may_run_for_ever() {
    passes(|| {
        thread::spawn(|| {
            loop {
                thread::sleep(Duration::from_secs(1));
            }
        });
        thread::spawn(|| {
            let turns = AtomicU32::new(0);
            loop {
                turns.fetch_add(1, Relaxed);
            }
        });
    });
}

#[test]
fn a_bare_spin_lock_is_right() {
    let enter = |lock: fn(&AtomicBool)| {
        move || {
            let (locked, inside) = (AtomicBool::new(false), AtomicU32::new(0));
            thread::scope(|s| {
                for _ in 0..2 {
                    s.spawn(|| {
                        lock(&locked);
                        assert_eq!(inside.fetch_add(1, Relaxed), 0, "two are inside");
                        inside.fetch_sub(1, Relaxed);
                        locked.store(false, Release);
                    });
                }
            });
        }
    };
    passes(enter(|locked| while locked.swap(true, Acquire) {}));
    passes(enter(|locked| {
        while locked.swap(true, Acquire) {
            std::hint::spin_loop();
        }
    }));
    passes(enter(|locked| {
        while locked
            .compare_exchange(false, true, Acquire, Relaxed)
            .is_err()
        {
            thread::yield_now();
        }
    }));
    passes(enter(|locked| {
        while locked
            .compare_exchange_weak(false, true, Acquire, Relaxed)
            .is_err()
        {
            while locked.load(Relaxed) {}
        }
    }));
    // Looking and taking in two steps.
    fails(
        FailureKind::Race,
        enter(|locked| {
            while locked.load(Acquire) {}
            locked.store(true, Relaxed);
        }),
    );
}

#[test]
fn a_loop_that_nobody_ends_is_a_livelock() {
    let report = fails(FailureKind::Livelock, || {
        let stop = AtomicBool::new(false);
        while !stop.load(Relaxed) {
            std::hint::spin_loop();
        }
    });
    assert!(report.story().contains("steps again"));
    fails(FailureKind::Livelock, || {
        let done = Mutex::new(false);
        while !*done.lock().unwrap() {}
    });
}

#[test]
fn stepping_back_for_each_other_is_no_livelock() {
    passes(|| {
        let (a, b) = (Mutex::new(0), Mutex::new(0));
        let both = |first: &Mutex<u32>, second: &Mutex<u32>| {
            loop {
                let _first = first.lock().unwrap();
                if let Ok(_second) = second.try_lock() {
                    break;
                }
            }
        };
        thread::scope(|s| {
            s.spawn(|| both(&a, &b));
            s.spawn(|| both(&b, &a));
        });
    });
}

#[test]
fn a_timeout_may_fire_and_may_not() {
    passes(|| {
        let (tx, rx) = mpsc::channel();
        let sender = thread::spawn(move || tx.send(1));
        let got = rx.recv_timeout(Duration::from_secs(10));
        sometimes!(got == Ok(1), "the message comes in time");
        sometimes!(
            got == Err(RecvTimeoutError::Timeout),
            "the message comes too late"
        );
        let _ = sender.join();
    });
    passes(|| {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|s| {
            s.spawn(|| {
                *ready.lock().unwrap() = true;
                changed.notify_one();
            });
            let wait =
                changed.wait_timeout_while(ready.lock().unwrap(), Duration::from_secs(1), |r| !*r);
            let timed_out = wait.unwrap().1.timed_out();
            sometimes!(timed_out, "it times out");
            sometimes!(!timed_out, "it is notified in time");
        });
    });
}

#[test]
fn a_sleep_orders_nothing() {
    let body = |join: bool| {
        let done = AtomicBool::new(false);
        thread::scope(|s| {
            let worker = s.spawn(|| done.store(true, SeqCst));
            if join {
                worker.join().unwrap();
            } else {
                thread::sleep(Duration::from_secs(3600));
            }
            assert!(done.load(SeqCst));
        });
    };
    passes(move || body(true));
    fails(FailureKind::Race, move || body(false));
}

#[test]
fn time_is_virtual_and_moves_with_sleeps() {
    let before = real::time::Instant::now();
    passes(|| {
        let start = Instant::now();
        thread::sleep(Duration::from_secs(1_000_000));
        assert!(start.elapsed() >= Duration::from_secs(1_000_000));
    });
    assert!(before.elapsed() < Duration::from_secs(1_000_000));
}

#[test]
fn every_thread_has_its_own_locals_and_destroys_them() {
    struct Farewell(&'static AtomicU32);
    impl Drop for Farewell {
        fn drop(&mut self) {
            self.0.fetch_add(1, SeqCst);
        }
    }
    static FAREWELLS: AtomicU32 = AtomicU32::new(0);
    thread_local! {
        static TURNS: Cell<u32> = const { Cell::new(1) };
        static FAREWELL: Farewell = Farewell(&FAREWELLS);
    }
    passes(|| {
        TURNS.set(5);
        let thread = thread::spawn(|| {
            FAREWELL.with(|_| ());
            TURNS.replace(9)
        });
        assert_eq!(thread.join().unwrap(), 1);
        assert_eq!(TURNS.get(), 5);
        assert_eq!(FAREWELLS.load(SeqCst), 1);
    });
    // The twin: what is shared by all threads is not a local.
    fails(FailureKind::WrongAnswer, || {
        static TURNS: AtomicU32 = AtomicU32::new(1);
        TURNS.store(5, SeqCst);
        assert_eq!(thread::spawn(|| TURNS.load(SeqCst)).join().unwrap(), 1);
    });
}

#[test]
fn a_rendezvous_hands_over() {
    let body = |bound: usize| {
        let received = AtomicBool::new(false);
        let (tx, rx) = mpsc::sync_channel(bound);
        thread::scope(|s| {
            let received = &received;
            s.spawn(move || {
                received.store(true, SeqCst);
                rx.recv().unwrap();
            });
            tx.send(()).unwrap();
            assert!(received.load(SeqCst), "nobody has come for the message yet");
        });
    };
    passes(move || body(0));
    fails(FailureKind::Race, move || body(1));
}

#[test]
fn a_sender_whose_message_nobody_takes_gets_its_own_back() {
    passes(|| {
        let (tx, rx) = mpsc::sync_channel(0);
        thread::scope(|s| {
            for name in ["one", "two", "three"] {
                let tx = tx.clone();
                s.spawn(move || {
                    if let Err(mpsc::SendError(kept)) = tx.send(name) {
                        assert_eq!(kept, name);
                    }
                });
            }
            s.spawn(move || {
                rx.recv().unwrap();
                drop(rx);
            });
        });
    });
}

#[test]
fn a_full_channel_holds_its_sender_up() {
    passes(|| {
        let (tx, rx) = mpsc::sync_channel(1);
        thread::scope(|s| {
            s.spawn(move || {
                for i in 0..3 {
                    tx.send(i).unwrap();
                }
            });
            assert_eq!(rx.iter().collect::<Vec<_>>(), [0, 1, 2]);
        });
    });
    fails(FailureKind::Deadlock, || {
        let (tx, rx) = mpsc::sync_channel(1);
        tx.send(1).unwrap();
        tx.send(2).unwrap();
        drop(rx);
    });
}

#[test]
fn park_and_unpark_pass_a_token() {
    passes(|| {
        let flag = AtomicBool::new(false);
        thread::scope(|s| {
            let waiter = s.spawn(|| {
                while !flag.load(Acquire) {
                    thread::park();
                }
            });
            flag.store(true, Release);
            waiter.thread().unpark();
        });
    });
    fails(FailureKind::Deadlock, || {
        thread::scope(|s| {
            s.spawn(thread::park);
        });
    });
}

#[test]
fn a_barrier_lets_all_go_at_once_and_has_one_leader() {
    passes(|| {
        let barrier = std::sync::Barrier::new(3);
        let (before, leaders) = (AtomicU32::new(0), AtomicU32::new(0));
        thread::scope(|s| {
            for _ in 0..3 {
                s.spawn(|| {
                    before.fetch_add(1, SeqCst);
                    if barrier.wait().is_leader() {
                        leaders.fetch_add(1, SeqCst);
                    }
                    assert_eq!(before.load(SeqCst), 3);
                });
            }
        });
        assert_eq!(leaders.load(SeqCst), 1);
    });
    fails(FailureKind::Deadlock, || {
        let barrier = std::sync::Barrier::new(2);
        barrier.wait();
    });
}

#[test]
fn spawned_and_living_threads_are_counted() {
    passes(|| {
        let (tx, rx) = mpsc::channel::<()>();
        let thread = thread::spawn(move || rx.recv());
        assert_eq!(interleave::threads_spawned(), 1);
        assert_eq!(interleave::live_threads(), 1);
        drop(tx);
        assert!(thread.join().unwrap().is_err());
        assert_eq!(interleave::live_threads(), 0);
        assert_eq!(interleave::threads_spawned(), 1);
    });
}
