//! One exercise, as its folder and its `Cargo.toml` describe it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::listing::{self, TestId, UnknownTest};
use crate::{EXERCISES, Error, Expectation, PARTS, Result, VerdictKind, curriculum};

/// An exercise of the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    /// Its number, from 1.
    pub number: u32,
    /// The name of its package, such as `ex05`.
    pub package: String,
    /// Its topic, such as `rc_is_not_send`.
    pub topic: String,
    /// Its title, as shown to people.
    pub title: String,
    /// The number of the part it belongs to, see [`PARTS`].
    pub part: u8,
    /// What it is worth.
    pub points: u32,
    /// What some of its tests are worth, by test. The others share what is left.
    pub test_points: Vec<TestPoints>,
    /// The ideas it is about.
    pub concepts: Vec<String>,
    /// Where to read about them.
    pub reads: Vec<String>,
    /// Its folder, an absolute path.
    pub dir: PathBuf,
    /// The lints of its `Cargo.toml`, in the order in which the compiler must
    /// be told about them.
    pub lints: Vec<Lint>,
    /// Why a solution needs `unsafe`. `None` where it is forbidden, which is
    /// nearly everywhere.
    pub needs_unsafe: Option<String>,
    /// What must be said of the untouched stub. An exercise in which a bug is
    /// to be found starts from code that runs.
    pub stub: Expectation,
}

/// What a test is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestPoints {
    /// The test.
    pub test: TestId,
    /// Its points.
    pub points: u32,
    /// The line of the exercise's `Cargo.toml` that says so, from 1.
    pub line: usize,
}

/// A lint of the compiler and how it is to be treated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lint {
    /// Its name, such as `unsafe_code`.
    pub name: String,
    /// What happens when it fires.
    pub level: LintLevel,
}

/// How a lint is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LintLevel {
    /// Nothing is said.
    Allow,
    /// A warning.
    Warn,
    /// An error.
    Deny,
    /// An error that the source cannot switch off.
    Forbid,
}

impl LintLevel {
    /// The compiler's option for it, such as `--forbid`.
    pub fn option(self) -> &'static str {
        match self {
            Self::Allow => "--allow",
            Self::Warn => "--warn",
            Self::Deny => "--deny",
            Self::Forbid => "--forbid",
        }
    }
}

impl Exercise {
    /// The name of its folder, such as `ex05_rc_is_not_send`.
    pub fn folder(&self) -> String {
        format!("{}_{}", self.package, self.topic)
    }

    /// The file that the learner edits.
    pub fn source(&self) -> PathBuf {
        self.dir.join("src").join("lib.rs")
    }

    /// That file as messages show it: below the workbook's root, with `/`.
    pub fn shown_source(&self) -> String {
        format!("{EXERCISES}/{}/src/lib.rs", self.folder())
    }

    /// The title of the part it belongs to.
    pub fn part_title(&self) -> &'static str {
        PARTS
            .iter()
            .find(|part| part.number == self.part)
            .map_or("", |part| part.title)
    }

    /// Whether its lints forbid `unsafe`, so that no source can switch it on.
    pub fn forbids_unsafe(&self) -> bool {
        // The compiler ignores what is said of a lint after it was forbidden.
        self.lints
            .iter()
            .any(|lint| lint.name == "unsafe_code" && lint.level == LintLevel::Forbid)
    }

    /// Its tests in the order in which they are judged: schedules,
    /// compile-fail cases, behaviour. See [`crate::Pristine::tests`] for those
    /// that count when a learner has edited one.
    ///
    /// # Errors
    /// When a test file cannot be read.
    pub fn tests(&self) -> Result<Vec<TestId>> {
        listing::tests_in(&self.dir)
    }

    /// Finds out whether every test that has points is among `tests`. This is asked
    /// where marks are given, with the tests that count: a learner who renamed a test
    /// must be able to go on.
    ///
    /// # Errors
    /// The first test with points that is not there, and its line.
    pub fn check_test_points(&self, tests: &[TestId]) -> Result<()> {
        let unknown = |given: &&TestPoints| !tests.contains(&given.test);
        let Some(given) = self.test_points.iter().find(unknown) else {
            return Ok(());
        };
        Err(Error::broken(
            &self.dir.join("Cargo.toml"),
            Some(given.line),
            format!(
                "`test-points` names `{}`, which is no test of it",
                given.test
            ),
            "Write the test's name as the verdicts do, such as \"schedules::name_of_the_test\".",
        ))
    }

    /// Reads the exercise in `dir`.
    pub(crate) fn read(dir: &Path) -> Result<Self> {
        let file = dir.join("Cargo.toml");
        let text = fs::read_to_string(&file).map_err(|e| Error::io("read", &file, e))?;
        parse(dir, &file, &text)
    }
}

