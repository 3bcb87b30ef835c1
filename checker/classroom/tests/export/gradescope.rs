//! What Gradescope shows.

use classroom::export::{ResultsError, gradescope_results};
use classroom::record::{Gradebook, Row, Visibility};
use serde_json::Value;

use crate::class::{assert_inert, book, written};

fn results(book: &Gradebook, row: &Row) -> Value {
    let text = written(|out| gradescope_results(book, row, out));
    assert_inert(&text);
    serde_json::from_str(&text).unwrap()
}

fn shown(json: &Value) -> String {
    let text = serde_json::to_string_pretty(json).unwrap();
    assert_inert(&text);
    text
}

#[test]
fn a_learner_who_is_right_sees_their_points() {
    let book = book();
    insta::assert_snapshot!(shown(&results(&book, &book.rows[0])));
}

#[test]
fn a_learner_who_is_wrong_sees_why() {
    let book = book();
    insta::assert_snapshot!(shown(&results(&book, &book.rows[1])));
}

#[test]
fn nothing_handed_in_is_no_points() {
    let book = book();
    let json = results(&book, &book.rows[3]);
    assert_eq!(json["score"], 0.0);
    let tests = json["tests"].as_array().unwrap();
    assert_eq!(tests.len(), 8);
    assert!(tests.iter().all(|test| test["status"] == "failed"));
}

#[test]
fn a_withheld_mark_is_no_score() {
    let book = book();
    let mut out = Vec::new();
    let error = gradescope_results(&book, &book.rows[2], &mut out).unwrap_err();
    assert!(matches!(&error, ResultsError::Withheld { exercise, .. } if exercise == "ex01"));
    assert!(!error.advice().is_empty());
    assert!(out.is_empty(), "nothing is written");
}

#[test]
fn each_test_is_told_of_when_the_rules_say_so() {
    let mut book = book();
    let secret = book.columns[0].tests[3].test.name.clone();
    let later = book.columns[0].tests[2].test.name.clone();
    let json = results(&book, &book.rows[1]);
    let tests: Vec<_> = json["tests"].as_array().unwrap()[..4].to_vec();
    let visibility: Vec<_> = tests.iter().map(|test| &test["visibility"]).collect();
    assert_eq!(
        visibility,
        ["visible", "visible", "after_due_date", "hidden"]
    );
    assert!(tests[1]["output"].as_str().unwrap().contains("lost"));
    assert!(
        tests[2]["output"]
            .as_str()
            .unwrap()
            .contains("a result was lost")
    );
    assert_eq!(tests[2]["name"], format!("ex01 schedules::{later}"));
    assert_eq!(tests[3]["name"], "ex01 hidden test 1");
    assert_eq!(tests[3]["output"], Value::Null);
    assert!(!json.to_string().contains(&secret));

    // Whose own time is over is told what waits for others, and no more.
    book.rows[1].told_early = vec!["ex01".to_owned()];
    let json = results(&book, &book.rows[1]);
    let early = |at: usize| &json["tests"][at]["visibility"];
    assert_eq!([early(2), early(3)], ["visible", "hidden"]);
    assert!(!json.to_string().contains(&secret));

    book.columns[0].tests[3].visibility = Visibility::Visible;
    let json = results(&book, &book.rows[1]);
    assert!(json.to_string().contains(&secret), "no longer hidden");
}

#[test]
fn what_is_seen_now_tells_of_no_other_test() {
    let mut book = book();
    let secret = book.columns[0].tests[3].test.name.clone();
    let later = book.columns[0].tests[2].test.name.clone();
    for (at, name) in [(1, &later), (2, &secret)] {
        let classroom::record::Cell::Mark(mark) = &mut book.rows[1].marks[0] else {
            panic!("no mark");
        };
        let ruling = std::sync::Arc::make_mut(&mut mark.ruling);
        ruling.report.tests[at].verdict.evidence.story = Some(format!("in {name}"));
        mark.steps.push(format!("`{name}` earns nothing."));
    }
    let json = results(&book, &book.rows[1]);
    let seen_now: Vec<_> = json["tests"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|test| test["visibility"] == "visible")
        .chain([&json["output"]])
        .map(Value::to_string)
        .collect();
    for text in seen_now {
        assert!(!text.contains(&later) && !text.contains(&secret), "{text}");
    }
    assert!(!json.to_string().contains(&secret));
    // What decided is no longer told, so the points of the test are all there is.
    assert_eq!(json["tests"][1]["score"], 0.0);
}
