use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::marks::Extra;
use crate::marks::keys::tests::EVERY;
use crate::similarity::Settings;

const REFERENCE: &str = include_str!("../../../CLASSROOM.md");
const SCHEMA: &str = include_str!("../../../schema/classroom.schema.json");

fn parse(text: &str) -> Result<Rules, RulesError> {
    Rules::parse("class/classroom.toml", text.as_bytes())
}

/// The complete example of the reference.
fn example() -> &'static str {
    let (_, rest) = REFERENCE.split_once("```toml complete\n").unwrap();
    rest.split_once("\n```").unwrap().0
}

#[test]
fn the_example_of_the_reference_says_what_its_comments_say() {
    let rules = parse(example()).unwrap();
    assert_eq!(rules.title, "Concurrency, autumn 2026");
    assert_eq!(rules.roster.as_deref(), Some(Path::new("class/roster.csv")));
    assert_eq!(rules.attempts, Attempts::Best);
    let jail = rules.require_jail.as_ref().unwrap();
    assert_eq!(jail.value, "bubblewrap");
    assert_eq!((jail.place.line, jail.place.column), (6, 16));
    let hidden = rules.hidden_tests.as_ref().unwrap();
    assert_eq!(hidden.folder, Path::new("class/hidden"));
    assert_eq!(hidden.show, Show::AfterDue);
    assert_eq!(rules.defaults.grace.seconds(), 900);
    assert_eq!(
        rules.defaults.late.to_string(),
        "10% a day, at least 20%, at most 50%, nothing is accepted after 7 days"
    );

    let terms = |package: &str| rules.of(package).unwrap().terms;
    assert_eq!(terms("ex01"), rules.defaults);
    assert_eq!(
        terms("ex02").due.unwrap().to_string(),
        "2026-10-12 23:59 +02:00"
    );
    assert_eq!(terms("ex02").grace, rules.defaults.grace);
    assert_eq!(terms("ex05").due, None);
    assert_eq!(rules.of("ex05").unwrap().weight, 50);
    let ex16 = rules.of("ex16").unwrap();
    assert_eq!(ex16.points, Some(Points(3000)));
    assert_eq!(ex16.terms.late, LatePolicy::NONE);
    assert!(!ex16.terms.partial_credit);
    assert_eq!(terms("ex18").late.to_string(), "25% a day");
    assert_eq!(rules.of("ex18").unwrap().test_points.len(), 2);
    assert_eq!(rules.of("ex03"), None);

    let similarity = Settings {
        gram: 10,
        window: 5,
        least_own_tokens: 50,
        least_shared: 9,
        threshold: 70,
        ..Settings::default()
    };
    assert_eq!(rules.similarity, similarity);
    assert_eq!(rules.extra_time.len(), 3);
    assert!(matches!(rules.extra_time[0].granted.what, Extra::Time(_)));
    assert!(matches!(rules.extra_time[1].granted.what, Extra::Until(_)));
    assert_eq!(rules.extra_time[2].granted.what, Extra::Excused);
}

#[test]
fn a_title_is_enough() {
    let rules = parse("\u{feff}title = \"A\"").unwrap();
    assert_eq!(rules.exercises, None);
    assert_eq!(rules.defaults, Terms::default());
    assert_eq!(rules.similarity, Settings::default());
    assert_eq!(rules.pick(&["ex01", "ex02"]).unwrap(), ["ex01", "ex02"]);
}

#[test]
fn exercises_are_marked_in_the_order_of_the_course() {
    let rules = parse("title = \"A\"\nexercises = { ex16 = {}, ex02 = {} }").unwrap();
    assert_eq!(
        rules.pick(&["ex01", "ex02", "ex16"]).unwrap(),
        ["ex02", "ex16"]
    );
}

#[test]
fn a_date_time_may_be_written_in_every_way_of_toml() {
    for (written, shown) in [
        ("2026-10-05T23:59:00+02:00", "2026-10-05 23:59 +02:00"),
        ("2026-10-05 23:59:01Z", "2026-10-05 23:59:01 +00:00"),
        ("2026-10-05t23:59:00-03:30", "2026-10-05 23:59 -03:30"),
        ("2026-10-05T23:59+05:45", "2026-10-05 23:59 +05:45"),
    ] {
        let rules = parse(&format!("title = \"A\"\ndefaults.due = {written}")).unwrap();
        assert_eq!(rules.defaults.due.unwrap().to_string(), shown);
    }
    let same = |text: &str| {
        let rules = parse(&format!("title = \"A\"\ndefaults.due = {text}")).unwrap();
        rules.defaults.due.unwrap().at
    };
    assert_eq!(
        same("2026-10-05T23:59:00+02:00"),
        same("2026-10-05T21:59:00Z")
    );
}

