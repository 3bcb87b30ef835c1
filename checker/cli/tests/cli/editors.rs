//! What editors are given: places that their lists of errors can read, and the tasks of VS Code.

use std::fs;
use std::path::Path;

use predicates::prelude::*;
use serde_json::Value;
use serial_test::serial;

use crate::fixture::{REAL, Workbook};
use crate::judging::LOSES_CLICKS;

/// The tasks that this workbook brings along.
fn tasks() -> Vec<Value> {
    let file = Path::new(REAL).join(".vscode/tasks.json");
    let tasks: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    tasks["tasks"].as_array().unwrap().clone()
}

#[test]
#[serial(judged)]
fn failures_come_as_one_line_each_with_the_place_in_front() {
    let workbook = Workbook::judged();
    let slip = "pub fn double(numbers: &[u32]) -> Vec<u32> {\n    slip\n}\n";
    fs::write(workbook.source("ex01_double"), slip).unwrap();
    fs::write(workbook.source("ex02_clicks"), LOSES_CLICKS).unwrap();
    workbook.solve("ex03_hand_over", "lib");

    let assert = workbook
        .checker(&["check", "--all", "--short"])
        .assert()
        .code(1);
    let printed = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    let lines: Vec<_> = printed.lines().collect();
    assert_eq!(
        lines,
        [
            "exercises/ex01_double/src/lib.rs:2: compile-error: E0425: cannot find value `slip` in \
             this scope",
            "exercises/ex02_clicks/src/lib.rs:8: race: Your code is right only by \
             luck: some schedules pass, and this one fails. [schedules::no_click_is_lost]",
            "ex03: passed",
        ]
    );

    let judges = &tasks()[0];
    assert_eq!(judges["args"][2], "--short");
    let pattern = judges["problemMatcher"]["pattern"]["regexp"].as_str();
    let matcher = predicate::str::is_match(pattern.unwrap()).unwrap();
    let matched = lines.iter().map(|line| matcher.eval(line));
    assert_eq!(matched.collect::<Vec<_>>(), [true, true, false]);
}

#[test]
#[serial(judged)]
fn an_editor_names_an_exercise_by_the_file_that_is_open() {
    let workbook = Workbook::judged();
    let tests = workbook
        .root()
        .join("exercises/ex02_clicks/tests/schedules.rs");
    workbook
        .checker(&["check", "--short", tests.to_str().unwrap()])
        .assert()
        .code(1)
        .stdout(predicate::str::starts_with("exercises/ex02_clicks/"));
}

#[test]
fn the_tasks_of_vs_code_are_commands_of_the_checker() {
    let workbook = Workbook::new();
    let tasks = tasks();
    let of_the_checker: Vec<Vec<_>> = tasks
        .iter()
        .filter(|task| task["command"] == "cargo" && task["args"][0] == "checker")
        .map(|task| {
            let words = task["args"].as_array().unwrap().iter().skip(1);
            words.map(|word| word.as_str().unwrap()).collect()
        })
        .collect();
    assert_eq!(of_the_checker.len(), 4);
    for mut words in of_the_checker {
        words.push("--help");
        workbook.checker(&words).assert().success();
    }
}
