//! Verdicts: made, shown, recorded, remembered.

use std::fs;

use predicates::prelude::*;
use serial_test::serial;

use crate::fixture::Workbook;

/// Reads the count, then writes it: two steps, and another thread may come between them.
pub const LOSES_CLICKS: &str = "
use std::sync::atomic::{AtomicUsize, Ordering};
pub fn count_clicks(threads: usize) -> usize {
    let clicks = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let seen = clicks.load(Ordering::SeqCst);
                clicks.store(seen + 1, Ordering::SeqCst);
            });
        }
    });
    clicks.into_inner()
}
";

/// Runs for ever without a step that an explorer could see.
pub const HANGS: &str = "
pub fn double(_numbers: &[u32]) -> Vec<u32> {
    loop {
        std::hint::black_box(0);
    }
}
";

fn contains(text: &str) -> predicates::str::ContainsPredicate {
    predicate::str::contains(text)
}

#[test]
#[serial(judged)]
fn a_right_solution_passes_and_is_recorded() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "lib");
    workbook
        .checker(&["check", "1"])
        .assert()
        .code(0)
        .stdout(contains("✓ ex01 Double  passed"))
        .stdout(contains("cargo checker next"));
    assert!(workbook.record("ex01")["passed_at"].is_u64());
    workbook
        .checker(&["list"])
        .assert()
        .stdout(contains("1 of 3 exercises passed"));
}

#[test]
#[serial(judged)]
fn the_current_exercise_is_the_first_that_has_not_passed() {
    let workbook = Workbook::judged().with_passed(&["ex01"]);
    workbook
        .checker(&["check"])
        .assert()
        .code(1)
        .stdout(contains(
            "ex02 Clicks  incomplete in schedules::no_click_is_lost",
        ));
}

#[test]
#[serial(judged)]
fn a_race_is_told_with_its_schedule_and_one_next_step() {
    let workbook = Workbook::judged();
    fs::write(workbook.source("ex02_clicks"), LOSES_CLICKS).unwrap();
    let assert = workbook
        .checker(&["check", "clicks"])
        .assert()
        .code(1)
        .stdout(contains(
            "✗ ex02 Clicks  race in schedules::no_click_is_lost",
        ))
        .stdout(contains("a click was lost"))
        .stdout(contains("lib.rs:9 "))
        .stdout(contains("cargo checker hint ex02"));
    let screen = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    assert_eq!(screen.matches("\n  next ").count(), 1, "{screen}");
    assert!(
        screen.lines().count() <= 40,
        "more than a screen:\n{screen}"
    );
    assert!(workbook.record("ex02")["passed_at"].is_null());
}

#[test]
#[serial(judged)]
fn only_the_first_compile_error_is_shown() {
    let workbook = Workbook::judged();
    let source = "pub fn double(numbers: &[u32]) -> Vec<u32> {\n    let a = first_slip;\n    \
                  let b = second_slip;\n    numbers.to_vec()\n}\n";
    fs::write(workbook.source("ex01_double"), source).unwrap();
    workbook
        .checker(&["check", "1"])
        .assert()
        .code(1)
        .stdout(contains("✗ ex01 Double  compile-error"))
        .stdout(contains(
            "error[E0425]: cannot find value `first_slip` in this scope",
        ))
        .stdout(contains("--> exercises/ex01_double/src/lib.rs:2:13"))
        .stdout(contains("2 errors"))
        .stdout(contains("second_slip").not());
}

#[test]
#[serial(judged)]
fn the_untouched_file_is_no_attempt() {
    let workbook = Workbook::judged();
    let stub = fs::read_to_string(workbook.source("ex02_clicks")).unwrap();
    let check = |attempts: u32| {
        let _ = workbook.checker(&["check", "2"]).output().unwrap();
        assert_eq!(workbook.record("ex02")["attempts"], attempts);
    };
    check(0);
    workbook.solve("ex02_clicks", "lib");
    check(1);
    // Back to the beginning, and to the solution again.
    fs::write(workbook.source("ex02_clicks"), stub).unwrap();
    check(1);
    workbook.solve("ex02_clicks", "lib");
    check(2);
}

#[test]
#[serial(judged)]
fn time_counts_from_one_verdict_to_the_next() {
    // Long ago, so the gap counts as far as a gap can.
    let workbook = Workbook::judged()
        .with_progress(r#"{"version": 2, "exercises": {"ex01": {"seconds": 7, "seen_at": 1000}}}"#);
    workbook.solve("ex01_double", "lib");
    workbook.solve("ex02_clicks", "lib");
    workbook.checker(&["check", "1", "2"]).assert().code(0);
    assert_eq!(workbook.record("ex01")["seconds"], 607);
    assert_eq!(workbook.record("ex02")["seconds"], 0, "the first sign");
    for name in ["ex01", "ex02"] {
        let record = workbook.record(name);
        assert_eq!(record["seen_at"], record["last"]["at"]);
        assert_eq!(record["passed_at"], record["last"]["at"]);
    }
}

#[test]
#[serial(judged)]
fn what_did_not_change_is_not_judged_again() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "lib");
    let attempts = || workbook.record("ex01")["attempts"].clone();
    let again = contains("nothing changed since this verdict");

    workbook.checker(&["check", "1"]).assert().code(0);
    assert_eq!(attempts(), 1);
    workbook
        .checker(&["check", "1"])
        .assert()
        .code(0)
        .stdout(again.clone());
    assert_eq!(attempts(), 1);
    workbook
        .checker(&["check", "1", "--force"])
        .assert()
        .code(0)
        .stdout(again.not());
    // It was judged again, and is no other attempt for that.
    assert_eq!(attempts(), 1);

    // A touch is no change; a letter is.
    let source = workbook.source("ex01_double");
    let text = fs::read_to_string(&source).unwrap();
    fs::write(&source, &text).unwrap();
    workbook.checker(&["check", "1"]).assert().code(0);
    assert_eq!(attempts(), 1);
    fs::write(&source, text + "\n").unwrap();
    workbook.checker(&["check", "1"]).assert().code(0);
    assert_eq!(attempts(), 2);
}

