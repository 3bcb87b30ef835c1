//! What `--help` promises.

use insta::assert_snapshot;
use predicates::prelude::*;

use crate::fixture::{Workbook, checker};

#[test]
fn help_names_every_command_and_exit_code() {
    assert_snapshot!(Workbook::new().screen(&["--help"]));
}

#[test]
fn every_command_explains_itself_anywhere() {
    let elsewhere = tempfile::tempdir().unwrap();
    for command in [
        "watch",
        "list",
        "check",
        "next",
        "hint",
        "progress",
        "replay",
        "step",
        "play",
        "reset",
        "solution",
        "verify",
        "seal",
        "new",
        "doctor",
        "completions",
    ] {
        checker(elsewhere.path(), &[command, "--help"])
            .assert()
            .success()
            .stdout(predicate::str::contains("Usage:"))
            .stderr("");
    }
}

#[test]
fn every_shell_gets_a_script_that_knows_the_commands() {
    let elsewhere = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        checker(elsewhere.path(), &["completions", shell])
            .assert()
            .success()
            .stdout(predicate::str::contains("solution"))
            .stderr("");
    }
}

#[test]
fn the_doctor_can_be_asked_outside_a_workbook() {
    let elsewhere = tempfile::tempdir().unwrap();
    checker(elsewhere.path(), &["doctor"])
        .assert()
        .code(1)
        .stdout(predicate::str::contains("✗ workbook"))
        .stdout(predicate::str::contains("✓ rustc"))
        .stdout(predicate::str::contains("To be mended first: workbook."));
}
