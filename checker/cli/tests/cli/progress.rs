//! `progress`: what was recorded lasts, and goes where its learner goes.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use insta::assert_snapshot;
use predicates::str::contains;
use serde_json::{Value, json};

use crate::fixture::Workbook;

/// What one machine knows. It has passed exercise 1 early, and tried exercise 2 for long.
const HERE: &str = r#"{"version": 2, "exercises": {
    "ex01": {"passed_at": 100, "attempts": 2, "seconds": 50, "seen_at": 100, "hints": [1],
             "last": {"kind": "passed", "at": 100, "key": "k", "report": {"cause": "here"}}},
    "ex02": {"attempts": 9, "seconds": 4000, "seen_at": 300,
             "last": {"kind": "race", "at": 300, "key": "k", "report": {"cause": "here"}}}}}"#;

/// And another. It has passed exercise 2, and an exercise that the first has not yet.
const THERE: &str = r#"{"version": 2, "exercises": {
    "ex01": {"passed_at": 200, "attempts": 3, "seconds": 20, "seen_at": 200, "hints": [2],
             "last": {"kind": "deadlock", "at": 250, "key": "k", "report": {"cause": "there"}}},
    "ex02": {"passed_at": 220, "attempts": 1, "seconds": 60, "seen_at": 220,
             "last": {"kind": "passed", "at": 220, "key": "k", "report": {"cause": "there"}}},
    "ex09": {"passed_at": 230, "attempts": 4}}}"#;

fn with_file(workbook: &Workbook, name: &str, text: &str) -> PathBuf {
    let file = workbook.root().join(name);
    fs::write(&file, text).unwrap();
    file
}

fn progress_file(workbook: &Workbook) -> PathBuf {
    workbook.root().join(".progress/progress.json")
}

fn document(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_summary_is_short() {
    let workbook = Workbook::new().with_progress(HERE);
    assert_snapshot!(workbook.screen(&["progress"]));
    let summary = document(&workbook.screen(&["progress", "--format", "json"]));
    assert_eq!(summary["result"]["failing"], 1);
    assert_eq!(summary["result"]["open"], 1);
    assert_eq!(summary["result"]["total"]["seconds"], 4050);
    let begun = document(&Workbook::new().screen(&["progress", "--format", "json"]));
    assert_eq!(begun["result"]["failing"], 0);
    assert_eq!(begun["result"]["open"], 3);
}

#[test]
fn an_export_is_printed_or_written_and_says_the_same() {
    let workbook = Workbook::new().with_progress(HERE);
    let printed = workbook.screen(&["progress", "export"]);
    assert_snapshot!(printed);
    assert_snapshot!(workbook.both(&["progress", "export", "mine.json"]));
    let written = fs::read_to_string(workbook.root().join("mine.json")).unwrap();
    assert_eq!(written, printed);
    let told = document(&workbook.screen(&["progress", "export", "--format", "json"]));
    assert_eq!(told["command"], "progress export");
    assert_eq!(told["result"]["progress"], document(&printed));
}

#[test]
fn an_export_replaces_nothing_unasked() {
    let workbook = Workbook::new().with_progress(HERE);
    let file = with_file(&workbook, "thesis.txt", "two years of work\n");
    workbook
        .checker(&["progress", "export", "thesis.txt"])
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains("thesis.txt is there already"))
        .stderr(contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "two years of work\n");
    workbook
        .checker(&["progress", "export", "thesis.txt", "--force"])
        .assert()
        .code(0);
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        workbook.screen(&["progress", "export"])
    );
    // Nothing half written is left beside it.
    let beside = fs::read_dir(workbook.root()).unwrap().flatten();
    let names: Vec<_> = beside.map(|entry| entry.file_name()).collect();
    assert!(
        names
            .iter()
            .all(|name| !name.to_string_lossy().starts_with(".tmp")),
        "{names:?}"
    );
}

