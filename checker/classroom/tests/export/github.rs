//! The workflow.

use classroom::export::{CourseAt, GITHUB_GRADE, Workflow, github_workflow};
use serde_json::Value;

use crate::class::written;

fn workflow(grade: &str) -> String {
    let course = CourseAt::new("school/concurrency", "v1").unwrap();
    let workflow = Workflow {
        course: &course,
        grade,
    };
    written(|out| github_workflow(&workflow, out))
}

fn parsed(text: &str) -> Value {
    serde_saphyr::from_str(text).unwrap()
}

fn steps(text: &str) -> Vec<Value> {
    let steps = parsed(text)["jobs"]["grade"]["steps"].clone();
    steps.as_array().unwrap().clone()
}

#[test]
fn it_is_a_workflow() {
    insta::assert_snapshot!(workflow(GITHUB_GRADE));
}

#[test]
fn it_may_read_and_nothing_else() {
    let text = workflow(GITHUB_GRADE);
    let yaml = parsed(&text);
    assert_eq!(yaml["permissions"], serde_json::json!({"contents": "read"}));
    assert_eq!(yaml["jobs"]["grade"]["permissions"], Value::Null);
    for step in steps(&text) {
        if let Some(uses) = step["uses"].as_str() {
            let (action, version) = uses.split_once('@').unwrap();
            assert!(action.starts_with("actions/"), "{action}");
            let major = version.strip_prefix('v').unwrap();
            assert!(major.bytes().all(|byte| byte.is_ascii_digit()), "{version}");
            if action == "actions/checkout" {
                assert_eq!(step["with"]["persist-credentials"], false);
            }
        }
        // What a branch is called is the learner's choice, and an expression is pasted
        // into a script before the shell reads it.
        let script = step["run"].as_str().unwrap_or_default();
        assert!(!script.contains("${{"), "{script}");
    }
}

#[test]
fn the_place_of_the_course_is_a_name() {
    for (repository, reference) in [
        ("a/b", "main"),
        ("School-1/con.currency_2", "release/1.0"),
        ("a/.github", "0a1b2c"),
    ] {
        assert!(CourseAt::new(repository, reference).is_ok());
    }
    for repository in [
        "",
        "a",
        "a/",
        "/b",
        "a/b/c",
        "a/..",
        "a b/c",
        "a/b\"\nrun: x",
        "${{ x }}/b",
        "-a/b",
        "a/b@v1",
    ] {
        let error = CourseAt::new(repository, "v1").unwrap_err();
        assert!(!error.to_string().contains('\n'));
    }
    for reference in [
        "", "a b", "a..b", "../b", "/b", "a\"", "-x", "a\u{1b}", "${{x}}", "a//b",
    ] {
        assert!(CourseAt::new("a/b", reference).is_err(), "{reference}");
    }
}

/// The script of a step, run by bash in `folder`.
#[cfg(unix)]
fn run(text: &str, step: &str, folder: &std::path::Path) -> std::process::Output {
    let steps = steps(text);
    let step = steps.iter().find(|one| one["name"] == step).unwrap();
    std::process::Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c"])
        .arg(step["run"].as_str().unwrap())
        .env("SUMMARY", folder.join("summary.md"))
        .env("GITHUB_STEP_SUMMARY", folder.join("shown.md"))
        .env("GITHUB_ENV", folder.join("env"))
        .output()
        .unwrap()
}

#[test]
#[cfg(unix)]
fn the_runner_obeys_nothing_that_is_printed_while_grading() {
    let folder = tempfile::tempdir().unwrap();
    let grade = "(echo ::error::evil; printf %s \"no end of line $GITHUB_ENV\"; exit 3)";
    let text = workflow(grade);
    let output = run(&text, "Grade", folder.path());
    assert_eq!(output.status.code(), Some(3), "the status is the grader's");
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<_> = said.lines().collect();
    let [first, "::error::evil", "no end of line ", last] = lines[..] else {
        panic!("{lines:?}");
    };
    let word = first.strip_prefix("::stop-commands::").unwrap();
    assert_eq!(word.len(), 64);
    assert!(word.bytes().all(|byte| byte.is_ascii_hexdigit()), "{word}");
    assert_eq!(last, format!("::{word}::"));
    // Another run has another word.
    let again = run(&text, "Grade", folder.path());
    assert!(!String::from_utf8(again.stdout).unwrap().contains(word));
}

#[test]
#[cfg(unix)]
fn the_summary_is_shown_if_there_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let text = workflow(GITHUB_GRADE);
    assert!(
        run(&text, "Show the summary", folder.path())
            .status
            .success()
    );
    assert!(!folder.path().join("shown.md").exists());
    std::fs::write(folder.path().join("summary.md"), "é".repeat(600_000)).unwrap();
    assert!(
        run(&text, "Show the summary", folder.path())
            .status
            .success()
    );
    let shown = std::fs::metadata(folder.path().join("shown.md")).unwrap();
    assert_eq!(shown.len(), 1_000_000);
}
