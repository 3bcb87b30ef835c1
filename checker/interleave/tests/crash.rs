//! Programs that would end the process, or hold it up: the exploration fails,
//! and the process goes on. All of this runs in one process, so each test
//! also shows that the others have done it no harm.
#![allow(
    clippy::pedantic,
    clippy::useless_vec,
    unsafe_code,
    unconditional_recursion
)]
#![cfg(all(
    any(target_os = "linux", target_os = "macos"),
    any(target_arch = "x86_64", target_arch = "aarch64")
))]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

mod common;

use common::{fails, passes};
use interleave::{FailureKind, the_real_std as real};
use std::hint::black_box;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn deep(n: u64) -> u64 {
    black_box(1 + deep(black_box(n + 1)))
}

fn deep_and_allocating(n: u64) -> u64 {
    let numbers = vec![n; 10];
    black_box(deep_and_allocating(black_box(n + 1)) + numbers[3])
}

fn deep_and_stepping(n: &AtomicU32) -> u32 {
    let frame = black_box([n.fetch_add(1, SeqCst); 2_000]);
    black_box(deep_and_stepping(n)) + frame[7]
}

#[test]
fn a_stack_overflow_is_told() {
    let report = fails(FailureKind::Crashed, || {
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| {
                if n.load(SeqCst) == 1 {
                    deep(0);
                }
            });
            s.spawn(|| n.store(1, SeqCst));
        });
    });
    let story = report.story();
    assert!(
        report.message().starts_with("stack overflow in thread 1"),
        "{story}"
    );
    assert!(story.contains("2 MB"), "{story}");
    assert!(story.contains("if n.load(SeqCst) == 1"), "{story}");
    assert!(story.contains("loads atomic 1 -> 1"), "{story}");
}

#[test]
fn a_stack_overflow_may_hit_the_allocator_or_the_engine() {
    for report in [
        fails(FailureKind::Crashed, || {
            deep_and_allocating(0);
        }),
        fails(FailureKind::Crashed, || {
            deep_and_stepping(&AtomicU32::new(0));
        }),
    ] {
        assert!(
            report.message().starts_with("stack overflow in main"),
            "{}",
            report.story()
        );
    }
}

struct Noisy;

impl Drop for Noisy {
    fn drop(&mut self) {
        panic!("the second");
    }
}

#[test]
fn a_destructor_that_panics_while_its_thread_unwinds_is_told() {
    let report = fails(FailureKind::Crashed, || {
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| {
                let noisy = Noisy;
                if n.load(SeqCst) == 1 {
                    panic!("the first");
                }
                real::mem::forget(noisy);
            });
            s.spawn(|| n.store(1, SeqCst));
        });
    });
    let story = report.story();
    for part in [
        "a destructor panics (\"the second\") while thread 1 unwinds",
        "(\"the first\" at tests/crash.rs:",
        "a real program would abort here",
        "panic!(\"the second\")",
        "loads atomic 1 -> 1",
    ] {
        assert!(story.contains(part), "no `{part}` in:\n{story}");
    }
}

#[test]
fn a_destructor_that_panics_alone_is_an_ordinary_panic() {
    passes(|| {
        let result = thread::spawn(|| drop(Noisy)).join();
        assert!(result.is_err());
    });
}

extern "C" fn called_by_c() {
    panic!("not here");
}

#[test]
fn other_ends_of_the_process_are_told() {
    let unsound = || {
        let bytes = vec![1u8];
        // SAFETY: none; this is what is found.
        black_box(unsafe { *bytes.get_unchecked(black_box(7)) });
    };
    let wild = || {
        // SAFETY: none; this is what is found.
        unsafe { black_box(16 as *const u8).read_volatile() };
    };
    let report = fails(FailureKind::Crashed, || called_by_c());
    assert!(
        report.message().contains("cannot unwind"),
        "{}",
        report.story()
    );
    let report = fails(FailureKind::Crashed, unsound);
    assert!(
        report.message().contains("unsafe precondition"),
        "{}",
        report.story()
    );
    let report = fails(FailureKind::Crashed, || std::process::abort());
    assert!(
        report.message().contains("aborts the whole process"),
        "{}",
        report.story()
    );
    let report = fails(FailureKind::Crashed, wild);
    assert!(
        report.message().contains("null or wild"),
        "{}",
        report.story()
    );
}