#[test]
fn where_nothing_can_be_written_it_says_so() {
    let workbook = Workbook::new().with_progress(HERE);
    workbook
        .checker(&["progress", "export", "no/such/folder.json"])
        .assert()
        .code(3)
        .stderr(contains("cannot write no/such/folder.json"));
}

#[test]
fn a_damaged_file_is_not_exported() {
    let workbook = Workbook::new().with_progress("{\"version\": 2, \"exerc");
    let before = workbook.everything();
    workbook
        .checker(&["progress", "export", "mine.json"])
        .assert()
        .code(3)
        .stderr(contains("error: "))
        .stderr(contains("Nothing was exported"));
    assert!(workbook.everything() == before);
}

#[test]
fn an_import_brings_what_was_done_and_undoes_nothing() {
    let workbook = Workbook::new().with_progress(HERE);
    with_file(&workbook, "there.json", THERE);
    assert_snapshot!(workbook.both(&["progress", "import", "there.json"]));
    let one = workbook.record("ex01");
    assert_eq!(one["passed_at"], 100, "the first pass");
    assert_eq!((&one["attempts"], &one["seconds"]), (&json!(3), &json!(50)));
    assert_eq!(one["hints"], json!([1, 2]));
    assert_eq!(one["last"]["kind"], "deadlock", "the later one");
    let two = workbook.record("ex02");
    assert_eq!(two["passed_at"], 220);
    assert_eq!(
        (&two["attempts"], &two["seconds"]),
        (&json!(9), &json!(4000))
    );
    assert_eq!(two["last"]["report"]["cause"], "here", "ours is later");
    assert_eq!(workbook.record("ex09")["attempts"], 4, "kept for later");
}

#[test]
fn to_import_twice_is_to_import_once() {
    let workbook = Workbook::new().with_progress(HERE);
    with_file(&workbook, "there.json", THERE);
    let import = ["progress", "import", "there.json"];
    workbook.checker(&import).assert().success();
    let before = workbook.everything();
    workbook
        .checker(&import)
        .assert()
        .success()
        .stdout(contains("Nothing in it was news."));
    assert!(workbook.everything() == before);
}

#[test]
fn two_machines_end_up_with_the_same() {
    let (here, there) = (
        Workbook::new().with_progress(HERE),
        Workbook::new().with_progress(THERE),
    );
    for (from, to) in [(&here, &there), (&there, &here)] {
        let file = to.root().join("moved.json");
        from.checker(&["progress", "export"])
            .arg(&file)
            .assert()
            .success();
        to.checker(&["progress", "import"])
            .arg(&file)
            .assert()
            .success();
    }
    let export = ["progress", "export"];
    assert_eq!(here.screen(&export), there.screen(&export));
}

#[test]
fn a_workbook_in_which_nothing_was_done_takes_it_all() {
    let workbook = Workbook::new();
    with_file(&workbook, "there.json", THERE);
    workbook
        .checker(&["progress", "import", "there.json"])
        .assert()
        .success()
        .stdout(contains("new      ex01, ex02, ex09"))
        .stdout(contains("not here ex09"))
        .stdout(contains("2 of 3 exercises passed"));
}

#[test]
fn a_damaged_file_is_refused_and_changes_nothing() {
    let workbook = Workbook::new().with_progress(HERE);
    for (text, words) in [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("{\"version\": 2,\n \"exercises\": {\n", "line 3 column 0"),
        ("\u{feff}not JSON", "line 1 column 1"),
        ("[2]", "expected a map at line 1"),
        ("{\"version\": 2}", "missing field `exercises`"),
        (
            "{\"version\": 2, \"exercises\": {\"ex01\": {\"passed_at\": 1, \"attempts\": \"3\"}}}",
            "exercises.ex01.attempts: invalid type: string \"3\", expected u32 at line 1",
        ),
        (
            "{\"version\": 2, \"exercises\": {\"ex01\": {\"passed_at\": 1}, \"threads\": {}}}",
            "`threads` is no exercise",
        ),
    ] {
        with_file(&workbook, "bad.json", text);
        let before = workbook.everything();
        workbook
            .checker(&["progress", "import", "bad.json"])
            .assert()
            .code(1)
            .stdout("")
            .stderr(contains("bad.json is damaged"))
            .stderr(contains(words))
            .stderr(contains("your progress is as it was"));
        let json =
            document(&workbook.screen(&["progress", "import", "bad.json", "--format", "json"]));
        assert_eq!(json["error"]["kind"], "damaged");
        assert_eq!(json["error"]["path"], "bad.json");
        assert_eq!(json["exit"], 1);
        assert!(workbook.everything() == before, "{text}");
    }
}

