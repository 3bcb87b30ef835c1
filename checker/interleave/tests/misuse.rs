//! What the explorer refuses, and what works outside of it.
#![allow(clippy::pedantic, unsafe_code)]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

mod common;

use common::{fails, passes};
use interleave::{FailureKind, Outcome, the_real_std as real};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock, mpsc};
use std::thread;
use std::time::{Duration, Instant};

#[track_caller]
fn refused(says: &str, body: impl Fn() + Send + Sync + 'static) {
    let report = fails(FailureKind::Refused, body);
    assert!(report.message().contains(says), "{}", report.message());
    assert!(
        report.message().contains("; "),
        "names no way out: {}",
        report.message()
    );
}

#[test]
fn what_is_not_modelled_is_refused_by_name() {
    refused("panic::set_hook", || std::panic::set_hook(Box::new(|_| ())));
    refused("AtomicU32::as_ptr", || {
        AtomicU32::new(1).as_ptr();
    });
    refused("spawn_unchecked", || {
        // SAFETY: refused before it runs.
        let _ = unsafe { thread::Builder::new().spawn_unchecked(|| ()) };
    });
}

#[test]
fn an_exploration_within_another_is_refused() {
    refused("`explore` inside `explore`", || {
        interleave::explore(|| ());
    });
}

#[test]
fn a_lock_that_outlives_its_schedule_is_refused() {
    let kept = Arc::new(Mutex::new(Vec::<u32>::new()));
    refused("an earlier schedule has used", move || {
        thread::scope(|s| {
            s.spawn(|| kept.lock().unwrap().push(1));
            s.spawn(|| kept.lock().unwrap().push(2));
        });
    });
}

#[test]
fn a_channel_that_outlives_its_schedule_is_refused() {
    let kept: real::sync::Mutex<Option<mpsc::Sender<u32>>> = real::sync::Mutex::new(None);
    refused("channel", move || {
        let old = kept.lock().unwrap().take();
        if let Some(old) = old {
            let _ = old.send(1);
        }
        let (tx, rx) = mpsc::channel();
        *kept.lock().unwrap() = Some(tx);
        // Two schedules, so that the second one finds the first one's sender.
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| n.store(1, SeqCst));
            s.spawn(|| n.store(2, SeqCst));
        });
        drop(rx);
    });
}

#[test]
fn outside_of_an_exploration_everything_is_real() {
    let total = Arc::new(Mutex::new(0));
    let (tx, rx) = mpsc::channel();
    let threads: Vec<_> = (0..4)
        .map(|i| {
            let (total, tx) = (Arc::clone(&total), tx.clone());
            thread::Builder::new()
                .name(format!("adder {i}"))
                .spawn(move || {
                    *total.lock().unwrap() += i;
                    tx.send(thread::current().name().map(str::to_string))
                        .unwrap();
                })
                .unwrap()
        })
        .collect();
    drop(tx);
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(*total.lock().unwrap(), 6);
    assert_eq!(rx.iter().flatten().count(), 4);

    let (ready, changed) = (Mutex::new(false), Condvar::new());
    let (barrier, once, cell) = (Barrier::new(2), Once::new(), OnceLock::new());
    let (shared, lazy) = (RwLock::new(1), LazyLock::new(|| 7));
    thread::scope(|s| {
        s.spawn(|| {
            once.call_once(|| *shared.write().unwrap() += 1);
            *ready.lock().unwrap() = true;
            changed.notify_all();
            barrier.wait();
        });
        drop(
            changed
                .wait_while(ready.lock().unwrap(), |ready| !*ready)
                .unwrap(),
        );
        barrier.wait();
        assert_eq!(
            *shared.read().unwrap() + *cell.get_or_init(|| 3) + *lazy,
            12
        );
    });
    let start = Instant::now();
    assert!(rx.recv_timeout(Duration::ZERO).is_err());
    assert!(start.elapsed() < Duration::from_secs(3600));
    assert_eq!(
        (interleave::threads_spawned(), interleave::live_threads()),
        (0, 0)
    );
}

#[test]
fn a_body_that_starts_many_threads_is_explored() {
    passes(|| {
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            for _ in 0..100 {
                s.spawn(|| n.fetch_add(1, SeqCst));
            }
        });
        assert_eq!(n.load(SeqCst), 100);
    });
}

#[test]
fn a_program_that_depends_on_chance_is_named_as_such() {
    let chance = real::sync::atomic::AtomicU32::new(0);
    let report = fails(FailureKind::Race, move || {
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| n.store(1, SeqCst));
            s.spawn(|| n.store(2, SeqCst));
        });
        // Not a modelled atomic: it goes on counting from schedule to schedule.
        assert_ne!(chance.fetch_add(1, real::sync::atomic::Ordering::SeqCst), 1);
    });
    assert!(
        report.story().contains("nondeterministic"),
        "{}",
        report.story()
    );
}

