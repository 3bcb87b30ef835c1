//! Colour goes where it is wanted, and nowhere else.

use predicates::prelude::*;

use crate::fixture::Workbook;

const ESCAPE: &str = "\u{1b}[";

#[test]
fn a_pipe_gets_none() {
    let workbook = Workbook::new();
    let plain = || predicate::str::contains(ESCAPE).not();
    for arguments in [&[][..], &["list"], &["hint"], &["next"], &["--help"]] {
        workbook
            .checker(arguments)
            .assert()
            .success()
            .stdout(plain());
    }
    workbook
        .checker(&["hint", "zebra"])
        .assert()
        .stderr(plain());
}

#[test]
fn it_comes_when_asked_for() {
    let workbook = Workbook::new();
    let coloured = predicate::str::contains(ESCAPE);
    workbook
        .checker(&["list", "--color", "always"])
        .assert()
        .success()
        .stdout(coloured.clone());
    workbook
        .checker(&["list"])
        .env("CLICOLOR_FORCE", "1")
        .assert()
        .success()
        .stdout(coloured.clone());
    workbook
        .checker(&["hint", "zebra", "--color=always"])
        .assert()
        .stderr(coloured);
}

#[test]
fn the_option_is_stronger_than_the_surroundings() {
    let workbook = Workbook::new();
    let coloured = predicate::str::contains(ESCAPE);
    workbook
        .checker(&["list", "--color", "always"])
        .env("NO_COLOR", "1")
        .assert()
        .success()
        .stdout(coloured.clone());
    workbook
        .checker(&["list", "--color", "never"])
        .env("CLICOLOR_FORCE", "1")
        .assert()
        .success()
        .stdout(coloured.not());
}

#[test]
fn no_color_is_stronger_than_clicolor() {
    Workbook::new()
        .checker(&["list"])
        .env("NO_COLOR", "1")
        .env("CLICOLOR_FORCE", "1")
        .assert()
        .success()
        .stdout(predicate::str::contains(ESCAPE).not());
}

#[test]
fn json_has_no_colour_even_by_force() {
    Workbook::new()
        .checker(&[
            "solution", "1", "--peek", "--format", "json", "--color", "always",
        ])
        .assert()
        .success()
        .stdout(predicate::str::contains("u001b").not())
        .stdout(predicate::str::contains(ESCAPE).not());
}