/// Reads every exercise below `root`, in order.
pub(crate) fn read_all(root: &Path) -> Result<Vec<Exercise>> {
    let folder = root.join(EXERCISES);
    let entries = fs::read_dir(&folder).map_err(|e| Error::io("read", &folder, e))?;
    let mut exercises = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|e| Error::io("read", &folder, e))?;
        let dir = entry.path();
        // Anything else that people keep beside the exercises is theirs.
        if dir.join("Cargo.toml").is_file() && split_folder(&entry.file_name()).is_some() {
            exercises.push(Exercise::read(&dir)?);
        }
    }
    exercises.sort_by_key(|exercise| exercise.number);
    for pair in exercises.windows(2) {
        if let [first, second] = pair
            && first.number == second.number
        {
            return Err(Error::broken(
                &second.dir,
                None,
                format!("has the same number as {}", first.folder()),
                "Give each exercise a number of its own.",
            ));
        }
    }
    Ok(exercises)
}

/// `ex05_rc_is_not_send` is exercise 5, topic `rc_is_not_send`.
fn split_folder(name: &std::ffi::OsStr) -> Option<(u32, &str)> {
    let (number, topic) = name.to_str()?.strip_prefix("ex")?.split_once('_')?;
    let valid = number.len() >= 2 && number.bytes().all(|b| b.is_ascii_digit());
    (valid && !topic.is_empty()).then_some((number.parse().ok()?, topic))
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
    #[serde(default)]
    lints: Lints,
}

#[derive(Deserialize)]
struct Package {
    name: Spanned<String>,
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    exercise: Described,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    title: Spanned<String>,
    part: Spanned<u8>,
    points: Spanned<u32>,
    concepts: Vec<String>,
    reads: Vec<Spanned<String>>,
    needs_unsafe: Option<Spanned<String>>,
    stub: Option<Spanned<String>>,
    #[serde(default, rename = "test-points")]
    test_points: BTreeMap<Spanned<String>, u32>,
}

impl Described {
    /// What tests are worth; or where what is wrong with it.
    fn given_points(
        &self,
        manifest: &str,
    ) -> std::result::Result<Vec<TestPoints>, (usize, String)> {
        let mut given = Vec::new();
        let mut sum: u64 = 0;
        for (name, points) in &self.test_points {
            let start = name.span().start;
            let test = name
                .get_ref()
                .parse()
                .map_err(|error: UnknownTest| (start, error.to_string()))?;
            sum += u64::from(*points);
            if sum > u64::from(*self.points.get_ref()) {
                let what = "the tests have more points than the exercise".to_owned();
                return Err((start, what));
            }
            given.push(TestPoints {
                test,
                points: *points,
                line: line_of(manifest, start),
            });
        }
        given.sort_by(|a, b| a.test.cmp(&b.test));
        Ok(given)
    }

    /// Where `needs_unsafe` stands, if it says nothing.
    fn empty_reason(&self) -> Option<usize> {
        let why = self.needs_unsafe.as_ref()?;
        why.get_ref().trim().is_empty().then(|| why.span().start)
    }

    /// What must be said of the stub; or where what is wrong with it.
    fn stub_expectation(&self) -> std::result::Result<Expectation, (usize, String)> {
        match &self.stub {
            None => Ok(Expectation {
                kind: VerdictKind::Incomplete,
                test: None,
            }),
            Some(words) => words
                .get_ref()
                .parse()
                .map_err(|error| (words.span().start, error)),
        }
    }
}

