//! Names that do not exist, folders that are no workbook, files that are damaged.

use std::fs;

use insta::assert_snapshot;
use predicates::prelude::*;

use crate::fixture::{Workbook, checker};

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    assert_snapshot!(Workbook::new().both(&["check", "click"]));
}

#[test]
fn a_name_like_no_other_points_to_the_list() {
    assert_snapshot!(Workbook::new().both(&["hint", "zebra"]));
}

#[test]
fn every_command_that_takes_a_name_refuses_an_unknown_one() {
    let workbook = Workbook::new();
    for arguments in [
        &["check", "ex99"][..],
        &["check", "ex01", "ex99"],
        &["hint", "ex99"],
        &["reset", "ex99"],
        &["solution", "ex99"],
        &["verify", "ex99"],
        &["seal", "ex99"],
    ] {
        workbook
            .checker(arguments)
            .assert()
            .code(2)
            .stdout("")
            .stderr(predicate::str::contains("no exercise called `ex99`"));
    }
}

#[test]
fn an_exercise_has_four_names() {
    let workbook = Workbook::new();
    for name in ["ex02", "2", "02", "clicks", "ex02_clicks"] {
        workbook
            .checker(&["hint", name])
            .assert()
            .success()
            .stdout(predicate::str::starts_with("ex02 Clicks"));
    }
}

#[test]
fn an_exercise_that_is_planned_is_not_unknown() {
    Workbook::new()
        .checker(&["hint", "seqlock"])
        .assert()
        .code(2)
        .stderr(predicate::str::contains(
            "not in this copy of the workbook yet",
        ));
}

#[test]
fn outside_a_workbook_it_says_how_to_get_there() {
    let elsewhere = tempfile::tempdir().unwrap();
    for arguments in [
        &[][..],
        &["list"],
        &["check"],
        &["next"],
        &["hint"],
        &["progress"],
        &["progress", "export"],
        &["progress", "import", "file"],
        &["reset", "1"],
        &["solution", "1"],
        &["verify"],
        &["seal", "1"],
        &["new", "9", "topic"],
    ] {
        checker(elsewhere.path(), arguments)
            .assert()
            .code(2)
            .stdout("")
            .stderr(predicate::str::contains("not in a workbook folder"))
            .stderr(predicate::str::contains("with `cd`"));
    }
}

#[test]
fn any_folder_of_the_workbook_will_do() {
    let workbook = Workbook::new();
    let deep = workbook.root().join("exercises/ex02_clicks/src");
    checker(&deep, &["list"]).assert().success();
}

#[test]
fn what_cannot_be_understood_ends_with_two() {
    let workbook = Workbook::new();
    for arguments in [
        &["chekc"][..],
        &["check", "--frce"],
        &["check", "1", "--all"],
        &["hint", "--tier", "4"],
        &["hint", "--tier", "0"],
        &["list", "--passed"],
        &["progress", "exprot"],
        &["progress", "export", "--force"],
        &["progress", "import"],
        &["reset"],
        &["reset", "1", "--all"],
        &["solution"],
        &["list", "--format", "yaml"],
        &["check", "--jobs", "0"],
        &["completions", "tcsh"],
    ] {
        workbook.checker(arguments).assert().code(2).stdout("");
    }
}

#[test]
fn damaged_progress_is_reported_and_left_alone() {
    let workbook = Workbook::new().with_progress("{\"version\": 1, \"exerc");
    assert_snapshot!(workbook.both(&["list"]));
    let kept = fs::read_to_string(workbook.root().join(".progress/progress.json")).unwrap();
    assert_eq!(kept, "{\"version\": 1, \"exerc");
}

#[test]
fn progress_from_the_future_is_not_touched() {
    let workbook = Workbook::new().with_progress("{\"version\": 99, \"exercises\": {}}");
    assert_snapshot!(workbook.both(&["list"]));
}

#[test]
fn a_broken_description_names_file_line_and_remedy() {
    let workbook = Workbook::new();
    let manifest = workbook.root().join("exercises/ex02_clicks/Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("part = 3", "part = 33")).unwrap();
    assert_snapshot!(workbook.both(&["list"]));
}

#[test]
fn missing_hints_are_named() {
    let workbook = Workbook::new();
    fs::remove_file(workbook.root().join("hints/ex01_double.md")).unwrap();
    assert_snapshot!(workbook.both(&["hint", "1"]));
}

#[test]
fn a_workbook_without_exercises_is_no_reason_to_panic() {
    let workbook = Workbook::new();
    fs::remove_dir_all(workbook.root().join("exercises")).unwrap();
    fs::create_dir(workbook.root().join("exercises")).unwrap();
    workbook.checker(&[]).assert().success();
    workbook.checker(&["list"]).assert().success();
    workbook.checker(&["check"]).assert().code(2);
}

#[test]
#[cfg(unix)]
fn a_full_disk_behind_the_output_is_an_error() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        return; // Not every Unix has such a device.
    };
    let workbook = Workbook::new();
    let status = std::process::Command::new(assert_cmd::cargo::cargo_bin("checker"))
        .arg("list")
        .current_dir(workbook.root())
        .stdout(full)
        .stderr(std::process::Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(3));
}

#[test]
#[cfg(unix)]
fn a_reader_who_leaves_early_is_no_error() {
    let workbook = Workbook::new();
    // The pipe is closed before a word is written.
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = std::process::Command::new(assert_cmd::cargo::cargo_bin("checker"))
        .arg("list")
        .current_dir(workbook.root())
        .stdout(writer)
        .stderr(std::process::Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