#[test]
fn after_a_crash_the_process_is_as_before() {
    for _ in 0..20 {
        fails(FailureKind::Crashed, || {
            let _noisy = Noisy;
            panic!("the first");
        });
        fails(FailureKind::Crashed, || {
            deep(0);
        });
    }
    // A panic on a real thread unwinds and is caught; nobody holds the hook.
    assert!(
        real::thread::spawn(|| panic!("quite all right"))
            .join()
            .is_err()
    );
    let hook = real::panic::take_hook();
    real::panic::set_hook(hook);
    assert!(!real::thread::panicking());
    let n = real::sync::Mutex::new(1);
    drop(n.lock().unwrap());
    assert!(!n.is_poisoned());
    passes(|| {
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| n.fetch_add(1, SeqCst));
            s.spawn(|| n.fetch_add(1, SeqCst));
        });
        assert_eq!(n.load(SeqCst), 2);
        assert!(!thread::panicking());
    });
}

/// Runs one of the tests below in a process of its own, which is impatient.
fn run_alone(tests: &[&str], report: &real::path::Path) -> (Option<i32>, String, String) {
    let output = real::process::Command::new(real::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--test-threads=1"])
        .args(tests)
        .env("INTERLEAVE_PATIENCE_SECONDS", "0.7")
        .env("INTERLEAVE_REPORT", report)
        .output()
        .unwrap();
    let text =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    let lines = real::fs::read_to_string(report).unwrap_or_default();
    let _ = real::fs::remove_file(report);
    (output.status.code(), text, lines)
}

fn report_file(name: &str) -> real::path::PathBuf {
    let file = format!("interleave-{name}-{}", real::process::id());
    real::env::temp_dir().join(file)
}

#[test]
fn a_hang_is_ended_and_told() {
    let tests = ["a_loop_without_a_step", "a_pass", "a_wait_for_a_pipe"];
    let (code, text, lines) = run_alone(&tests, &report_file("hang"));
    assert_eq!(code, Some(101), "{text}");
    for part in [
        "thread 1 runs on and on, after its last step",
        "a.load(SeqCst); // the last step",
        "real input and output",
        "the pipe is never fed: thread 1 waits",
        "test a_pass ... ok",
        "1 passed; 2 failed",
    ] {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
    let kinds: Vec<bool> = [("livelock", 0), ("passed", 1), ("refused", 2)]
        .iter()
        .map(|(kind, line)| lines.lines().nth(*line).is_some_and(|l| l.contains(kind)))
        .collect();
    assert_eq!(kinds, [true; 3], "{lines}");
}

#[test]
fn a_hang_that_cannot_be_ended_ends_the_process() {
    let (code, text, lines) = run_alone(&["a_wait_that_hears_nothing"], &report_file("deaf"));
    assert_eq!(code, Some(101), "{text}");
    for part in [
        "thread 1 waits for something outside of the program",
        "its last step was at tests/crash.rs:",
        "The test process ends here",
    ] {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
    assert_eq!(lines.lines().count(), 1);
    assert!(lines.contains("\"kind\":\"refused\""), "{lines}");
}

#[test]
#[ignore = "run by `a_hang_is_ended_and_told`"]
fn a_loop_without_a_step() {
    interleave::explore(|| {
        let a = real::sync::Arc::new(AtomicU32::new(0));
        thread::spawn(move || {
            a.load(SeqCst); // the last step
            loop {
                black_box(vec![1, 2, 3]);
            }
        })
        .join()
        .unwrap();
    });
}

#[test]
#[ignore = "run by `a_hang_is_ended_and_told`"]
fn a_pass() {
    interleave::explore(|| thread::spawn(|| ()).join().unwrap());
}

#[test]
#[ignore = "run by `a_hang_is_ended_and_told`"]
fn a_wait_for_a_pipe() {
    use real::io::{Read, Write};
    let result = real::panic::catch_unwind(|| {
        interleave::explore(|| {
            let (mut from, mut to) = real::io::pipe().unwrap();
            thread::scope(|s| {
                s.spawn(move || from.read_exact(&mut [0]).unwrap());
                s.spawn(move || to.write_all(b"x").unwrap());
            });
        });
    });
    real::eprintln!("the pipe is never fed: thread 1 waits");
    real::panic::resume_unwind(result.unwrap_err());
}

#[test]
#[ignore = "run by `a_hang_that_cannot_be_ended_ends_the_process`"]
fn a_wait_that_hears_nothing() {
    interleave::explore(|| {
        thread::spawn(|| {
            // SAFETY: both calls are made as their manual pages ask.
            unsafe {
                let mut signals = real::mem::zeroed();
                libc::sigemptyset(&mut signals);
                libc::sigaddset(&mut signals, libc::SIGURG);
                libc::pthread_sigmask(libc::SIG_BLOCK, &signals, real::ptr::null_mut());
            }
            real::thread::sleep(real::time::Duration::from_secs(3600));
        })
        .join()
        .unwrap();
    });
}
