//! `JSON.md` says what is true: each of its examples is run and compared.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use serial_test::serial;

use crate::fixture::Workbook;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/JSON.md");
const FENCE: &str = "```json\n";

/// Fields whose values are another room's words, or differ from run to run and machine to machine.
/// They must be there, and of the same type or null.
const FREE: [&str; 14] = [
    "cause",
    "next_step",
    "message",
    "story",
    "schedules",
    "millis",
    "script",
    "found",
    "state",
    "advice",
    "text",
    "token",
    "program",
    "debug",
];

struct Example {
    command: String,
    /// Where its JSON stands in the document.
    place: std::ops::Range<usize>,
}

fn examples(document: &str) -> Vec<Example> {
    let heading = "\n## `checker";
    document
        .match_indices(heading)
        .map(|(begin, _)| {
            let command = document[begin + heading.len()..].split('`').next().unwrap();
            let from = begin + document[begin..].find(FENCE).unwrap() + FENCE.len();
            let to = from + document[from..].find("```").unwrap();
            Example {
                command: command.trim().to_owned(),
                place: from..to,
            }
        })
        .collect()
}

/// Half-way through the small workbook, with a mistake in exercise 2.
fn workbook() -> Workbook {
    let workbook = Workbook::judged().with_progress(
        r#"{"version": 2, "exercises": {
            "ex01": {"passed_at": 1700000000, "attempts": 2, "seconds": 340,
                     "seen_at": 1700000000, "hints": [1],
                     "last": {"kind": "passed", "at": 1700000000, "source": "0d2f3c8a8e1b7a55"}},
            "ex02": {"attempts": 3, "seconds": 1205, "seen_at": 1700002000,
                     "last": {"kind": "race", "at": 1700002000}}}}"#,
    );
    let moved = r#"{"version": 2, "exercises": {
        "ex01": {"attempts": 1}, "ex02": {"passed_at": 1700003000, "attempts": 4},
        "ex09": {"attempts": 1}}}"#;
    fs::write(workbook.root().join("moved.json"), moved).unwrap();
    workbook.solve("ex01_double", "right/scope");
    fs::write(workbook.source("ex02_clicks"), super::judging::LOSES_CLICKS).unwrap();
    workbook
}

/// The document that a command prints, without what differs from run to run.
fn run(workbook: &Workbook, command: &str) -> String {
    let mut arguments: Vec<&str> = command.split_whitespace().collect();
    arguments.extend(["--format", "json"]);
    let output = workbook.checker(&arguments).output().unwrap();
    let text = workbook.anonymous(&String::from_utf8(output.stdout).unwrap());
    let document: Value = serde_json::from_str(&text).unwrap();
    let told = document["exit"].as_i64().unwrap();
    assert_eq!(output.status.code().map(i64::from), Some(told), "{command}");
    text.lines()
        .map(settle)
        .fold(String::new(), |text, line| text + &line + "\n")
}

fn settle(line: &str) -> String {
    for (name, value) in [("millis", "412"), ("script", "\"complete -c checker ...\"")] {
        if let Some((before, after)) = line.split_once(&format!("\"{name}\": ")) {
            let comma = if after.ends_with(',') { "," } else { "" };
            return format!("{before}\"{name}\": {value}{comma}");
        }
    }
    line.to_owned()
}

/// What differs, where it differs.
fn compare(place: &str, told: &Value, real: &Value, differences: &mut Vec<String>) {
    match (told, real) {
        (Value::Object(told), Value::Object(real)) => {
            let names: BTreeSet<&String> = told.keys().chain(real.keys()).collect();
            for name in names {
                let place = format!("{place}.{name}");
                match (told.get(name), real.get(name)) {
                    (Some(told), Some(real)) => compare(&place, told, real, differences),
                    (None, _) => differences.push(format!("{place} is not in JSON.md")),
                    (_, None) => differences.push(format!("{place} is in JSON.md alone")),
                }
            }
        }
        (Value::Array(told), Value::Array(real)) => {
            if told.len() != real.len() {
                differences.push(format!(
                    "{place} has {} entries, {} told",
                    real.len(),
                    told.len()
                ));
            }
            for (index, (told, real)) in told.iter().zip(real).enumerate() {
                compare(&format!("{place}[{index}]"), told, real, differences);
            }
        }
        _ => {
            let name = place.rsplit('.').next().unwrap_or_default();
            let alike = told.is_null()
                || real.is_null()
                || std::mem::discriminant(told) == std::mem::discriminant(real);
            if told != real && !(FREE.contains(&name) && alike) {
                differences.push(format!("{place} is {real}, told as {told}"));
            }
        }
    }
}

#[test]
#[serial(judged)]
fn the_examples_of_the_document_are_real() {
    let document = fs::read_to_string(DOCUMENT).unwrap().replace("\r\n", "\n");
    let examples = examples(&document);
    assert!(
        examples.len() >= 20,
        "an example for each command and one error"
    );
    let update = std::env::var_os("UPDATE_JSON_MD").is_some();
    let mut written = document.clone();
    let mut differences = Vec::new();
    for example in examples.iter().rev() {
        // Each in a workbook as good as new: some of the commands change it.
        let real = run(&workbook(), &example.command);
        if update {
            written.replace_range(example.place.clone(), &real);
            continue;
        }
        let real = serde_json::from_str(&real).unwrap();
        let place = format!("checker {}: ", example.command);
        match serde_json::from_str(&document[example.place.clone()]) {
            Ok(told) => compare(&place, &told, &real, &mut differences),
            Err(error) => differences.push(format!("{place}{error}")),
        }
    }
    if update {
        fs::write(DOCUMENT, written).unwrap();
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_command_has_an_example() {
    let document = fs::read_to_string(DOCUMENT).unwrap().replace("\r\n", "\n");
    let told: Vec<String> = examples(&document).into_iter().map(|e| e.command).collect();
    let help = Workbook::new().screen(&["--help"]);
    let commands = help
        .split("Commands:\n")
        .nth(1)
        .unwrap()
        .split("\n\n")
        .next()
        .unwrap();
    for line in commands.lines() {
        let command = line.split_whitespace().next().unwrap();
        // A screen. As JSON it is what no command is.
        if command == "watch" {
            continue;
        }
        let is_told = told.iter().any(|t| t.split(' ').next() == Some(command));
        assert!(is_told, "no example for `{command}`");
    }
}

#[test]
fn an_error_is_one_document_too() {
    let elsewhere = tempfile::tempdir().unwrap();
    let output = crate::fixture::checker(elsewhere.path(), &["list", "--format", "json"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["error"]["kind"], "not-a-workbook");
    assert!(!output.stderr.is_empty(), "people are told as well");
}
