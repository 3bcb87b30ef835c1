//! What people see. The screens are kept as plain text beside this file.

use std::fs;

use insta::assert_snapshot;

use crate::fixture::Workbook;

/// One exercise passed, one tried in vain, one untouched.
fn half_way() -> Workbook {
    Workbook::new().with_progress(
        r#"{"version": 1, "exercises": {
            "ex01": {"passed_at": 1700000000, "attempts": 2,
                     "last": {"key": "", "kind": "passed", "report": null}},
            "ex02": {"attempts": 3, "last": {"key": "", "kind": "race", "report": null}}}}"#,
    )
}

#[test]
fn the_first_screen_says_how_to_start() {
    assert_snapshot!(Workbook::new().screen(&[]));
}

#[test]
fn half_way_the_screen_says_what_is_next() {
    assert_snapshot!(half_way().screen(&[]));
}

#[test]
fn at_the_end_it_says_so() {
    let workbook = Workbook::new().with_passed(&["ex01", "ex02", "ex03"]);
    assert_snapshot!(workbook.screen(&[]));
}

#[test]
fn the_list_shows_what_passed_and_what_did_not() {
    assert_snapshot!(half_way().screen(&["list"]));
}

#[test]
fn an_exercise_that_passed_before_stays_passed() {
    let workbook = Workbook::new().with_progress(
        r#"{"version": 1, "exercises": {"ex01": {"passed_at": 1, "attempts": 3,
            "last": {"key": "", "kind": "deadlock", "report": null}}}}"#,
    );
    assert_snapshot!(workbook.screen(&["list"]));
}

#[test]
fn plain_ascii_is_drawn_where_nothing_else_can_be() {
    let asked = half_way().screen(&["--ascii", "list"]);
    let found_out = half_way()
        .checker(&["list"])
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    assert!(asked.is_ascii(), "{asked}");
    assert_eq!(asked, String::from_utf8(found_out.stdout).unwrap());
    assert_snapshot!(asked);
}

#[test]
fn the_next_task_is_shown_whole() {
    assert_snapshot!(half_way().screen(&["next"]));
}

#[test]
fn a_hint_comes_a_little_at_a_time() {
    assert_snapshot!(half_way().screen(&["hint"]));
}

#[test]
fn the_last_hint_shows_the_shape_of_the_code() {
    assert_snapshot!(half_way().screen(&["hint", "double", "--tier", "3"]));
}

#[test]
fn the_solution_is_for_those_who_solved_it() {
    assert_snapshot!(half_way().both(&["solution", "2"]));
}

#[test]
fn a_solved_exercise_is_compared_with_the_reference() {
    let workbook = half_way();
    fs::write(
        workbook.source("ex01_double"),
        "//! # 01 Double\n\n/// Each number twice.\npub fn double(numbers: &[u32]) -> Vec<u32> {\n    \
         numbers.iter().map(|n| n * 2).collect()\n}\n",
    )
    .unwrap();
    assert_snapshot!(workbook.screen(&["solution", "1"]));
}

#[test]
fn whoever_peeks_is_not_told_what_comes_after() {
    assert_snapshot!(half_way().screen(&["solution", "2", "--peek"]));
}

#[test]
fn looking_changes_nothing_on_disk() {
    for workbook in [
        Workbook::new(),
        half_way(),
        Workbook::new().with_progress("{ damaged"),
    ] {
        let before = workbook.everything();
        for arguments in [
            &[][..],
            &["list"],
            &["hint"],
            &["hint", "3", "--tier", "2"],
            &["list", "--open"],
            &["progress"],
            &["solution", "1", "--peek"],
            &["next"],
            &["list", "--format", "json"],
        ] {
            workbook.checker(arguments).assert().success();
            assert!(
                workbook.everything() == before,
                "{arguments:?} changed a file"
            );
        }
    }
}
