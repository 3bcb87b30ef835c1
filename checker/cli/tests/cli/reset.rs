//! `reset` puts back, and loses nothing.

use std::fs;

use insta::assert_snapshot;
use predicates::prelude::*;

use crate::fixture::Workbook;

#[test]
fn your_file_goes_to_a_backup() {
    let workbook = Workbook::new();
    let source = workbook.source("ex01_double");
    let stub = fs::read(&source).unwrap();
    fs::write(&source, "fn mine() {}\n").unwrap();
    assert_snapshot!(workbook.both(&["reset", "1"]));
    assert_eq!(fs::read(&source).unwrap(), stub);
    let backup = workbook
        .root()
        .join(".progress/backups/ex01_double/1/src/lib.rs");
    assert_eq!(fs::read_to_string(backup).unwrap(), "fn mine() {}\n");
}

#[test]
fn no_backup_replaces_another() {
    let workbook = Workbook::new();
    for text in ["// first\n", "// second\n", "// third\n"] {
        fs::write(workbook.source("ex01_double"), text).unwrap();
        workbook.checker(&["reset", "1"]).assert().success();
    }
    for (number, text) in [(1, "// first\n"), (2, "// second\n"), (3, "// third\n")] {
        let backup = format!(".progress/backups/ex01_double/{number}/src/lib.rs");
        assert_eq!(
            fs::read_to_string(workbook.root().join(backup)).unwrap(),
            text
        );
    }
}

#[test]
fn an_edited_test_is_put_back_too() {
    let workbook = Workbook::new();
    let test = workbook
        .root()
        .join("exercises/ex02_clicks/tests/schedules.rs");
    let before = fs::read(&test).unwrap();
    fs::write(&test, "// nothing to prove\n").unwrap();
    workbook
        .checker(&["reset", "2"])
        .assert()
        .success()
        .stdout(predicate::str::contains("tests/schedules.rs"));
    assert_eq!(fs::read(&test).unwrap(), before);
}

#[test]
fn an_untouched_exercise_needs_no_backup() {
    let workbook = Workbook::new();
    let before = workbook.everything();
    assert_snapshot!(workbook.both(&["reset", "1"]));
    workbook
        .checker(&["reset", "--all"])
        .assert()
        .success()
        .stdout(predicate::str::contains("nothing to put back"));
    assert!(workbook.everything() == before);
}

#[test]
fn all_of_them_at_once() {
    let workbook = Workbook::new();
    for folder in ["ex01_double", "ex03_hand_over"] {
        fs::write(workbook.source(folder), "// mine\n").unwrap();
    }
    assert_snapshot!(workbook.both(&["reset", "--all"]));
}

#[test]
fn a_missing_file_comes_back() {
    let workbook = Workbook::new();
    let source = workbook.source("ex01_double");
    let stub = fs::read(&source).unwrap();
    fs::remove_file(&source).unwrap();
    workbook.checker(&["reset", "1"]).assert().success();
    assert_eq!(fs::read(&source).unwrap(), stub);
    assert!(!workbook.root().join(".progress").exists());
}

#[test]
fn a_folder_in_the_file_s_place_is_kept_whole() {
    let workbook = Workbook::new();
    let source = workbook.source("ex01_double");
    fs::remove_file(&source).unwrap();
    fs::create_dir(&source).unwrap();
    fs::write(source.join("mine.rs"), "// mine\n").unwrap();
    workbook.checker(&["reset", "1"]).assert().success();
    assert!(source.is_file());
    let kept = workbook
        .root()
        .join(".progress/backups/ex01_double/1/src/lib.rs/mine.rs");
    assert_eq!(fs::read_to_string(kept).unwrap(), "// mine\n");
}

#[test]
fn without_room_for_a_backup_nothing_is_replaced() {
    let workbook = Workbook::new();
    let source = workbook.source("ex01_double");
    fs::write(&source, "// mine\n").unwrap();
    // A file where the folder would have to be: not even root can write below it.
    fs::write(workbook.root().join(".progress"), "").unwrap();
    assert_snapshot!(workbook.both(&["reset", "1"]));
    assert_eq!(fs::read_to_string(&source).unwrap(), "// mine\n");
}

#[test]
fn progress_stays() {
    let workbook = Workbook::new().with_passed(&["ex01"]);
    fs::write(workbook.source("ex01_double"), "// mine\n").unwrap();
    workbook.checker(&["reset", "1"]).assert().success();
    workbook
        .checker(&["list"])
        .assert()
        .stdout(predicate::str::contains("1 of 3 exercises passed"));
}