/// Every mistake, with the places that must be told.
const MISTAKES: &[(&str, &[(usize, usize)])] = &[
    // The file.
    ("", &[(1, 1)]),
    ("title = \"A\nroster = 1", &[(1, 11)]),
    ("title = \"A\"\ntitle = \"B\"", &[(2, 1)]),
    ("title = \"A\"\ndue 2026", &[(2, 5)]),
    // Keys.
    ("title = \"A\"\natempts = \"best\"", &[(2, 1)]),
    (
        "title = \"A\"\n[defaults]\n  partial_credit = true",
        &[(3, 3)],
    ),
    ("title = \"A\"\n[defaults]\nattempts = \"best\"", &[(3, 1)]),
    ("title = \"A\"\ngrace = \"1h\"", &[(2, 1)]),
    (
        "title = \"A\"\n[hidden-tests]\nfolder = \"h\"\ncolour = 1",
        &[(4, 1)],
    ),
    (
        "title = \"A\"\n[exercises.ex16]\nlate = { per-dya = \"10%\" }",
        &[(3, 10)],
    ),
    // Texts.
    ("title = 5", &[(1, 9)]),
    ("title = \" \"", &[(1, 9)]),
    ("\u{feff}title = 5", &[(1, 9)]),
    ("title = \"A\\u001B[31m\"", &[(1, 9)]),
    ("title = \"A\"\nroster = [\"a.csv\"]", &[(2, 10)]),
    ("title = \"A\"\nattempts = \"lastest\"", &[(2, 12)]),
    ("title = \"A\"\nattempts = true", &[(2, 12)]),
    (
        "title = \"A\"\n[hidden-tests]\nshow = \"later\"",
        &[(2, 1), (3, 8)],
    ),
    // Dates.
    (
        "title = \"A\"\n[defaults]\ndue = 2026-10-05T23:59:00",
        &[(3, 7)],
    ),
    ("title = \"A\"\n[defaults]\ndue = 2026-10-05", &[(3, 7)]),
    ("title = \"A\"\n[defaults]\ndue = 23:59:00", &[(3, 7)]),
    (
        "title = \"A\"\n[defaults]\ndue = \"2026-10-05T23:59:00+02:00\"",
        &[(3, 7)],
    ),
    ("title = \"A\"\n[defaults]\ndue = \"Friday\"", &[(3, 7)]),
    (
        "title = \"A\"\n[defaults]\ndue = 2026-13-05T23:59:00Z",
        &[(3, 7)],
    ),
    (
        "title = \"A\"\n[defaults]\ndue = 2026-02-30T23:59:00Z",
        &[(3, 7)],
    ),
    // Lengths and percentages.
    ("title = \"A\"\n[defaults]\ngrace = 15", &[(3, 9)]),
    (
        "title = \"A\"\n[defaults]\ngrace = \"15 minutes\"",
        &[(3, 9)],
    ),
    ("title = \"A\"\n[defaults]\ngrace = \"9999w\"", &[(3, 9)]),
    ("title = \"A\"\n[defaults.late]\nper-day = 10", &[(3, 11)]),
    (
        "title = \"A\"\n[defaults.late]\nper-day = \"10\"",
        &[(3, 11)],
    ),
    (
        "title = \"A\"\n[defaults.late]\nper-day = \"110%\"",
        &[(3, 11)],
    ),
    // Late policies.
    ("title = \"A\"\n[defaults]\nlate = \"10% a day\"", &[(3, 8)]),
    ("title = \"A\"\n[defaults]\nlate = {}", &[(3, 8)]),
    (
        "title = \"A\"\n[defaults.late]\nat-most = \"50%\"",
        &[(3, 11)],
    ),
    (
        "title = \"A\"\n[defaults.late]\nper-day = \"1%\"\nat-most = \"5%\"\nat-least = \"6%\"",
        &[(5, 12)],
    ),
    // Exercises.
    ("title = \"A\"\nexercises = [\"ex16\"]", &[(2, 13)]),
    ("title = \"A\"\n[exercises]", &[(2, 1)]),
    ("title = \"A\"\n[exercises]\nex16 = 20", &[(3, 8)]),
    ("title = \"A\"\n[exercises.ex16]\npoints = 0", &[(3, 10)]),
    (
        "title = \"A\"\n[exercises.ex16]\npoints = 7.125",
        &[(3, 10)],
    ),
    ("title = \"A\"\n[exercises.ex16]\npoints = -5", &[(3, 10)]),
    ("title = \"A\"\n[exercises.ex16]\npoints = 0x10", &[(3, 10)]),
    (
        "title = \"A\"\n[exercises.ex16]\npoints = 10001",
        &[(3, 10)],
    ),
    (
        "title = \"A\"\n[exercises.ex16]\npoints = \"20\"",
        &[(3, 10)],
    ),
    ("title = \"A\"\n[exercises.ex16]\nweight = 11", &[(3, 10)]),
    (
        "title = \"A\"\n[exercises.ex16]\npartial-credit = \"no\"",
        &[(3, 18)],
    ),
    (
        "title = \"A\"\n[exercises.ex16]\ntest-points = 5",
        &[(3, 15)],
    ),
    (
        "title = \"A\"\n[exercises.ex16.test-points]\n\"no_click_is_lost\" = 5",
        &[(3, 1)],
    ),
    (
        "title = \"A\"\n[exercises.ex16.test-points]\n\"schedules::a\" = \"5\"",
        &[(3, 18)],
    ),
    // Extra time.
    ("title = \"A\"\nextra-time = \"2d\"", &[(2, 14)]),
    ("title = \"A\"\n[[extra-time]]\nby = \"2d\"", &[(2, 1)]),
    (
        "title = \"A\"\n[[extra-time]]\nlearner = \"ada\"",
        &[(2, 1)],
    ),
    (
        "title = \"A\"\n[[extra-time]]\nlearner = \"ada\"\nby = \"2d\"\nexcused = true",
        &[(2, 1)],
    ),
    (
        "title = \"A\"\n[[extra-time]]\nlearner = \"ada\"\nexcused = false",
        &[(4, 11)],
    ),
    (
        "title = \"A\"\n[[extra-time]]\nlearner = \"ada\"\nby = \"2d\"\nexercises = []",
        &[(5, 13)],
    ),
    (
        "title = \"A\"\n[[extra-time]]\nlearner = \"ada\"\nby = \"2d\"\nexercises = \"ex16\"",
        &[(5, 13)],
    ),
    (
        "title = \"A\"\n[[extra-time]]\nlearner = \"ada\"\nby = \"2d\"\n\
         [[extra-time]]\nlearner = \"ada\"\nexcused = true",
        &[(5, 1)],
    ),
    (
        "title = \"A\"\nextra-time = [\n  { learner = \"ada\", by = \"2d\", exercises = [\"ex16\"] },\n  \
         { learner = \"ada\", by = \"1d\", exercises = [\"ex05\", \"ex16\"] },\n]",
        &[(4, 54)],
    ),
    (
        "title = \"A\"\n[similarity]\ngram = 1\nwindow = \"4\"\nleast-tokens = 1001\n\
         least-shared = 0\nthreshold = 60",
        &[(3, 8), (4, 10), (5, 16), (6, 16), (7, 13)],
    ),
    (
        "title = \"A\"\n[similarity]\ngram = 8.5\nwindow = 0x4\nleast-shared = -1\nthreshold = \"0%\"",
        &[(3, 8), (4, 10), (5, 16), (6, 13)],
    ),
    (
        "title = \"A\"\n[similarity]\nthreshold = \"62.5%\"\nk-gram = 5",
        &[(3, 13), (4, 1)],
    ),
    ("title = \"A\"\nsimilarity = \"60%\"", &[(2, 14)]),
    // Columns are counted in characters, and all mistakes are told at once.
    (
        "\"título\" = \"Ü\" # é\n[\"exércises\"]\n[defaults]\n\"é\" = 1\ndue = 12:00:00\ngrace = \"x\"",
        &[(1, 1), (1, 1), (2, 2), (4, 1), (5, 7), (6, 9)],
    ),
];