#[test]
#[serial(judged)]
fn a_failure_is_remembered_and_shown_again() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "wrong/nothing");
    let first = workbook.screen(&["check", "1"]);
    let second = workbook.screen(&["check", "1"]);
    assert!(first.contains("wrong-answer"), "{first}");
    assert!(second.starts_with(&first), "{second}");
    workbook.checker(&["check", "1"]).assert().code(1);
}

#[test]
#[serial(judged)]
fn all_are_judged_and_each_gets_a_line() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "lib");
    workbook.solve("ex03_hand_over", "lib");
    fs::write(workbook.source("ex02_clicks"), LOSES_CLICKS).unwrap();
    workbook
        .checker(&["check", "--all"])
        .assert()
        .code(1)
        .stdout(contains("✓ ex01  Double"))
        .stdout(contains(
            "✗ ex02  Clicks                       race in schedules::no_click_is_lost",
        ))
        .stdout(contains("✓ ex03  Hand over"))
        .stdout(contains("2 of 3 passed"))
        .stdout(contains("cargo checker check ex02"))
        .stderr(contains("Building").or(predicate::str::is_empty()));
    workbook
        .checker(&["check", "--all"])
        .assert()
        .code(1)
        .stdout(contains("3 unchanged and not judged again"));
    workbook.solve("ex02_clicks", "lib");
    workbook
        .checker(&["check", "--all"])
        .assert()
        .code(0)
        .stdout(contains("3 of 3 passed"));
    // Each name once, however often it is asked for.
    workbook
        .checker(&["check", "ex03", "3", "double"])
        .assert()
        .code(0)
        .stdout(contains("2 of 2 passed"));
}

#[test]
#[serial(judged)]
fn what_passed_stays_passed() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "lib");
    workbook.checker(&["check", "1"]).assert().code(0);
    workbook.solve("ex01_double", "wrong/nothing");
    workbook.checker(&["check", "1"]).assert().code(1);
    workbook
        .checker(&["list"])
        .assert()
        .stdout(contains("1 of 3 exercises passed"))
        .stdout(contains("now wrong-answer"));
}

#[test]
#[serial(judged)]
fn the_compiler_s_promises_are_judged_too() {
    let workbook = Workbook::judged();
    let source = workbook.source("ex03_hand_over");
    // Correct at run time, but it keeps everything on one thread and so accepts an `Rc`.
    fs::write(
        &source,
        "pub fn through<T: 'static>(value: T) -> T {\n    value\n}\n",
    )
    .unwrap();
    workbook
        .checker(&["check", "3"])
        .assert()
        .code(1)
        .stdout(contains("unsound in compile_fail::an_rc"));
}

#[test]
#[serial(judged)]
fn next_moves_on_past_everything_that_is_solved() {
    let workbook = Workbook::judged();
    workbook
        .checker(&["next"])
        .assert()
        .code(0)
        .stdout(predicate::str::starts_with("▸ ex01 Double"));

    workbook.solve("ex01_double", "lib");
    workbook.solve("ex02_clicks", "lib");
    workbook
        .checker(&["next"])
        .assert()
        .code(0)
        .stdout(contains("✓ ex01 Double  passed"))
        .stdout(contains("✓ ex02 Clicks  passed"))
        .stdout(contains("▸ ex03 Hand over"));

    fs::write(workbook.source("ex03_hand_over"), "slip\n").unwrap();
    workbook
        .checker(&["next"])
        .assert()
        .code(1)
        .stdout(contains("✗ ex03 Hand over  compile-error"))
        .stdout(contains("✓").not());

    workbook.solve("ex03_hand_over", "lib");
    workbook
        .checker(&["next"])
        .assert()
        .code(0)
        .stdout(contains("You have passed every exercise."));
    workbook
        .checker(&["check"])
        .assert()
        .code(2)
        .stderr(contains("none is current"));
}

