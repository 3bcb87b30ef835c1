//! `list` and `hint`: what is recorded, shown.

use insta::assert_snapshot;
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;

use crate::fixture::Workbook;

/// One passed and failing now, one tried for long, one untouched.
fn in_the_middle() -> Workbook {
    Workbook::new().with_progress(
        r#"{"version": 2, "exercises": {
            "ex01": {"passed_at": 1700000000, "attempts": 12, "seconds": 754,
                     "last": {"kind": "compile-error", "at": 1700000900}},
            "ex02": {"attempts": 1, "seconds": 40210, "hints": [1, 2],
                     "last": {"kind": "race", "at": 1700000600}},
            "ex40": {"attempts": 9, "seconds": 99}}}"#,
    )
}

fn json(workbook: &Workbook, arguments: &[&str]) -> Value {
    let arguments = [arguments, &["--format", "json"]].concat();
    serde_json::from_str(&workbook.screen(&arguments)).unwrap()
}

fn names(list: &Value) -> Vec<&str> {
    let exercises = list["result"]["exercises"].as_array().unwrap();
    exercises
        .iter()
        .map(|e| e["name"].as_str().unwrap())
        .collect()
}

#[test]
fn attempts_and_time_stand_under_each_other() {
    let screen = in_the_middle().screen(&["list"]);
    assert!(screen.lines().all(|line| line.chars().count() < 80));
    assert_snapshot!(screen);
}

#[test]
fn one_may_ask_for_some_states() {
    let workbook = in_the_middle();
    for (filter, shown, states) in [
        (&["--done"][..], &["ex01"][..], &["passed"][..]),
        (&["--failing"], &["ex02"], &["failing"]),
        (&["--open"], &["ex03"], &["open"]),
        (
            &["--open", "--failing"],
            &["ex02", "ex03"],
            &["failing", "open"],
        ),
        (
            &["--open", "--failing", "--done"],
            &["ex01", "ex02", "ex03"],
            &["passed", "failing", "open"],
        ),
    ] {
        let arguments = [&["list"], filter].concat();
        let list = json(&workbook, &arguments);
        assert_eq!(names(&list), shown, "{filter:?}");
        assert_eq!(list["result"]["states"], serde_json::json!(states));
        // The parts and the total are those of the course all the same.
        assert_eq!(list["result"]["parts"].as_array().unwrap().len(), 3);
        assert_eq!(list["result"]["total"]["attempts"], 13);
        let screen = workbook.screen(&arguments);
        for name in ["ex01", "ex02", "ex03"] {
            assert_eq!(screen.contains(name), shown.contains(&name), "{screen}");
        }
    }
}

#[test]
fn some_states_are_shown_with_their_parts_only() {
    assert_snapshot!(in_the_middle().screen(&["list", "--failing", "--open"]));
    let nobody = Workbook::new().screen(&["list", "--done"]);
    assert_snapshot!(nobody, @r"
    0 of 3 exercises shown: passed
    0 of 3 exercises passed, 0 of 60 points
    ");
}

#[test]
fn people_and_programs_are_told_the_same() {
    let workbook = in_the_middle();
    let list = json(&workbook, &["list"]);
    let result = &list["result"];
    assert_eq!(result["exercises"][1]["attempts"], 1);
    assert_eq!(result["exercises"][1]["seconds"], 40210);
    assert_eq!(result["parts"][0]["attempts"], 12);
    assert_eq!(result["parts"][0]["seconds"], 754);
    assert_eq!(result["parts"][1]["points"], 0);
    assert_eq!(result["parts"][1]["of_points"], 20);
    // What is not here does not count.
    assert_eq!(result["total"]["seconds"], 754 + 40210);
}

#[test]
fn a_progress_file_with_absurd_numbers_is_no_reason_to_panic() {
    let most = u64::MAX;
    let workbook = Workbook::new().with_progress(&format!(
        r#"{{"version": 2, "exercises": {{
            "ex01": {{"attempts": 4294967295, "seconds": {most}, "passed_at": {most}}},
            "ex02": {{"attempts": 4294967295, "seconds": {most}, "seen_at": {most}}}}}}}"#,
    ));
    workbook.checker(&["list"]).assert().success();
    workbook.checker(&["progress"]).assert().success();
}

#[test]
fn the_hint_for_the_last_verdict_comes_first() {
    let workbook = in_the_middle();
    assert_snapshot!(workbook.screen(&["hint", "2"]));
    let hint = json(&workbook, &["hint", "2", "--tier", "3"]);
    let first = &hint["result"]["for_verdict"];
    assert_eq!(first["kind"], "race");
    assert_eq!(first["text"], "Two steps are not *one*.");
    assert_eq!(hint["result"]["tier"], 3);
}

#[test]
fn without_such_a_verdict_there_is_no_such_hint() {
    let untried = Workbook::new();
    let another = Workbook::new().with_progress(
        r#"{"version": 2, "exercises": {"ex02": {"attempts": 1, "last": {"kind": "deadlock"}}}}"#,
    );
    for workbook in [untried, another] {
        let hint = workbook.checker(&["hint", "2"]).assert().success();
        hint.stdout(contains("Two steps").not());
        assert!(json(&workbook, &["hint", "2"])["result"]["for_verdict"].is_null());
    }
}

#[test]
fn to_look_at_a_hint_is_not_recorded() {
    let workbook = in_the_middle();
    let before = workbook.everything();
    for tier in ["1", "2", "3"] {
        workbook
            .checker(&["hint", "2", "--tier", tier])
            .assert()
            .success();
    }
    assert!(workbook.everything() == before);
}