#[test]
fn every_mistake_is_told_at_its_place() {
    let mut told = String::new();
    for (text, places) in MISTAKES {
        let error = parse(text).expect_err(text);
        write!(told, "{text}\n\n{}\n---\n", error.told()).unwrap();
        let found: Vec<_> = error
            .problems()
            .iter()
            .map(|problem| {
                problem
                    .place
                    .map(|place| (place.line, place.column))
                    .unwrap()
            })
            .collect();
        assert_eq!(found, *places, "{text}\n{error}");
        assert!(
            error
                .problems()
                .iter()
                .all(|problem| !problem.advice.is_empty())
        );
        assert!(!error.told().contains('\u{1b}'), "{text:?}");
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let error = Rules::parse("c.toml", b"title = \"A\"\nr = \"caf\xe9\"").unwrap_err();
    assert_eq!(error.to_string(), "c.toml:2:9: this is not UTF-8 text");
    let error = Rules::read("no/such/classroom.toml").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("no/such/classroom.toml: cannot be read: ")
    );
    assert!(!error.advice().is_empty());
}

#[test]
fn unknown_exercises_are_told_all_at_once() {
    let text = "title = \"A\"\n[exercises]\nex61 = {}\n ex16_lost_update = {}\nex05 = {}\nex99 = {}\n\
                [[extra-time]]\nlearner = \"ada\"\nby = \"1d\"\nexercises = [\"ex05\", \"EX16\"]";
    let error = parse(text).unwrap().pick(&["ex05", "ex16"]).unwrap_err();
    insta::assert_snapshot!(error.told(), @r"
    class/classroom.toml:3:1: there is no exercise `ex61`
        Did you mean `ex16`?
    class/classroom.toml:4:2: there is no exercise `ex16_lost_update`
        Did you mean `ex16`?
    class/classroom.toml:6:1: there is no exercise `ex99`
        The exercises are `ex05` and `ex16`.
    class/classroom.toml:10:22: there is no exercise `EX16`
        Did you mean `ex16`?
    ");
}

// --- The schema and the reference ----------------------------------------------

/// What TOML says, in JSON.
fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(yes) => json!(yes),
        toml::Value::Datetime(at) => json!(at.to_string()),
        toml::Value::Array(list) => list.iter().map(json).collect(),
        toml::Value::Table(table) => {
            let entries = table.iter().map(|(key, value)| (key.clone(), json(value)));
            Value::Object(entries.collect())
        }
    }
}