#[test]
#[serial(judged)]
fn a_file_that_cannot_be_judged_is_named() {
    let workbook = Workbook::judged();
    let source = workbook.source("ex01_double");
    let named = contains("exercises/ex01_double/src/lib.rs");
    let check = || {
        workbook
            .checker(&["check", "1"])
            .assert()
            .code(1)
            .stdout(named.clone())
    };

    fs::write(&source, "").unwrap();
    check().stdout(contains("empty"));
    fs::write(&source, b"// caf\xe9\n").unwrap();
    check().stdout(contains("UTF-8"));
    fs::write(&source, vec![b'/'; 10 << 20]).unwrap();
    check().stdout(contains("larger than 1 MB"));
    fs::remove_file(&source).unwrap();
    check().stdout(contains("missing"));
    fs::create_dir(&source).unwrap();
    check().stdout(contains("folder"));
    // An empty file is a change, and no file to read is another. None of it has passed.
    assert_eq!(workbook.record("ex01")["attempts"], 2);
    assert!(workbook.record("ex01")["passed_at"].is_null());
}

#[test]
#[serial(judged)]
fn an_edited_test_is_told_and_does_not_count() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "wrong/nothing");
    let folder = workbook.root().join("exercises/ex01_double/tests");
    for file in ["behaviour.rs", "schedules.rs"] {
        fs::write(
            folder.join(file),
            "#[test]\nfn both_answers_are_right() {}\n",
        )
        .unwrap();
    }
    workbook
        .checker(&["check", "1"])
        .assert()
        .code(1)
        .stdout(contains(
            "wrong-answer in schedules::both_answers_are_right",
        ))
        .stderr(contains("tests/schedules.rs"));
}

#[test]
#[serial(judged)]
fn damaged_progress_is_kept_aside_when_a_verdict_comes() {
    let workbook = Workbook::judged().with_progress("{\"version\": 1, \"exerc");
    workbook.solve("ex01_double", "lib");
    workbook
        .checker(&["check", "1"])
        .assert()
        .code(0)
        .stderr(contains("is damaged"))
        .stderr(contains("progress.damaged-1"));
    let aside = workbook.root().join(".progress/progress.damaged-1");
    assert_eq!(
        fs::read_to_string(aside).unwrap(),
        "{\"version\": 1, \"exerc"
    );
    assert!(workbook.record("ex01")["passed_at"].is_u64());
}

#[test]
#[serial(judged)]
fn a_verdict_that_cannot_be_recorded_is_still_shown() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "lib");
    // A folder in the lock's place: not even root can open it for writing.
    fs::create_dir_all(workbook.root().join(".progress/lock")).unwrap();
    workbook
        .checker(&["check", "1"])
        .assert()
        .code(3)
        .stdout(contains("✓ ex01 Double  passed"))
        .stderr(contains("not recorded"))
        .stderr(contains(".progress/lock"));
}

#[test]
#[serial(judged)]
fn two_checkers_at_once_lose_nothing() {
    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "lib");
    workbook.solve("ex02_clicks", "lib");
    workbook.solve("ex03_hand_over", "lib");
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                workbook
                    .checker(&["check", "--all", "--force"])
                    .assert()
                    .code(0)
            });
        }
    });
    for name in ["ex01", "ex02", "ex03"] {
        // The same file three times.
        assert_eq!(workbook.record(name)["attempts"], 1, "{name}");
        assert!(workbook.record(name)["passed_at"].is_u64(), "{name}");
    }
}

#[test]
#[serial(judged)]
#[cfg(unix)]
fn another_compiler_is_told_once_and_judges_all_the_same() {
    use std::os::unix::fs::PermissionsExt as _;

    let workbook = Workbook::judged();
    workbook.solve("ex01_double", "lib");
    let folder = tempfile::tempdir().unwrap();
    let rustc = folder.path().join("rustc");
    // The real one, but it says that it is older than it is.
    let script = "#!/bin/sh\nPATH=${PATH#*:}\nif [ \"$1\" = -vV ] || [ \"$1\" = --version ]; then\n\
                  rustc \"$1\" | sed 's/[0-9]*\\.[0-9]*\\.[0-9]*/1.12.3/'\nelse\nexec rustc \"$@\"\nfi\n";
    fs::write(&rustc, script).unwrap();
    fs::set_permissions(&rustc, fs::Permissions::from_mode(0o755)).unwrap();
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", folder.path().display());
    let assert = workbook
        .checker(&["check", "1", "2"])
        .env("PATH", &path)
        .assert()
        .code(1)
        .stdout(contains("✓ ex01  Double"));
    let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert_eq!(said.matches("This is rustc 1.12.3").count(), 1, "{said}");
    workbook
        .checker(&["doctor"])
        .env("PATH", &path)
        .assert()
        .code(0)
        .stdout(contains("! rustc      rustc 1.12.3"))
        .stdout(contains("rustup toolchain install"));
}

#[test]
#[serial(judged)]
fn without_a_compiler_it_says_how_to_get_one() {
    let workbook = Workbook::judged();
    let empty = tempfile::tempdir().unwrap();
    workbook
        .checker(&["check", "1"])
        .env("PATH", empty.path())
        .assert()
        .code(3)
        .stdout("")
        .stderr(contains("https://rustup.rs"));
    workbook
        .checker(&["doctor"])
        .env("PATH", empty.path())
        .assert()
        .code(1)
        .stdout(contains("https://rustup.rs"));
}
