//! `compile_cases`, used as an exercise uses it. Each test makes a small exercise of its
//! own, runs itself once more with that as the package under test, and reads the outcome.
#![cfg(feature = "compile-cases")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// Set in the process that plays the exercise's own test.
const EXERCISE: &str = "TESTKIT_TEST_EXERCISE";

const RC: (&str, &str) = (
    "rc",
    "//! An Rc on another thread: two threads could count at once.\n\nfn main() {\n    let rc = \
     std::rc::Rc::new(1);\n    bakery::bake(move || drop(rc)); //~ E0277\n}\n",
);
const CONTROL: (&str, &str) = (
    "control_arc",
    "//! An Arc may cross.\n\nfn main() {\n    let arc = std::sync::Arc::new(1);\n    \
     let unused = 1;\n    bakery::bake(move || drop(arc));\n}\n",
);

const HONEST: &str = "pub fn bake<F: FnOnce() + Send + 'static>(f: F) { \
                      std::thread::spawn(f).join().unwrap() }\n";
const REFORMATTED: &str = "pub fn bake<Recipe>(\n\n    recipe: Recipe,\n)\nwhere\n    \
                           Recipe: FnOnce() + 'static,\n    Recipe: Send,\n{\n    recipe()\n}\n";
const UNSOUND: &str = "pub fn bake<F: FnOnce() + 'static>(f: F) { f() }\n";
const RENAMED: &str = "pub fn bake_it<F: FnOnce() + Send + 'static>(f: F) { f() }\n";
const STRICT: &str = "pub fn bake<F: Fn() + Copy + Send + 'static>(f: F) { f() }\n";

/// A package to judge, in a folder of its own.
fn exercise(test: &str, lib: &str, cases: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::create_dir_all(folder.join("cases")).unwrap();
    // The dev-dependency does not compile: the cases must be built without it.
    let manifest = "[package]\nname = \"bakery\"\nedition = \"2024\"\n\n\
                    [dev-dependencies]\nbroken = { path = \"broken\" }\n\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/lib.rs"), lib).unwrap();
    fs::create_dir_all(folder.join("broken/src")).unwrap();
    let manifest = "[package]\nname = \"broken\"\nedition = \"2024\"\n";
    fs::write(folder.join("broken/Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("broken/src/lib.rs"), "compile_error!();\n").unwrap();
    for (name, source) in cases {
        fs::write(folder.join("cases").join(format!("{name}.rs")), source).unwrap();
    }
    folder
}

/// The outcome of the exercise's test. `None` in the process that is that test.
fn judge(test: &str, lib: &str, cases: &[(&str, &str)]) -> Option<Output> {
    if env::var_os(EXERCISE).is_some() {
        testkit::compile_cases("cases");
        return None;
    }
    let folder = exercise(test, lib, cases);
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--test-threads=2"])
        .env(EXERCISE, test)
        .env("CARGO_MANIFEST_DIR", &folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .unwrap();
    let left: Vec<_> = fs::read_dir(folder.join("target/testkit"))
        .map(|entries| entries.map(|entry| entry.unwrap().file_name()).collect())
        .unwrap_or_default();
    assert!(left.iter().all(|name| name == "build"), "{left:?}");
    Some(output)
}

fn passes(test: &str, lib: &str, cases: &[(&str, &str)]) {
    if let Some(output) = judge(test, lib, cases) {
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{said}");
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}

fn fails(test: &str, lib: &str, cases: &[(&str, &str)], expected: &[&str]) {
    if let Some(output) = judge(test, lib, cases) {
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(!output.status.success(), "{said}");
        for words in expected {
            assert!(said.contains(words), "not said: {words}\n{said}");
        }
        // What trybuild and cargo say is no help to a beginner.
        assert!(
            !said.contains("wip") && !said.contains("Checking"),
            "{said}"
        );
    }
}

#[test]
fn a_sound_exercise_passes() {
    passes("a_sound_exercise_passes", HONEST, &[RC, CONTROL]);
}

#[test]
fn the_learners_formatting_does_not_matter() {
    let test = "the_learners_formatting_does_not_matter";
    passes(test, REFORMATTED, &[RC, CONTROL]);
}

#[test]
fn what_compiles_but_must_not_is_told() {
    let test = "what_compiles_but_must_not_is_told";
    fails(
        test,
        UNSOUND,
        &[RC, CONTROL],
        &[
            "`rc.rs` compiled, but it must not.",
            "An Rc on another thread: two threads could count at once.",
        ],
    );
}

#[test]
fn another_reason_is_told() {
    // The control breaks as well, and comes first. So this case comes before it.
    let rc = ("an_rc", RC.1);
    fails(
        "another_reason_is_told",
        RENAMED,
        &[rc, CONTROL],
        &[
            "`an_rc.rs` is refused by the compiler, as it must be, but for another reason",
            "It must be refused at line 5 (E0277).",
            "at line 5: cannot find function `bake` in crate `bakery` (E0425)",
            "Not as they should be either: `control_arc.rs`.",
        ],
    );
}

#[test]
fn a_refused_control_is_told() {
    fails(
        "a_refused_control_is_told",
        STRICT,
        &[RC, CONTROL],
        &["`control_arc.rs` must compile, but it does not.", "(E0277)"],
    );
}

#[test]
fn an_exercise_that_does_not_build_is_no_verdict() {
    if let Some(output) = judge(
        "an_exercise_that_does_not_build_is_no_verdict",
        "pub fn bake( {\n",
        &[RC, CONTROL],
    ) {
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(!output.status.success(), "{said}");
        assert!(said.contains("could not be built"), "{said}");
        assert!(said.contains("unclosed delimiter"), "{said}");
        assert!(!said.contains("compiled, but it must not"), "{said}");
    }
}

#[test]
fn an_empty_folder_is_the_authors_mistake() {
    let test = "an_empty_folder_is_the_authors_mistake";
    let words = "A mistake in the exercise itself, not in your code: \
                 the folder `cases` has no compile-fail cases.";
    fails(test, HONEST, &[], &[words]);
}

#[test]
fn a_missing_control_is_the_authors_mistake() {
    let test = "a_missing_control_is_the_authors_mistake";
    fails(test, HONEST, &[RC], &["the folder `cases` has no control."]);
}

#[test]
fn a_case_without_a_mark_is_the_authors_mistake() {
    let test = "a_case_without_a_mark_is_the_authors_mistake";
    let unmarked = ("unmarked", "fn main() {}\n");
    fails(
        test,
        HONEST,
        &[unmarked, CONTROL],
        &["`unmarked.rs` marks no line."],
    );
}