#[derive(Deserialize, Default)]
struct Lints {
    #[serde(default)]
    rust: BTreeMap<String, LintEntry>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum LintEntry {
    Plain(LintLevel),
    Detailed {
        level: LintLevel,
        #[serde(default)]
        priority: i64,
    },
}

fn parse(dir: &Path, file: &Path, text: &str) -> Result<Exercise> {
    let broken = |start: Option<usize>, what: String, advice: &str| {
        let line = start.map(|start| line_of(text, start));
        Error::broken(file, line, what, advice)
    };
    let manifest: Manifest = toml::from_str(text).map_err(|error| {
        broken(
            error.span().map(|span| span.start),
            error.message().to_owned(),
            "Write [package.metadata.exercise] with title, part, points, concepts and reads, \
             as in the Cargo.toml of the other exercises.",
        )
    })?;
    let described = manifest.package.metadata.exercise;

    let (number, topic) = named(dir)?;
    let package = curriculum::package(number);
    let name = &manifest.package.name;
    if *name.get_ref() != package {
        return Err(broken(
            Some(name.span().start),
            format!("the package is called `{}`", name.get_ref()),
            &format!("Call it `{package}`, after its folder."),
        ));
    }
    if described.title.get_ref().trim().is_empty() {
        return Err(broken(
            Some(described.title.span().start),
            "the title is empty".to_owned(),
            "Say in two or three words what the exercise is about.",
        ));
    }
    let part = *described.part.get_ref();
    if !PARTS.iter().any(|known| known.number == part) {
        return Err(broken(
            Some(described.part.span().start),
            format!("there is no part {part}"),
            &format!("Give `part` a number from 1 to {}.", PARTS.len()),
        ));
    }
    if *described.points.get_ref() == 0 {
        return Err(broken(
            Some(described.points.span().start),
            "the exercise is worth nothing".to_owned(),
            "Give `points` 10 for first steps, 20 for an ordinary exercise, 30 for a hard one.",
        ));
    }
    if let Some(link) = described
        .reads
        .iter()
        .find(|link| !link.get_ref().starts_with("https://"))
    {
        return Err(broken(
            Some(link.span().start),
            format!("`{}` is no link", link.get_ref()),
            "Give `reads` full addresses that begin with https://.",
        ));
    }
    if let Some(start) = described.empty_reason() {
        return Err(broken(
            Some(start),
            "`needs_unsafe` gives no reason".to_owned(),
            "Say in a sentence why a solution cannot do without `unsafe`.",
        ));
    }
    let stub = described.stub_expectation().map_err(|(start, error)| {
        broken(
            Some(start),
            error,
            "Write `stub` like the `//! expect:` line of a solution: \
             \"deadlock in schedules::name_of_the_test\".",
        )
    })?;

    let test_points = described.given_points(text).map_err(|(start, error)| {
        broken(
            Some(start),
            error,
            "Write `test-points` as a table of tests and whole numbers that are `points` \
             together, or less: { \"schedules::name_of_the_test\" = 5 }.",
        )
    })?;

    Ok(Exercise {
        number,
        package,
        topic: topic.to_owned(),
        title: described.title.into_inner(),
        part,
        points: described.points.into_inner(),
        test_points,
        concepts: described.concepts,
        reads: described
            .reads
            .into_iter()
            .map(Spanned::into_inner)
            .collect(),
        dir: dir.to_path_buf(),
        lints: lints(manifest.lints),
        needs_unsafe: described.needs_unsafe.map(Spanned::into_inner),
        stub,
    })
}

/// The number and the topic that the folder `dir` is named after.
fn named(dir: &Path) -> Result<(u32, &str)> {
    dir.file_name().and_then(split_folder).ok_or_else(|| {
        Error::broken(
            dir,
            None,
            "is not named like an exercise",
            "Name the folder `exNN_topic`, such as `ex05_rc_is_not_send`.",
        )
    })
}

/// Cargo hands lints to the compiler by rising priority, so that the later
/// ones win; among equals their order does not matter.
fn lints(table: Lints) -> Vec<Lint> {
    let mut ranked: Vec<_> = table
        .rust
        .into_iter()
        .map(|(name, entry)| match entry {
            LintEntry::Plain(level) => (0, Lint { name, level }),
            LintEntry::Detailed { level, priority } => (priority, Lint { name, level }),
        })
        .collect();
    ranked.sort_by_key(|(priority, _)| *priority);
    ranked.into_iter().map(|(_, lint)| lint).collect()
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An exercise that exists in no folder.
    pub(crate) fn exercise(number: u32, topic: &str) -> Exercise {
        let package = curriculum::package(number);
        Exercise {
            dir: PathBuf::from(format!("/workbook/exercises/{package}_{topic}")),
            number,
            package,
            topic: topic.to_owned(),
            title: "A title".to_owned(),
            part: 1,
            points: 10,
            test_points: Vec::new(),
            concepts: Vec::new(),
            reads: Vec::new(),
            lints: Vec::new(),
            needs_unsafe: None,
            stub: Expectation {
                kind: VerdictKind::Incomplete,
                test: None,
            },
        }
    }

    const GOOD: &str = r#"
[package]
name = "ex16"

[package.metadata.exercise]
title = "Lost update"
part = 3
points = 20
concepts = ["race condition", "Mutex"]
reads = ["https://doc.rust-lang.org/std/sync/struct.Mutex.html"]

[lints.rust]
unsafe_code = "forbid"
unused = { level = "warn", priority = -1 }
"#;

    fn parse_text(text: &str) -> Result<Exercise> {
        let dir = Path::new("/w/exercises/ex16_lost_update");
        parse(dir, &dir.join("Cargo.toml"), text)
    }

    #[test]
    fn an_exercise_is_read_whole() {
        let exercise = parse_text(GOOD).unwrap();
        assert_eq!(exercise.number, 16);
        assert_eq!(exercise.package, "ex16");
        assert_eq!(exercise.topic, "lost_update");
        assert_eq!(exercise.folder(), "ex16_lost_update");
        assert_eq!(exercise.title, "Lost update");
        assert_eq!(exercise.part_title(), "Shared state");
        assert_eq!(exercise.points, 20);
        assert_eq!(exercise.concepts, ["race condition", "Mutex"]);
        assert_eq!(exercise.stub.kind, VerdictKind::Incomplete);
        assert_eq!(
            exercise.shown_source(),
            "exercises/ex16_lost_update/src/lib.rs"
        );
        let lints: Vec<_> = exercise
            .lints
            .iter()
            .map(|lint| (lint.name.as_str(), lint.level.option()))
            .collect();
        assert_eq!(lints, [("unused", "--warn"), ("unsafe_code", "--forbid")]);
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        for (from, to, line, words) in [
            ("title = \"Lost update\"\n", "", 5, "missing field `title`"),
            (
                "title = \"Lost update\"",
                "title = \" \"",
                6,
                "title is empty",
            ),
            ("name = \"ex16\"", "name = \"ex61\"", 3, "called `ex61`"),
            ("part = 3", "part = 9", 7, "no part 9"),
            ("points = 20", "points = 0", 8, "worth nothing"),
            ("points = 20", "points = \"20\"", 8, "invalid type"),
            ("https://doc", "doc", 10, "is no link"),
            ("points =", "pionts =", 8, "unknown field `pionts`"),
            (
                "part = 3",
                "part = 3\nneeds_unsafe = \" \"",
                8,
                "gives no reason",
            ),
            ("part = 3", "part = 3\nstub = \"maybe\"", 8, "no verdict"),
            (
                "part = 3",
                "part = 3\ntest-points = { \"lib::a\" = 5 }",
                8,
                "`lib::a` names no test",
            ),
            (
                "part = 3",
                "part = 3\ntest-points = { \"schedules::a\" = 5, \"schedules::b\" = 16 }",
                8,
                "more points than",
            ),
            (
                "part = 3",
                "part = 3\ntest-points = { \"schedules::a\" = -1 }",
                8,
                "invalid value",
            ),
        ] {
            let error = parse_text(&GOOD.replacen(from, to, 1)).unwrap_err();
            let text = error.to_string();
            assert!(text.contains(words), "{text}");
            let place = format!("ex16_lost_update/Cargo.toml:{line}:");
            assert!(text.replace('\\', "/").contains(&place), "{text}");
            assert!(!error.advice().is_empty());
        }
    }

    #[test]
    fn tests_may_have_points_of_their_own() {
        let table = "\n[package.metadata.exercise.test-points]\n\"schedules::b\" = 12\n\
                     \"compile_fail::a_case\" = 0\n\"schedules::a\" = 8\n";
        let exercise = parse_text(&GOOD.replace("\n[lints", &format!("{table}\n[lints"))).unwrap();
        let given: Vec<_> = exercise
            .test_points
            .iter()
            .map(|given| (given.test.to_string(), given.points, given.line))
            .collect();
        assert_eq!(
            given,
            [
                ("schedules::a".to_owned(), 8, 15),
                ("schedules::b".to_owned(), 12, 13),
                ("compile_fail::a_case".to_owned(), 0, 14),
            ]
        );
        let tests: Vec<_> = exercise
            .test_points
            .iter()
            .map(|given| given.test.clone())
            .collect();
        exercise.check_test_points(&tests).unwrap();
        let error = exercise
            .check_test_points(&tests[..2])
            .unwrap_err()
            .to_string();
        assert!(error.contains("Cargo.toml:14: "), "{error}");
        assert!(error.contains("`compile_fail::a_case`"), "{error}");
    }

    #[test]
    fn unsafe_is_forbidden_unless_there_is_a_reason() {
        let exercise = parse_text(GOOD).unwrap();
        assert!(exercise.forbids_unsafe());
        assert_eq!(exercise.needs_unsafe, None);
        let text = GOOD
            .replace("part = 3", "part = 3\nneeds_unsafe = \"it is about it\"")
            .replace("\"forbid\"", "\"allow\"");
        let exercise = parse_text(&text).unwrap();
        assert!(!exercise.forbids_unsafe());
        assert_eq!(exercise.needs_unsafe.as_deref(), Some("it is about it"));
    }

    #[test]
    fn a_stub_that_runs_says_what_is_wrong_with_it() {
        let text = GOOD.replace(
            "part = 3",
            "part = 3\nstub = \"deadlock in schedules::both_end\"",
        );
        let stub = parse_text(&text).unwrap().stub;
        assert_eq!(stub.kind, VerdictKind::Deadlock);
        assert_eq!(stub.test.unwrap().to_string(), "schedules::both_end");
    }
}