#[test]
fn a_file_from_the_future_or_from_nowhere_is_refused() {
    let workbook = Workbook::new().with_progress(HERE);
    with_file(
        &workbook,
        "newer.json",
        "{\"version\": 99, \"learners\": []}",
    );
    let before = workbook.everything();
    for (file, words) in [
        (
            "newer.json",
            "newer checker (format 99; this one knows up to 2)",
        ),
        ("gone.json", "cannot read gone.json"),
        ("exercises", "cannot read exercises"),
    ] {
        workbook
            .checker(&["progress", "import", file])
            .assert()
            .code(1)
            .stderr(contains(words));
    }
    assert!(workbook.everything() == before);
}

#[test]
fn progress_from_the_future_takes_nothing_in() {
    let workbook = Workbook::new().with_progress("{\"version\": 99, \"learners\": []}");
    with_file(&workbook, "there.json", THERE);
    let before = workbook.everything();
    for arguments in [
        &["progress"][..],
        &["progress", "export"],
        &["progress", "import", "there.json"],
    ] {
        workbook
            .checker(arguments)
            .assert()
            .code(3)
            .stdout("")
            .stderr(contains("newer checker"))
            .stderr(contains("git pull"));
    }
    assert!(workbook.everything() == before);
}

#[test]
fn an_import_heals_a_damaged_file_and_keeps_it() {
    let workbook = Workbook::new().with_progress("{\"version\": 2, \"exerc");
    with_file(&workbook, "there.json", THERE);
    workbook
        .checker(&["progress", "import", "there.json"])
        .assert()
        .success()
        .stderr(contains("progress.damaged-1"));
    assert_eq!(workbook.record("ex01")["attempts"], 3);
    let kept = workbook.root().join(".progress/progress.damaged-1");
    assert_eq!(
        fs::read_to_string(kept).unwrap(),
        "{\"version\": 2, \"exerc"
    );
}

#[test]
fn a_progress_file_of_an_early_version_can_be_imported_as_it_is() {
    let workbook = Workbook::new();
    let early = r#"{"version": 1, "exercises": {"ex02": {"passed_at": 7, "attempts": 2,
        "last": {"key": "k", "kind": "passed", "report": null}}}}"#;
    with_file(&workbook, "early.json", early);
    workbook
        .checker(&["progress", "import", "early.json"])
        .assert()
        .success();
    assert_eq!(workbook.record("ex02")["passed_at"], 7);
    let text = fs::read_to_string(progress_file(&workbook)).unwrap();
    assert_eq!(document(&text)["version"], 2);
}

#[test]
fn a_topic_may_be_renamed_and_exercises_may_come() {
    let workbook = Workbook::new().with_progress(HERE);
    let rename = |folder: &str, from: &str, to: &str| {
        let folder = workbook.root().join(folder);
        fs::rename(folder.join(from), folder.join(to)).unwrap();
    };
    rename("exercises", "ex01_double", "ex01_twice");
    rename("hints", "ex01_double.md", "ex01_twice.md");
    rename("solutions", "ex01_double", "ex01_twice");
    workbook
        .checker(&["list"])
        .assert()
        .success()
        .stdout(contains("1 of 3 exercises passed"))
        .stdout(contains("✓ ex01"));
    workbook
        .checker(&["new", "9", "hang_up"])
        .assert()
        .success();
    workbook
        .checker(&["list"])
        .assert()
        .success()
        .stdout(contains("1 of 4 exercises passed"))
        .stdout(contains("9 tries"));
}

