//! Test results.

use std::env;
use std::io::Write as _;
use std::process::{Command, Stdio};

use classroom::export::junit;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::class::{assert_inert, book, written};
use crate::sample::gradebook;

#[test]
fn a_suite_for_each_learner_and_exercise() {
    let text = written(|out| junit(&book(), out));
    assert_inert(&text);
    insta::assert_snapshot!(text);
}

/// How often each element is there, and what the attributes of the outermost say.
#[test]
fn it_is_well_formed_and_counts_right() {
    let text = written(|out| junit(&book(), out));
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = true;
    let (mut cases, mut failures, mut errors, mut skipped) = (0, 0, 0, 0);
    let mut said = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(element) | Event::Empty(element) => match element.name().as_ref() {
                "testsuites" => {
                    for attribute in element.attributes() {
                        let attribute = attribute.unwrap();
                        said.push(attribute.value.into_owned());
                    }
                }
                "testcase" => cases += 1,
                "failure" => failures += 1,
                "error" => errors += 1,
                "skipped" => skipped += 1,
                _ => {}
            },
            _ => {}
        }
    }
    let counted = [cases, failures, errors, skipped].map(|count: u32| count.to_string());
    assert_eq!(said[1..5], counted);
    assert!(failures > 0 && errors > 0 && skipped > 0);
}

/// `xmllint` knows XML better than the crate that wrote it.
#[test]
fn it_is_as_its_schema_says() {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/junit.xsd");
    for book in [book(), gradebook(30, 4), gradebook(0, 0)] {
        let text = written(|out| junit(&book, out));
        let child = Command::new("xmllint")
            .args(["--noout", "--nonet", "--schema", schema, "-"])
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let Ok(mut child) = child else {
            assert!(env::var_os("CI").is_none(), "there is no xmllint");
            eprintln!("There is no xmllint: the schema was not tried.");
            return;
        };
        child
            .stdin
            .take()
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
    }
}
