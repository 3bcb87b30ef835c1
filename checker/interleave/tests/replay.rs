//! A failing schedule run again by its token. `explore` reads the token from its
//! environment, so each run is a process: this one once more, with an ignored test.

use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

mod programs {
    use interleave::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
    use interleave::sync::{Arc, Condvar, Mutex, mpsc};
    use interleave::{explore, thread};

    fn lose_an_update() {
        let total = Mutex::new(0);
        thread::scope(|s| {
            for name in ["a", "b"] {
                let total = &total;
                s.spawn(move || {
                    let seen = *total.lock().unwrap();
                    interleave::println!("{name} saw {seen}");
                    if std::env::var_os("EDITED").is_some() {
                        drop(total.lock());
                    }
                    *total.lock().unwrap() = seen + 1;
                });
            }
        });
        assert_eq!(*total.lock().unwrap(), 2, "an update was lost");
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn lost_update() {
        explore(lose_an_update);
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn mended() {
        explore(|| {
            if std::env::var_os("MENDED").is_none() {
                lose_an_update();
            }
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn second_of_two() {
        explore(|| interleave::println!("the first"));
        explore(|| {
            interleave::println!("the second");
            lose_an_update();
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn deadlock() {
        explore(|| {
            let locks = Arc::new((Mutex::new(()), Mutex::new(())));
            let other = Arc::clone(&locks);
            let thread = thread::spawn(move || {
                let _second = other.1.lock();
                let _first = other.0.lock();
            });
            let _first = locks.0.lock();
            let _second = locks.1.lock();
            thread.join().unwrap();
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn livelock() {
        explore(|| {
            let never = AtomicBool::new(false);
            thread::scope(|s| {
                for _ in 0..2 {
                    s.spawn(|| while !never.load(Relaxed) {});
                }
            });
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn old_value() {
        explore(|| {
            let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
            thread::scope(|s| {
                s.spawn(|| {
                    data.store(1, Relaxed);
                    ready.store(true, Relaxed);
                });
                s.spawn(|| {
                    if ready.load(Relaxed) {
                        assert_eq!(data.load(Relaxed), 1);
                    }
                });
            });
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn counted_owners() {
        explore(|| {
            let value = Arc::new(7);
            let other = Arc::clone(&value);
            let thread = thread::spawn(move || Arc::try_unwrap(other).ok());
            let mine = Arc::try_unwrap(value).ok();
            assert!(mine.or(thread.join().unwrap()).is_some());
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn woken_for_no_reason() {
        explore(|| {
            let (given, bell) = (Mutex::new(false), Condvar::new());
            thread::scope(|s| {
                s.spawn(|| {
                    let mut seen = given.lock().unwrap();
                    if !*seen {
                        seen = bell.wait(seen).unwrap();
                    }
                    assert!(*seen);
                });
                *given.lock().unwrap() = true;
                bell.notify_one();
            });
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn many_threads() {
        explore(|| {
            let (sender, receiver) = mpsc::channel();
            for number in 0..9 {
                let sender = sender.clone();
                thread::spawn(move || sender.send(number));
            }
            drop(sender);
            assert!(receiver.iter().is_sorted());
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn small() {
        explore(|| {
            let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
            thread::scope(|s| {
                s.spawn(|| {
                    data.store(1, Relaxed);
                    ready.store(true, Relaxed);
                });
                if ready.load(Relaxed) {
                    assert_eq!(data.load(Relaxed), 1);
                }
            });
        });
    }

    #[test]
    #[ignore = "a program for the tests below"]
    fn passes() {
        explore(|| ());
    }
}

const FAILING: [&str; 9] = [
    "lost_update",
    "mended",
    "second_of_two",
    "deadlock",
    "livelock",
    "old_value",
    "counted_owners",
    "woken_for_no_reason",
    "many_threads",
];

fn run(program: &str, environment: &[(&str, &str)]) -> (Output, String) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("programs::{program}")])
        .args(["--ignored", "--nocapture", "--test-threads=1"])
        .env_remove("INTERLEAVE_REPLAY")
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    (output, told)
}

/// What the story says from its lanes on.
fn steps(told: &str) -> Vec<String> {
    let lines = told.lines().skip_while(|line| !line.contains("main  "));
    lines
        .take_while(|line| !line.contains("INTERLEAVE_REPLAY"))
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn token(program: &str) -> String {
    let (output, told) = run(program, &[]);
    assert!(!output.status.success(), "{program}: {told}");
    let token = told.split("INTERLEAVE_REPLAY=").nth(1).expect("a token");
    token.split_whitespace().next().unwrap().to_owned()
}

#[test]
fn every_failure_is_run_again_by_its_token() {
    for program in FAILING {
        let (_, first) = run(program, &[]);
        let token = token(program);
        assert!(token.len() < 40, "{program}: {token}");
        let (output, again) = run(program, &[("INTERLEAVE_REPLAY", &token)]);
        assert_eq!(output.status.code(), Some(101), "{program}: {again}");
        assert!(!steps(&first).is_empty(), "{program}: {first}");
        assert_eq!(steps(&again), steps(&first), "{program}");
        assert!(!again.contains("another way"), "{program}: {again}");
    }
}

#[test]
fn what_the_program_prints_is_printed_once() {
    let token = token("lost_update");
    let (output, told) = run("lost_update", &[("INTERLEAVE_REPLAY", &token)]);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(printed.matches("a saw 0\n").count(), 1, "{printed}");
    assert_eq!(printed.matches("b saw 0\n").count(), 1, "{printed}");
    // The panic is a real one as well.
    assert!(told.contains("panicked at"), "{told}");
    let (silent, _) = run("lost_update", &[]);
    let printed = String::from_utf8(silent.stdout).unwrap();
    assert!(!printed.contains("saw"), "{printed}");
}

#[test]
fn the_second_exploration_of_a_test_finds_its_token() {
    let token = token("second_of_two");
    let (output, told) = run("second_of_two", &[("INTERLEAVE_REPLAY", &token)]);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(!printed.contains("the first"), "{printed}");
    assert!(printed.contains("the second"), "{printed}");
    assert!(told.contains("another exploration"), "{told}");
}

#[test]
fn an_edited_program_is_found_out() {
    let token = token("lost_update");
    let edited = [("INTERLEAVE_REPLAY", &*token), ("EDITED", "1")];
    let (_, told) = run("lost_update", &edited);
    assert!(told.contains("took another way"), "{told}");
}

#[test]
fn a_mended_program_passes_and_says_so() {
    let token = token("mended");
    let mended = [("INTERLEAVE_REPLAY", &*token), ("MENDED", "1")];
    let (output, told) = run("mended", &mended);
    assert!(output.status.success(), "{told}");
    assert!(told.contains("this schedule passes"), "{told}");
}

#[test]
fn a_damaged_token_is_explained() {
    let mut damaged = token("lost_update");
    damaged.pop();
    for text in ["", "u", "no token!", &damaged] {
        let (output, told) = run("passes", &[("INTERLEAVE_REPLAY", text)]);
        assert_eq!(output.status.code(), Some(101), "{told}");
        assert!(told.contains("is not a token: "), "{told}");
        assert!(!told.contains("panicked"), "{told}");
    }
}

#[test]
fn whoever_asks_for_a_report_can_tell_a_replay_from_an_exploration() {
    let token = token("second_of_two");
    let report = std::env::temp_dir().join(format!("interleave-replay-{}", std::process::id()));
    let path = report.to_str().unwrap();
    let asked = [("INTERLEAVE_REPLAY", &*token), ("INTERLEAVE_REPORT", path)];
    run("second_of_two", &asked);
    let written = std::fs::read_to_string(&report).unwrap();
    std::fs::remove_file(&report).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines.len(), 2, "{written}");
    assert!(lines[0].contains(r#""outcome":"skipped""#), "{written}");
    assert!(
        lines[1].contains(r#""outcome":"replayed","same_way":true,"failure":{"version""#),
        "{written}"
    );
}

/// The last line that a run with this prefix reports.
fn play(program: &str, prefix: &str) -> String {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("interleave-play-{}-{number}", std::process::id());
    let report = std::env::temp_dir().join(name);
    let path = report.to_str().unwrap();
    let asked = [("INTERLEAVE_PREFIX", prefix), ("INTERLEAVE_REPORT", path)];
    let (_, told) = run(program, &asked);
    let written = std::fs::read_to_string(&report);
    let written = written.unwrap_or_else(|_| panic!("no report: {told}"));
    std::fs::remove_file(&report).unwrap();
    let lines = written.lines();
    let mut lines = lines.filter(|line| !line.contains(r#""outcome":"skipped""#));
    let line = lines.next().expect("a report").to_owned();
    assert_eq!(lines.next(), None);
    line
}

/// The tokens that choose each of the options.
fn options(choice: &str) -> Vec<String> {
    let tokens = choice.split(r#""then":""#).skip(1);
    tokens
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

/// Plays through everything; says how many ends there are, and how many fail.
fn play_all(program: &str, prefix: &str) -> (usize, usize) {
    let line = play(program, prefix);
    assert!(line.contains(r#""astray":false"#), "{line}");
    if line.contains(r#""outcome":"ended""#) {
        return (1, usize::from(!line.ends_with("\"failure\":null}")));
    }
    let (mut ends, mut failures) = (0, 0);
    let options = options(&line);
    assert!(options.len() > 1, "{line}");
    for option in options {
        let (more, failed) = play_all(program, &option);
        ends += more;
        failures += failed;
    }
    (ends, failures)
}

#[test]
fn every_schedule_can_be_played() {
    // Two threads of two loads and stores each, one of which may be old.
    let (ends, failures) = play_all("small", "start");
    assert!(failures > 0 && failures < ends, "{failures} of {ends} fail");
}

#[test]
fn a_choice_says_where_the_threads_stand() {
    let mut line = play("deadlock", "start");
    assert!(line.contains(r#""outcome":"choice","#), "{line}");
    assert!(
        line.contains(
            r#""choice":{"kind":"thread","options":[{"thread":0,"text":"lock mutex 1","then":""#
        ),
        "{line}"
    );
    // The body takes its first lock, then the other thread does.
    while !line.contains(r#""outcome":"ended""#) {
        let holds = line.contains(r#""holds":[{"lock":"mutex 1""#);
        let options = options(&line);
        line = play("deadlock", &options[usize::from(holds)]);
        if line.contains(r#""failure":{"version""#) {
            break;
        }
    }
    assert!(line.contains(r#""state":"blocked""#), "{line}");
    assert!(line.contains(r#""waits_for":"mutex 1, held by"#), "{line}");
}

#[test]
fn an_old_value_is_a_choice_of_its_own() {
    let mut line = play("old_value", "start");
    // Plainly on, until a load may read two values.
    while !line.contains(r#""kind":"outcome""#) {
        let options = options(&line);
        line = play("old_value", &options[0]);
    }
    assert!(line.contains("-> true"), "{line}");
    assert!(line.contains("-> false (an old value"), "{line}");
}

#[test]
fn playing_begins_in_the_exploration_of_a_token() {
    let first = play("second_of_two", "start");
    assert!(first.contains("the first"), "{first}");
    let token = token("second_of_two");
    let second = play("second_of_two", &format!("start:{token}"));
    assert!(second.contains("the second"), "{second}");
    assert!(second.contains(r#""outcome":"choice""#), "{second}");
    let whole = play("second_of_two", &token);
    assert!(whole.contains(r#""astray":false"#), "{whole}");
}
