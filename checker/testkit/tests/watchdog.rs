//! The watchdog, seen at work. A hang ends the whole process, so each test here runs
//! itself once more, in a process of its own, and reads what that one says.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Barrier, Mutex, mpsc};
use std::time::Duration;
use std::{env, thread};
use testkit::{HUNG_EXIT_CODE, watchdog};

/// Set in the process in which a test plays its scene.
const SCENE: &str = "TESTKIT_TEST_SCENE";
const FOREVER: Duration = Duration::from_hours(1);

/// Plays `scene` in a process of its own, under a deadline, and returns what it said.
/// `None` in that process, once the scene is over.
fn play(test: &str, deadline: &str, scene: fn()) -> Option<Output> {
    if env::var_os(SCENE).is_some() {
        scene();
        return None;
    }
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--test-threads=2"])
        .env(SCENE, test)
        .env("TESTKIT_DEADLINE_SECONDS", deadline)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Kept open to the end: a scene may wait for input.
    let input = child.stdin.take();
    let output = child.wait_with_output().unwrap();
    drop(input);
    Some(output)
}

/// Plays a scene that hangs, and returns the report.
fn report(test: &str, scene: fn()) -> Option<String> {
    let output = play(test, "1", scene)?;
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(HUNG_EXIT_CODE), "{told}");
    Some(told)
}

/// The report's lines about threads.
fn lanes(report: &str) -> Vec<&str> {
    report
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| !line.starts_with("cargo "))
        .collect()
}

fn deadlock() {
    watchdog(|| {
        let flour = Arc::new(Mutex::new(()));
        let sugar = Arc::new(Mutex::new(()));
        let both_hold_one = Arc::new(Barrier::new(2));
        let baker = {
            let (flour, sugar) = (Arc::clone(&flour), Arc::clone(&sugar));
            let both_hold_one = Arc::clone(&both_hold_one);
            let bake = move || {
                let _sugar = sugar.lock();
                both_hold_one.wait();
                let _flour = flour.lock();
            };
            thread::Builder::new().name("baker".to_owned()).spawn(bake)
        };
        let _idler = thread::spawn(thread::park);
        let _flour = flour.lock();
        both_hold_one.wait();
        let _sugar = sugar.lock();
        baker.unwrap().join().unwrap();
    });
}

#[test]
fn a_deadlock_is_ended_and_told() {
    let Some(told) = report("a_deadlock_is_ended_and_told", deadlock) else {
        return;
    };
    let headline =
        "The test `a_deadlock_is_ended_and_told` hung. After 1 second it had not ended.\n";
    assert!(told.contains(headline), "{told}");
    assert!(told.contains("Next step: "), "{told}");
    if cfg!(target_os = "linux") {
        let mut lanes = lanes(&told);
        assert!(lanes[0].starts_with("the test's own thread "), "{told}");
        lanes.sort_unstable();
        let blocked = "waiting for a lock, a channel, a join or a condition (blocked)";
        assert!(lanes.iter().all(|lane| lane.ends_with(blocked)), "{told}");
        assert_eq!(lanes.len(), 3, "{told}");
        assert!(lanes[0].starts_with("a thread without a name "), "{told}");
        assert!(lanes[2].starts_with("thread `baker` "), "{told}");
    }
}

/// What the report says about the test's own thread, while it does `scene`.
fn own_lane(test: &str, scene: fn()) -> Option<String> {
    let told = report(test, scene)?;
    let lane = lanes(&told).first().copied().unwrap_or_default();
    let doing = lane.strip_prefix("the test's own thread");
    Some(doing.unwrap_or_default().trim().to_owned())
}

#[test]
#[cfg(target_os = "linux")]
fn a_loop_without_end_is_told() {
    let spin = || watchdog(|| while env::var_os("NEVER").is_none() {});
    if let Some(doing) = own_lane("a_loop_without_end_is_told", spin) {
        assert_eq!(doing, "running: a loop that never ends");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_sleep_is_told() {
    let sleep = || watchdog(|| thread::sleep(FOREVER));
    if let Some(doing) = own_lane("a_sleep_is_told", sleep) {
        assert_eq!(doing, "sleeping");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_wait_with_a_limit_is_told() {
    let wait = || {
        watchdog(|| {
            let (_sender, receiver) = mpsc::channel::<()>();
            receiver.recv_timeout(FOREVER).unwrap_err();
        });
    };
    if let Some(doing) = own_lane("a_wait_with_a_limit_is_told", wait) {
        assert_eq!(
            doing,
            "waiting with a time limit (recv_timeout, wait_timeout, park_timeout)"
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_wait_for_input_is_told() {
    let read = || {
        watchdog(|| {
            std::io::stdin().read_line(&mut String::new()).unwrap();
        });
    };
    if let Some(doing) = own_lane("a_wait_for_input_is_told", read) {
        assert_eq!(doing, "waiting for input");
    }
}

#[test]
fn a_thread_that_keeps_standard_error_is_ended_too() {
    let keep = || {
        watchdog(|| {
            let _kept = std::io::stderr().lock();
            thread::park();
        });
    };
    if let Some(told) = report("a_thread_that_keeps_standard_error_is_ended_too", keep) {
        assert!(told.contains(" hung. "), "{told}");
    }
}

/// Two tests hang side by side. Whichever is reported, the report is about that one alone.
fn two_at_once() {
    fn hang() {
        watchdog(|| {
            thread::scope(|scope| {
                scope.spawn(thread::park);
            });
        });
    }
    let other = thread::Builder::new().name("the_other".to_owned());
    let other = other.spawn(hang).unwrap();
    hang();
    other.join().unwrap();
}

#[test]
#[cfg(target_os = "linux")]
fn the_threads_of_other_tests_are_left_out() {
    if let Some(told) = report("the_threads_of_other_tests_are_left_out", two_at_once) {
        // The second report may be cut short by the end of the process.
        let first = told.split("Next step").next().unwrap();
        let lanes = lanes(first);
        assert_eq!(lanes.len(), 2, "{told}");
        assert!(lanes[0].starts_with("the test's own thread "), "{told}");
        assert!(lanes[1].starts_with("a thread without a name "), "{told}");
    }
}

#[test]
fn the_value_comes_back() {
    assert_eq!(watchdog(|| "a loaf".to_owned()), "a loaf");
}

#[test]
fn a_panic_passes_through_and_nothing_stays_behind() {
    let panic = || {
        let before = threads_now();
        let caught = catch_unwind(AssertUnwindSafe(|| {
            watchdog(|| -> () { std::panic::panic_any(42_u8) });
        }));
        assert_eq!(caught.unwrap_err().downcast_ref(), Some(&42_u8));
        assert_eq!(threads_now(), before);
    };
    // An hour's deadline: a monitor that outlives the body would be seen.
    let test = "a_panic_passes_through_and_nothing_stays_behind";
    if let Some(output) = play(test, "3600", panic) {
        assert!(output.status.success(), "{output:?}");
    }
}

/// How many threads this process has, where the system tells.
fn threads_now() -> usize {
    std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count)
}

#[test]
fn a_deadline_that_is_no_number_is_refused() {
    let scene = || watchdog(|| ());
    let test = "a_deadline_that_is_no_number_is_refused";
    if let Some(output) = play(test, "soon", scene) {
        assert!(!output.status.success());
        let told = String::from_utf8(output.stdout).unwrap();
        let message = "TESTKIT_DEADLINE_SECONDS must be a whole number of seconds, 1 or more. \
                       It is \"soon\".";
        assert!(told.contains(message), "{told}");
    }
}