/// Whether `value` is as `schema` says: as much of JSON Schema as ours uses, patterns
/// left out. Words that are not known here are refused, so that nothing is skipped
/// unseen.
fn fits(root: &Value, schema: &Value, value: &Value) -> bool {
    let schema = schema.as_object().unwrap();
    let strings = |names: &Value| -> Vec<String> { serde_json::from_value(names.clone()).unwrap() };
    let has_all = |names: &Value| {
        let object = value.as_object();
        strings(names)
            .iter()
            .all(|name| object.is_none_or(|object| object.contains_key(name)))
    };
    let number = |limit: &Value, holds: fn(f64, f64) -> bool| {
        let value = value.as_f64();
        value.is_none_or(|value| holds(value, limit.as_f64().unwrap()))
    };
    let count = |limit: &Value| {
        let count = value.as_object().map(serde_json::Map::len);
        let count = count.or(value.as_array().map(Vec::len));
        count.is_none_or(|count| count as u64 >= limit.as_u64().unwrap())
    };
    schema.iter().all(|(word, rule)| match word.as_str() {
        "$schema" | "$defs" | "title" | "description" | "default" | "examples" | "pattern"
        | "propertyNames" => true,
        "format" => {
            let at = value.as_str().map(str::parse::<toml::value::Datetime>);
            at.is_none_or(|at| at.is_ok_and(|at| at.offset.is_some()))
        }
        "type" => match rule.as_str().unwrap() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_u64(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            other => panic!("the type {other}"),
        },
        "$ref" => {
            let path = rule.as_str().unwrap().trim_start_matches('#');
            fits(root, root.pointer(path).unwrap(), value)
        }
        "enum" => rule.as_array().unwrap().contains(value),
        "const" => rule == value,
        "oneOf" => {
            let ways = rule.as_array().unwrap().iter();
            ways.filter(|way| fits(root, way, value)).count() == 1
        }
        "required" => has_all(rule),
        "dependentRequired" => rule
            .as_object()
            .unwrap()
            .iter()
            .all(|(key, needs)| value.get(key).is_none() || has_all(needs)),
        "minProperties" | "minItems" => count(rule),
        "minimum" => number(rule, |value, limit| value >= limit),
        "exclusiveMinimum" => number(rule, |value, limit| value > limit),
        "maximum" => number(rule, |value, limit| value <= limit),
        "items" => {
            let items = value.as_array();
            items.is_none_or(|items| items.iter().all(|item| fits(root, rule, item)))
        }
        "properties" => rule
            .as_object()
            .unwrap()
            .iter()
            .all(|(key, rule)| value.get(key).is_none_or(|value| fits(root, rule, value))),
        "additionalProperties" => {
            let named = |key: &str| {
                schema
                    .get("properties")
                    .is_some_and(|named| named.get(key).is_some())
            };
            let object = value.as_object();
            object.is_none_or(|object| {
                object.iter().all(|(key, value)| match rule {
                    _ if named(key) => true,
                    Value::Bool(allowed) => *allowed,
                    rule => fits(root, rule, value),
                })
            })
        }
        other => panic!("`{other}` is not checked: teach it to this test"),
    })
}

