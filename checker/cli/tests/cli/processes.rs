//! Nothing that was started outlives the checker, however it ends.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use predicates::prelude::*;
use serial_test::serial;

use crate::fixture::{Workbook, wait_until};
use crate::judging::HANGS;

/// The processes whose program, folder or arguments are below `root`.
pub fn below(root: &Path) -> Vec<String> {
    let root = root.to_str().unwrap();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let folder = entry.path();
        let arguments = fs::read(folder.join("cmdline")).unwrap_or_default();
        let arguments = String::from_utf8_lossy(&arguments).replace('\0', " ");
        let link = |name| fs::read_link(folder.join(name)).unwrap_or_default();
        let places = [link("exe"), link("cwd")].map(|path| path.display().to_string());
        let is_zombie = arguments.is_empty();
        if !is_zombie && (arguments.contains(root) || places.iter().any(|p| p.starts_with(root))) {
            found.push(format!("{} {arguments}", folder.display()));
        }
    }
    found
}

/// Whether a test of the judge is running.
pub fn is_testing(root: &Path) -> bool {
    let programs = ["/out/schedules", "/out/behaviour"];
    below(root).iter().any(|process| {
        let started = process.split_whitespace().nth(1).unwrap_or_default();
        programs.iter().any(|program| started.ends_with(program))
    })
}

fn start(workbook: &Workbook, arguments: &[&str]) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin("checker"))
        .args(arguments)
        .current_dir(workbook.root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .args(["-s", name, &child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
}

pub fn nobody_is_left(workbook: &Workbook) {
    wait_until("every process has ended", || {
        below(workbook.root()).is_empty()
    });
}

#[test]
#[serial(judged)]
fn a_hang_ends_and_says_which_test_it_was() {
    let workbook = Workbook::judged();
    fs::write(workbook.source("ex01_double"), HANGS).unwrap();
    for _ in 1..=2 {
        workbook
            .checker(&["check", "1", "--deadline", "1"])
            .assert()
            .code(1)
            .stdout(predicate::str::contains(
                "timed-out in schedules::both_answers_are_right",
            ));
        nobody_is_left(&workbook);
        // A busy machine may have had a part in it: it is never just remembered.
        let record = workbook.record("ex01");
        assert!(record["last"]["key"].is_null(), "{record}");
        assert_eq!(record["attempts"], 1);
    }
}

#[test]
#[serial(judged)]
fn a_process_that_a_solution_starts_ends_with_the_verdict() {
    let workbook = Workbook::judged();
    let source = "
pub fn double(numbers: &[u32]) -> Vec<u32> {
    std::process::Command::new(\"sleep\").arg(\"86399\").spawn().unwrap();
    numbers.to_vec()
}
";
    fs::write(workbook.source("ex01_double"), source).unwrap();
    workbook.checker(&["check", "1"]).assert().code(1);
    nobody_is_left(&workbook);
}

#[test]
#[serial(judged)]
fn an_interruption_ends_everything() {
    let workbook = Workbook::judged();
    // The explorer is there: what follows is about the judgement.
    workbook.checker(&["check", "2"]).assert().code(1);
    fs::write(workbook.source("ex01_double"), HANGS).unwrap();
    for name in ["INT", "TERM", "HUP"] {
        let mut checker = start(&workbook, &["check", "1", "--deadline", "600"]);
        wait_until("the test runs", || is_testing(workbook.root()));
        signal(&checker, name);
        let status = checker.wait().unwrap();
        assert_eq!(status.code(), Some(130), "{name}");
        nobody_is_left(&workbook);
        let mut said = String::new();
        checker
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        assert_eq!(said, "", "{name}: an interrupted check has no verdict");
    }
    let text = fs::read_to_string(workbook.root().join(".progress/progress.json")).unwrap();
    assert!(
        !text.contains("ex01"),
        "an interruption is no attempt: {text}"
    );
}

#[test]
#[serial(judged)]
fn an_edit_during_a_check_is_not_judged_by_accident() {
    let workbook = Workbook::judged();
    fs::write(workbook.source("ex01_double"), HANGS).unwrap();
    let checker = start(&workbook, &["check", "1", "--deadline", "2"]);
    wait_until("the test runs", || is_testing(workbook.root()));
    workbook.solve("ex01_double", "lib");
    let output = checker.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(
        output.status.code(),
        Some(1),
        "the verdict is for what was read"
    );
    assert!(said.contains("timed-out"), "{said}");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(
        complaint.contains("changed while it was judged"),
        "{complaint}"
    );
    // The new text has its own verdict.
    workbook
        .checker(&["check", "1", "--deadline", "2"])
        .assert()
        .code(0);
}
