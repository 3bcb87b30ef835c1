//! Programs that misbehave, each a line of shell.

#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

const LIMITS: Limits<'_> = Limits {
    // Only the hanging programs get there, and those for sure.
    deadline: Duration::from_secs(30),
    or_standstill: true,
    keep: 1024,
    bounds: &UNBOUNDED,
};

fn shell(script: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script]);
    command
}

fn run_shell(script: &str, limits: Limits<'_>) -> Ended {
    run(shell(script), limits, &Cancel::new()).unwrap()
}

fn short() -> Limits<'static> {
    Limits {
        deadline: Duration::from_millis(300),
        ..LIMITS
    }
}

/// A program that writes its number to a file may be looked for afterwards.
fn is_alive(pid_file: &Path) -> bool {
    let pid = fs::read_to_string(pid_file).expect("the program wrote its number");
    let status = fs::read_to_string(format!("/proc/{}/stat", pid.trim()));
    // A zombie is dead: nobody has asked for its last words yet.
    status.is_ok_and(|stat| !stat.contains(") Z "))
}

#[test]
fn outputs_and_code_come_back() {
    let ended = run_shell("echo out; echo err >&2; exit 3", LIMITS);
    assert_eq!(ended.end, End::Exited(3));
    assert_eq!((&*ended.stdout, &*ended.stderr), ("out\n", "err\n"));
}

#[test]
fn a_signal_is_named() {
    let ended = run_shell("kill -SEGV $$", LIMITS);
    let End::Killed(name) = ended.end else {
        panic!("{:?}", ended.end);
    };
    assert!(name.contains("SIGSEGV"), "{name}");
}

#[test]
fn a_hang_ends_at_its_deadline() {
    let ended = run_shell("echo before; sleep 1000", short());
    assert!(matches!(ended.end, End::TimedOut(_)), "{:?}", ended.end);
    assert_eq!(ended.stdout, "before\n");
}

#[test]
fn a_flood_is_not_kept() {
    let ended = run_shell("yes | head -c 3000000; echo; echo end", LIMITS);
    assert_eq!(ended.end, End::Exited(0));
    assert!(ended.stdout.len() < 3 * LIMITS.keep);
    assert!(ended.stdout.ends_with("end\n"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_that_takes_too_much_ends() {
    let quota = Quota {
        memory: 64 << 20,
        threads: 4,
        output: 1 << 20,
    };
    let bounds = Bounds {
        quota: Some(quota),
        ..Bounds::NONE
    };
    let limits = Limits {
        bounds: &bounds,
        ..LIMITS
    };
    for (script, excess) in [
        ("yes", Excess::Output(1 << 20)),
        // A variable that doubles: the shell keeps it in memory.
        (
            "a=0123456789abcdef; while :; do a=$a$a; done",
            Excess::Memory(64 << 20),
        ),
        (
            "for i in 1 2 3 4 5 6; do sleep 1000 & done; wait",
            Excess::Threads(4),
        ),
    ] {
        let ended = run_shell(script, limits);
        assert_eq!(ended.end, End::TooMuch(excess), "{script}");
    }
}

/// A dead process that nobody asks after takes up a number.
#[cfg(target_os = "linux")]
#[test]
fn orphans_are_buried() {
    let folder = tempfile::tempdir().unwrap();
    let told = folder.path().join("pid");
    let script = format!("sleep 1000 & echo $! > {}", told.display());
    assert_eq!(run_shell(&script, LIMITS).end, End::Exited(0));
    let pid = fs::read_to_string(told).unwrap();
    assert!(!Path::new("/proc").join(pid.trim()).exists());
}

#[test]
fn an_end_that_is_passed_on_is_told_from_a_code() {
    let relayed = Limits {
        bounds: &Bounds {
            relayed: true,
            ..Bounds::NONE
        },
        ..LIMITS
    };
    assert_eq!(run_shell("exit 139", LIMITS).end, End::Exited(139));
    assert!(matches!(run_shell("exit 139", relayed).end, End::Killed(how) if how.contains("SEGV")));
    assert_eq!(run_shell("exit 7", relayed).end, End::Exited(7));
}

#[test]
fn a_program_whose_walls_are_not_up_has_not_run() {
    let bounds = Bounds {
        gate: Some("up\n"),
        ..Bounds::NONE
    };
    let walled = Limits {
        bounds: &bounds,
        ..LIMITS
    };
    let ended = run_shell("echo up >&2; echo own >&2; exit 3", walled);
    assert_eq!((ended.end, &*ended.stderr), (End::Exited(3), "own\n"));
    for script in ["echo no >&2; echo up >&2; exit 3", "exit 3", "kill -9 $$"] {
        let error = run(shell(script), walled, &Cancel::new()).unwrap_err();
        let told = error.to_string();
        assert!(
            told.starts_with("the walls could not be put up: no"),
            "{told}"
        );
    }
}

#[test]
fn a_program_that_closes_its_outputs_is_still_waited_for() {
    let ended = run_shell("exec >&- 2>&-; sleep 0.05; exit 7", LIMITS);
    assert_eq!(ended.end, End::Exited(7));
}

#[cfg(target_os = "linux")]
#[test]
fn no_child_outlives_its_family() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pid");
    // Without an environment, so that nothing but its group gives it away.
    let script = format!(
        "env -i sh -c 'echo $$ > {}; sleep 1000' & until [ -s {0} ]; do :; done",
        file.display()
    );
    let ended = run_shell(&script, LIMITS);
    assert_eq!(ended.end, End::Exited(0));
    assert!(!is_alive(&file));
}

#[cfg(target_os = "linux")]
#[test]
fn a_child_that_left_its_family_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pid");
    // A session of its own, and a parent that ends at once. It keeps our pipes.
    let script = format!(
        "setsid sh -c 'echo $$ > {}; sleep 1000' & until [ -s {0} ]; do :; done",
        file.display()
    );
    let ended = run_shell(&script, LIMITS);
    assert_eq!(ended.end, End::Exited(0));
    assert!(!is_alive(&file));
}

#[test]
fn a_cancelled_program_ends() {
    let cancel = Cancel::new();
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let other = cancel.clone();
        let over = &over;
        let run = scope.spawn(move || {
            let ended = run(shell("sleep 1000"), LIMITS, &other).unwrap();
            over.store(true, Ordering::Relaxed);
            ended
        });
        assert!(!over.load(Ordering::Relaxed));
        cancel.cancel();
        assert_eq!(run.join().unwrap().end, End::Cancelled);
    });
}

#[cfg(target_os = "linux")]
#[test]
fn a_sleeper_is_told_from_a_runner() {
    let ended = run(
        {
            let mut command = Command::new("sleep");
            command.arg("1000");
            command
        },
        short(),
        &Cancel::new(),
    )
    .unwrap();
    let End::TimedOut(threads) = ended.end else {
        panic!("{:?}", ended.end);
    };
    assert_eq!(threads.len(), 1, "{threads:?}");
    assert_eq!(threads[0].name, "the test's own thread");
    assert_eq!(threads[0].doing, "sleeping");

    let ended = run_shell("while :; do :; done", short());
    let End::TimedOut(threads) = ended.end else {
        panic!("{:?}", ended.end);
    };
    assert_eq!(threads[0].doing, "running: a loop that never ends");
}

#[test]
fn a_program_that_is_not_there_is_an_error() {
    assert!(run(Command::new("/nowhere/at/all"), LIMITS, &Cancel::new()).is_err());
}
