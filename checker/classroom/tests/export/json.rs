//! Marks and verdicts for programs.

use classroom::export::{VerdictLine, marks_json};
use classroom::record::{Cell, Gradebook, WhyWithheld, Withheld};
use serde_json::Value;

use crate::class::{assert_inert, book, written};
use crate::sample::{at, gradebook};

fn schema(text: &str) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(text).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

fn marks_schema() -> jsonschema::Validator {
    schema(include_str!("../../schema/marks.schema.json"))
}

fn verdict_schema() -> jsonschema::Validator {
    schema(include_str!("../../schema/verdict.schema.json"))
}

fn assert_valid(schema: &jsonschema::Validator, json: &Value) {
    let errors: Vec<_> = schema
        .iter_errors(json)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

fn marks(book: &Gradebook) -> Value {
    let text = written(|out| marks_json(book, at("2026-11-26T12:00:00Z"), out));
    assert_inert(&text);
    assert_eq!(text.lines().count(), 1);
    serde_json::from_str(&text).unwrap()
}

/// The hostile class, with every reason to withhold a mark.
fn everything() -> Gradebook {
    let mut book = book();
    let test = book.columns[0].tests[0].test.clone();
    let mut more = book.rows[2].clone();
    for cell in &mut more.marks {
        if let Cell::Withheld(Withheld { why, .. }) = cell {
            *why = WhyWithheld::TestsNotRun {
                tests: vec![test.clone()],
            };
        }
    }
    more.told_early = vec!["ex01".to_owned()];
    book.rows.push(more);
    book
}

#[test]
fn marks_are_as_their_schema_says() {
    let schema = marks_schema();
    assert_valid(&schema, &marks(&everything()));
    assert_valid(&schema, &marks(&gradebook(40, 5)));
}

#[test]
fn marks_have_all_that_they_rest_on() {
    let json = marks(&everything());
    assert_eq!(json["version"], 1);
    assert_eq!(json["made"], "2026-11-26T12:00:00Z");
    assert_eq!(json["rows"][1]["marks"][0]["points"], 180);
    let read: Gradebook = serde_json::from_value(json).unwrap();
    assert_eq!(read, everything(), "nothing is lost, however hostile");
}

#[test]
fn marks_that_are_not_as_the_schema_says_are_found() {
    let schema = marks_schema();
    let wrong = |change: fn(&mut Value)| {
        let mut json = marks(&everything());
        change(&mut json);
        !schema.is_valid(&json)
    };
    assert!(wrong(|json| json["version"] = 2.into()));
    assert!(wrong(|json| json["made"] = "yesterday".into()));
    assert!(wrong(
        |json| json["rows"][0]["marks"][0]["state"] = "zero".into()
    ));
    assert!(wrong(
        |json| json["rows"][0]["marks"][0]["points"] = 7.5.into()
    ));
    assert!(wrong(
        |json| json["columns"][0]["tests"][0]["visibility"] = true.into()
    ));
    assert!(wrong(|json| json["more"] = 1.into()));
}

#[test]
fn each_verdict_is_a_line_as_its_schema_says() {
    let schema = verdict_schema();
    let book = everything();
    let more = gradebook(40, 5);
    let rows = book.rows.iter().chain(&more.rows);
    let rulings: Vec<_> = rows
        .flat_map(|row| row.marks.iter().filter_map(Cell::ruling))
        .collect();
    let text = written(|out| {
        rulings
            .iter()
            .try_for_each(|ruling| VerdictLine::from(&***ruling).write_to(&mut *out))
    });
    assert_inert(&text);
    assert_eq!(text.lines().count(), rulings.len());
    for (line, ruling) in text.lines().zip(&rulings) {
        let json: Value = serde_json::from_str(line).unwrap();
        assert_valid(&schema, &json);
        assert_eq!(json["learner"], ruling.learner.0);
        assert_eq!(json["verdict"], ruling.report.verdict.kind.word());
        let report: judge::Report = serde_json::from_value(json["report"].clone()).unwrap();
        assert_eq!(report, ruling.report);
    }
}

#[test]
fn the_schemas_know_every_verdict() {
    for text in [
        include_str!("../../schema/marks.schema.json"),
        include_str!("../../schema/verdict.schema.json"),
    ] {
        let schema: Value = serde_json::from_str(text).unwrap();
        let known = schema["$defs"]["kind"]["enum"].as_array().unwrap();
        let words: Vec<_> = course::VerdictKind::ALL
            .iter()
            .map(|kind| kind.word())
            .collect();
        assert_eq!(known, &words);
    }
}