fn valid(text: &str) -> bool {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let table: toml::Table = text.parse().unwrap();
    fits(&schema, &schema, &json(&toml::Value::Table(table)))
}

#[test]
fn the_schema_accepts_what_the_parser_accepts() {
    assert!(valid(example()));
    assert!(valid("title = \"A\""));
}

#[test]
fn the_schema_refuses_what_is_wrong_in_shape() {
    // What no schema can see without patterns: dates and how texts are written, and what
    // depends on other values.
    let of_shape = |text: &str| {
        let table: Result<toml::Table, _> = text.parse();
        let unseen = [
            " \"\"",
            "\\u001B",
            "Friday",
            "2026-",
            "23:59",
            "minutes",
            "9999w",
            "\"10\"",
            "110%",
            "7.125",
            "0x10",
            "no_click",
            "at-least",
            "title = \" \"",
        ];
        let twice = text.matches("learner").count() > 1;
        table.is_ok() && !twice && !unseen.iter().any(|unseen| text.contains(unseen))
    };
    let mut refused = 0;
    for (text, _) in MISTAKES.iter().filter(|(text, _)| of_shape(text)) {
        assert!(!valid(text), "{text}");
        refused += 1;
    }
    assert!(refused >= 25, "{refused}");
}

/// The names of the properties of each object in the schema.
fn objects(schema: &Value, found: &mut Vec<Vec<String>>) {
    match schema {
        Value::Object(object) => {
            if object.get("additionalProperties") == Some(&json!(false)) {
                let mut names: Vec<_> = object["properties"]
                    .as_object()
                    .unwrap()
                    .keys()
                    .cloned()
                    .collect();
                names.sort();
                found.push(names);
            }
            object.values().for_each(|value| objects(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| objects(value, found)),
        _ => {}
    }
}

#[test]
fn the_schema_and_the_reference_know_the_same_keys_as_the_parser() {
    let mut in_schema = Vec::new();
    objects(&serde_json::from_str(SCHEMA).unwrap(), &mut in_schema);
    let mut in_parser: Vec<Vec<String>> = EVERY
        .iter()
        .map(|keys| keys.names.iter().map(|name| (*name).to_owned()).collect())
        .collect();
    for names in &mut in_parser {
        names.sort();
    }
    in_parser.sort();
    in_schema.sort();
    assert_eq!(in_schema, in_parser);

    let table: toml::Table = example().parse().unwrap();
    let example = json(&toml::Value::Table(table)).to_string();
    for name in EVERY.iter().flat_map(|keys| keys.names) {
        let top_is_table = [
            "hidden-tests",
            "defaults",
            "exercises",
            "extra-time",
            "similarity",
        ]
        .contains(name);
        let row = REFERENCE.contains(&format!("\n| `{name}` |"));
        assert!(row || top_is_table, "no row for `{name}`");
        assert!(
            example.contains(&format!("\"{name}\":")),
            "`{name}` is not in the example"
        );
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let _ = Rules::parse("c.toml", &bytes);
    }

    /// A good file with a piece cut out or doubled: never a panic, and every place is
    /// inside the file.
    #[test]
    fn a_mangled_file_is_read_or_refused(from in 0usize..2900, length in 0usize..80, twice: bool) {
        let text: Vec<char> = example().chars().collect();
        let from = from.min(text.len());
        let to = (from + length).min(text.len());
        let kept = if twice { to } else { from };
        let mangled: String = text[..kept].iter().chain(&text[if twice { from } else { to }..]).collect();
        if let Err(error) = parse(&mangled) {
            for problem in error.problems() {
                let place = problem.place.unwrap();
                let line = mangled.split('\n').nth(place.line - 1);
                prop_assert!(line.is_some_and(|line| place.column <= line.chars().count() + 1));
            }
        }
    }
}
