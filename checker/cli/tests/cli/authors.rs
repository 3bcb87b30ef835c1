//! What authors use: `new`, `verify` and `seal`.

use std::fs;

use insta::assert_snapshot;
use predicates::prelude::*;
use serial_test::serial;

use crate::fixture::Workbook;

#[test]
fn a_new_exercise_is_laid_out() {
    let workbook = Workbook::new();
    assert_snapshot!(workbook.both(&["new", "9", "hang_up"]));
    workbook
        .checker(&["list"])
        .assert()
        .success()
        .stdout(predicate::str::contains("ex09  Hang up"));
}

#[test]
fn nothing_is_laid_over_what_is_there() {
    let workbook = Workbook::new();
    let before = workbook.everything();
    for arguments in [["new", "2", "another"], ["new", "9", "clicks"]] {
        workbook
            .checker(&arguments)
            .assert()
            .code(2)
            .stderr(predicate::str::contains("is there already"));
    }
    fs::write(workbook.root().join("hints/ex09_hang_up.md"), "mine\n").unwrap();
    workbook.checker(&["new", "9", "hang_up"]).assert().code(2);
    fs::remove_file(workbook.root().join("hints/ex09_hang_up.md")).unwrap();
    assert!(workbook.everything() == before);
}

#[test]
fn a_number_or_topic_that_cannot_be_is_refused() {
    let workbook = Workbook::new();
    for arguments in [
        ["new", "nine", "hang_up"],
        ["new", "9", "../hang_up"],
        ["new", "9", "match"],
    ] {
        workbook.checker(&arguments).assert().code(2).stdout("");
    }
}

#[test]
#[serial(judged)]
fn a_hint_for_a_verdict_that_there_is_not_breaks_a_row() {
    let workbook = Workbook::judged();
    let hints = workbook.root().join("hints/ex01_double.md");
    let text = fs::read_to_string(&hints).unwrap();
    fs::write(&hints, text + "\n## If dedlock\n\nWho waits?\n").unwrap();
    workbook
        .checker(&["verify", "1"])
        .assert()
        .code(1)
        .stdout(predicate::str::contains("ex01::complete"))
        .stdout(predicate::str::contains("ex01_double.md:20:"))
        .stdout(predicate::str::contains("`dedlock`"))
        .stdout(predicate::str::contains("13 of 14 rows hold"));
}

#[test]
#[serial(judged)]
fn a_table_that_holds_says_so() {
    let workbook = Workbook::judged();
    assert_snapshot!(workbook.both(&["verify", "1", "--force"]));
    workbook
        .checker(&["verify", "1"])
        .assert()
        .code(0)
        .stdout(predicate::str::contains(
            "11 unchanged and not judged again",
        ));
}

#[test]
#[serial(judged)]
fn a_loosened_test_makes_named_rows_fail() {
    let workbook = Workbook::judged();
    let test = workbook
        .root()
        .join("exercises/ex01_double/tests/schedules.rs");
    let text = fs::read_to_string(&test).unwrap();
    let loose = text.replace(
        "ex01::double(&[1, 2]), [2, 4]",
        "ex01::double(&[1, 2]).len(), 2",
    );
    assert_ne!(text, loose);
    fs::write(&test, loose).unwrap();
    workbook
        .checker(&["verify", "1"])
        .assert()
        .code(1)
        .stdout(predicate::str::contains("✗ ex01::wrong::backwards"))
        .stdout(predicate::str::contains("✗ ex01::wrong::arrival_order"))
        .stdout(predicate::str::contains(
            "expected race in schedules::both_answers_are_right",
        ))
        .stdout(predicate::str::contains("✗ ex01::sealed"))
        .stdout(predicate::str::contains("✗ ex01::right").not());
}

#[test]
#[serial(judged)]
fn an_exercise_without_solutions_is_not_proved() {
    let workbook = Workbook::judged();
    workbook
        .checker(&["verify", "2"])
        .assert()
        .code(1)
        .stdout(predicate::str::contains("✗ ex02::complete"))
        .stdout(predicate::str::contains("at least 3"));
}

#[test]
#[serial(judged)]
fn a_new_exercise_is_accepted_once_it_is_filled_in() {
    let workbook = Workbook::judged();
    workbook.checker(&["new", "9", "add_up"]).assert().success();
    workbook
        .checker(&["verify", "9"])
        .assert()
        .code(1)
        .stdout(predicate::str::contains("✗ ex09::filled"))
        .stdout(predicate::str::contains("`FILL IN` still stands in"))
        .stdout(predicate::str::contains("hints/ex09_add_up.md:5"))
        .stdout(predicate::str::contains(
            "exercises/ex09_add_up/src/lib.rs:3",
        ))
        .stdout(predicate::str::contains(
            "solutions/ex09_add_up/wrong/wrong_6.rs:3",
        ));

    let solutions = workbook.root().join("solutions/ex09_add_up");
    for name in ["lib", "right/right_1", "right/right_2", "right/right_3"] {
        write_body(&solutions.join(name), "numbers.iter().sum()");
    }
    for (number, body) in [
        "0",
        "1",
        "numbers[0]",
        "numbers[1]",
        "numbers.len() as u32",
        "4",
    ]
    .into_iter()
    .enumerate()
    {
        write_body(&solutions.join(format!("wrong/wrong_{}", number + 1)), body);
    }
    let exercise = workbook.root().join("exercises/ex09_add_up");
    for file in [
        exercise.join("Cargo.toml"),
        exercise.join("src/lib.rs"),
        exercise.join("tests/behaviour.rs"),
        exercise.join("tests/schedules.rs"),
        workbook.root().join("hints/ex09_add_up.md"),
    ] {
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace("FILL IN", "Filled in")).unwrap();
    }
    workbook
        .checker(&["verify", "9"])
        .assert()
        .code(1)
        .stdout(predicate::str::contains("never sealed"))
        .stdout(predicate::str::contains("13 of 14 rows hold"));
    workbook.checker(&["seal", "9"]).assert().success();
    workbook.checker(&["verify", "9"]).assert().code(0);
}

/// Fills in a solution: its `todo!()` becomes `body`.
fn write_body(file: &std::path::Path, body: &str) {
    let file = file.with_extension("rs");
    let text = fs::read_to_string(&file).unwrap();
    let lines = text.lines().map(|line| {
        if line.trim().starts_with("todo!") {
            format!("    {body}")
        } else {
            line.replace("FILL IN", "Filled in")
        }
    });
    fs::write(&file, lines.collect::<Vec<_>>().join("\n")).unwrap();
}