#[test]
fn a_todo_is_reported_as_unfinished() {
    let report = fails(FailureKind::Incomplete, || {
        let answer: u32 = thread::spawn(|| todo!("count the words")).join().unwrap();
        assert_eq!(answer, 1);
    });
    assert_eq!(report.message(), "not yet implemented: count the words");
}

#[test]
fn what_an_explored_program_prints_goes_into_the_story() {
    let report = fails(FailureKind::WrongAnswer, || {
        println!("so far so good");
        let two = dbg!(1 + 1);
        assert_eq!(two, 3);
    });
    assert!(report.story().contains("prints \"so far so good\""));
    assert!(report.story().contains("1 + 1 = 2"));
}

/// Runs one of the tests below in a process of its own.
fn run_alone(test: &str) -> real::process::Output {
    real::process::Command::new(real::env::current_exe().unwrap())
        .args(["--ignored", "--exact", test, "--nocapture"])
        .env("RUST_BACKTRACE", "1")
        .output()
        .unwrap()
}

#[test]
fn a_pass_is_silent() {
    let output = run_alone("a_body_that_passes");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(text.contains("test a_body_that_passes ... ok"), "{text}");
}

#[test]
fn a_failure_tells_its_story_and_nothing_else() {
    let output = run_alone("a_body_that_fails");
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(
        text.starts_with("\nassertion `left == right` failed"),
        "{text}"
    );
    assert!(text.contains("tests/misuse.rs:"), "{text}");
    for noise in [
        "stack backtrace",
        "RUST_BACKTRACE",
        "panicked at",
        "engine",
        "corosensei",
    ] {
        assert!(!text.contains(noise), "`{noise}` in:\n{text}");
    }
}

#[test]
#[ignore = "run by `a_pass_is_silent`"]
fn a_body_that_passes() {
    interleave::explore(|| {
        println!("heard by nobody");
        let caught = thread::spawn(|| panic!("seen by nobody")).join();
        assert!(caught.is_err());
    });
}

#[test]
#[ignore = "run by `a_failure_tells_its_story_and_nothing_else`"]
fn a_body_that_fails() {
    interleave::explore(|| {
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| n.store(n.load(SeqCst) + 1, SeqCst));
            s.spawn(|| n.store(n.load(SeqCst) + 1, SeqCst));
        });
        assert_eq!(n.load(SeqCst), 2);
    });
}

#[test]
fn a_budget_ends_the_search() {
    let outcome = interleave::Explorer::new().executions(10).run(|| {
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            for _ in 0..4 {
                s.spawn(|| n.store(n.load(SeqCst) + 1, SeqCst));
            }
        });
    });
    match outcome {
        Outcome::Passed(coverage) => assert!(!coverage.complete && coverage.schedules < 100),
        Outcome::Failed(report) => panic!("{}", report.story()),
    }
}

#[test]
fn a_body_that_starts_threads_without_measure_is_refused() {
    refused("more than 1000 threads", || {
        thread::scope(|s| {
            for _ in 0..10_000 {
                s.spawn(|| ());
            }
        });
    });
}

#[test]
fn a_program_that_goes_by_chance_is_not_said_to_be_searched_whole() {
    let chance = real::sync::atomic::AtomicU32::new(0);
    let coverage = passes(move || {
        let (a, b) = (AtomicU32::new(0), AtomicU32::new(0));
        thread::scope(|s| {
            // Not a modelled atomic: another object each time.
            let odd = chance.fetch_add(1, real::sync::atomic::Ordering::SeqCst) % 2 == 1;
            s.spawn(move || ());
            let (first, second) = if odd { (&a, &b) } else { (&b, &a) };
            first.store(1, SeqCst);
            s.spawn(|| a.store(2, SeqCst));
            s.spawn(|| a.load(SeqCst));
            second.store(2, SeqCst);
        });
    });
    assert!(!coverage.complete, "{coverage:?}");
    assert!(coverage.schedules > 1_000, "{coverage:?}");
}

#[test]
fn a_right_program_may_go_through_a_hash_map() {
    use real::collections::HashMap;
    passes(|| {
        let counters: HashMap<u32, AtomicU32> = (0..6).map(|n| (n, AtomicU32::new(0))).collect();
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    for counter in counters.values() {
                        counter.fetch_add(1, SeqCst);
                    }
                });
            }
        });
        assert!(counters.values().all(|n| n.load(SeqCst) == 2));
    });
}

#[test]
fn an_exploration_within_another_is_refused_in_every_form() {
    refused("`explore` inside `explore`", || {
        let _ = interleave::Explorer::new().run(|| ());
    });
    refused("`explore` inside `explore`", || {
        thread::spawn(|| interleave::explore(|| ())).join().unwrap();
    });
}