#[test]
fn what_is_recorded_of_an_exercise_that_went_away_stays() {
    let workbook = Workbook::new().with_progress(HERE);
    fs::remove_dir_all(workbook.root().join("exercises/ex01_double")).unwrap();
    with_file(&workbook, "there.json", THERE);
    workbook
        .checker(&["progress", "import", "there.json"])
        .assert()
        .success();
    assert_eq!(workbook.record("ex01")["passed_at"], 100);
}

/// A record to import that raises the attempts of one exercise.
fn attempts(name: &str, count: u32) -> String {
    json!({"version": 2, "exercises": {name: {"attempts": count}}}).to_string()
}

fn import(workbook: &Workbook, file: &str) -> std::process::Child {
    Command::new(assert_cmd::cargo::cargo_bin("checker"))
        .args(["progress", "import", file])
        .current_dir(workbook.root())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn checkers_at_once_all_record() {
    const MANY: u32 = 16;
    let workbook = Workbook::new().with_progress(HERE);
    let children: Vec<_> = (0..MANY)
        .map(|n| {
            let file = format!("{n}.json");
            with_file(
                &workbook,
                &file,
                &attempts(&format!("ex{:02}", 10 + n), n + 1),
            );
            import(&workbook, &file)
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    for n in 0..MANY {
        let record = workbook.record(&format!("ex{:02}", 10 + n));
        assert_eq!(record["attempts"], n + 1);
    }
    assert_eq!(workbook.record("ex01")["passed_at"], 100);
}

/// Wherever in its work the checker is killed, what was recorded before is there, and the file is
/// whole. When each kill comes is up to the machine: the answer must be the same.
#[test]
#[cfg(unix)]
fn two_hundred_kills_lose_nothing() {
    const ROUNDS: u32 = 200;
    let workbook = Workbook::new().with_progress(HERE);
    with_file(&workbook, "next.json", &attempts("ex40", 1));
    let begin = std::time::Instant::now();
    assert!(import(&workbook, "next.json").wait().unwrap().success());
    let mut whole_run = begin.elapsed();
    let mut recorded = std::collections::BTreeMap::from([("ex40".to_owned(), 1)]);
    for round in 1..=ROUNDS {
        let name = format!("ex{:02}", 10 + round % 30);
        with_file(&workbook, "next.json", &attempts(&name, round));
        let begin = std::time::Instant::now();
        let mut checker = import(&workbook, "next.json");
        let wait = whole_run * (round % 50) / 40;
        while begin.elapsed() < wait && checker.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        checker.kill().unwrap();
        let code = checker.wait().unwrap().code();
        assert!(code.is_none_or(|code| code == 0), "round {round}: {code:?}");
        let ended_by_itself = code.is_some();
        if ended_by_itself {
            // Most kills are to come before the end.
            whole_run = whole_run.min(begin.elapsed());
        }
        let text = fs::read_to_string(progress_file(&workbook)).unwrap();
        let progress: Value = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("round {round}: {error}:\n{text}"));
        let counted = |name: &str| progress["exercises"][name]["attempts"].as_u64();
        if ended_by_itself || counted(&name) == Some(u64::from(round)) {
            recorded.insert(name, round);
        }
        for (name, count) in &recorded {
            assert_eq!(counted(name), Some(u64::from(*count)), "round {round}");
        }
        assert_eq!(progress["exercises"]["ex01"]["passed_at"], 100);
    }
    // The next one waits for nobody, and cleans up.
    with_file(&workbook, "next.json", &attempts("ex41", ROUNDS + 1));
    workbook
        .checker(&["progress", "import", "next.json"])
        .timeout(std::time::Duration::from_mins(1))
        .assert()
        .success()
        .stderr("");
    let folder = fs::read_dir(workbook.root().join(".progress")).unwrap();
    let mut names: Vec<_> = folder.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["lock", "progress.json"]);
}
