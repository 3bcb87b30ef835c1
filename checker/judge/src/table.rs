//! The truth table: every solution file, held against what it says of itself.
//!
//! `cargo test` runs every [`Row`] as a test of its own; `checker verify` shows
//! them to authors. Rows judge with the tests as they stand in `exercises/`, so
//! that a test that was broken makes a row red. A learner's `src/lib.rs` has no
//! say in them: the stub is the sealed one.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use course::source::Token;
use course::{Course, Error, Exercise, Expectation, Group, Pristine, Solution, Target};

use crate::{Cancel, Judge, Mode, Report, Request, Source, VerdictKind};

/// An exercise proves itself with at least so many other correct ways.
const FEWEST_RIGHT: usize = 3;
/// And with at least so many known mistakes.
const FEWEST_WRONG: usize = 6;

const PASSED: Expectation = Expectation {
    kind: VerdictKind::Passed,
    test: None,
};

/// One line of the table.
#[derive(Debug, Clone)]
pub struct Row {
    label: String,
    exercise: Exercise,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Solution(Solution),
    Stub,
    Complete,
    Sealed,
}

/// The rows of one exercise: every solution file, then
///
/// - `stub`: nothing passes in the untouched exercise;
/// - `complete`: there are enough solutions, the hints are whole, and every hint for a
///   verdict names one that there is;
/// - `sealed`: the sealed copy is that of the tests as they stand.
///
/// # Errors
/// When the solutions cannot be listed.
pub fn rows(course: &Course, exercise: &Exercise) -> Result<Vec<Row>, Error> {
    let row = |label: &str, what| Row {
        label: format!("{}::{label}", exercise.package),
        exercise: exercise.clone(),
        what,
    };
    let mut rows: Vec<_> = course
        .solutions(exercise)?
        .into_iter()
        .map(|solution| row(&solution.label(), What::Solution(solution)))
        .collect();
    rows.push(row("stub", What::Stub));
    rows.push(row("complete", What::Complete));
    rows.push(row("sealed", What::Sealed));
    Ok(rows)
}

impl Row {
    /// Its name, such as `ex16::wrong::sleep`.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Holds the row against what must be.
    ///
    /// # Errors
    /// What is not as it must be, in words for an author.
    pub fn run(&self, course: &Course, judge: &Judge, cancel: &Cancel) -> Result<(), String> {
        match &self.what {
            What::Solution(solution) => self.solution(solution, judge, cancel),
            What::Stub => self.stub(course, judge, cancel),
            What::Complete => self.complete(course),
            What::Sealed => self.sealed(course),
        }
    }

    /// A digest of all that the row rests on. `None` for rows that are quickly
    /// told anew.
    pub fn key(&self, course: &Course, judge: &Judge) -> Option<String> {
        let (source, mode) = match &self.what {
            What::Solution(solution) => (Source::File(solution.path.clone()), Mode::FirstFailure),
            What::Stub => {
                let stub = course.pristine(&self.exercise).stub().ok()?;
                (Source::Text(stub), Mode::Full)
            }
            What::Complete | What::Sealed => return None,
        };
        judge.key(&self.request(&source, mode, &Pristine::as_it_stands(&self.exercise)))
    }

    fn request<'a>(&'a self, source: &'a Source, mode: Mode, tests: &'a Pristine) -> Request<'a> {
        Request {
            exercise: &self.exercise,
            source,
            tests,
            mode,
        }
    }

    fn judge(
        &self,
        judge: &Judge,
        source: &Source,
        mode: Mode,
        cancel: &Cancel,
    ) -> Result<Report, String> {
        let tests = Pristine::as_it_stands(&self.exercise);
        judge
            .judge(&self.request(source, mode, &tests), cancel)
            .map_err(|cancelled| cancelled.to_string())
    }

    fn solution(&self, solution: &Solution, judge: &Judge, cancel: &Cancel) -> Result<(), String> {
        let expected = match solution.group {
            // It is there to be read: what to expect of it need not be said.
            Group::Reference => PASSED,
            _ => solution.expectation().map_err(|error| in_words(&error))?,
        };
        if expected.kind.is_pass() == (solution.group == Group::Wrong) {
            return Err(format!(
                "{} expects `{expected}`, which is not for a file in that place",
                solution.path.display()
            ));
        }
        let source = Source::File(solution.path.clone());
        let report = self.judge(judge, &source, Mode::FirstFailure, cancel)?;
        hold(&expected, &report)
    }

    fn stub(&self, course: &Course, judge: &Judge, cancel: &Cancel) -> Result<(), String> {
        let stub = course
            .pristine(&self.exercise)
            .stub()
            .map_err(|error| in_words(&error))?;
        let report = self.judge(judge, &Source::Text(stub), Mode::Full, cancel)?;
        let expected = &self.exercise.stub;
        // Which test comes first is of no interest when all must be incomplete.
        if expected.test.is_some() || expected.kind != report.verdict.kind {
            hold(expected, &report)?;
        }
        if self.exercise.stub.kind != VerdictKind::Incomplete {
            return Ok(());
        }
        // A test that the stub does not fail by its `todo!()` has never called it.
        let others: Vec<_> = report
            .tests
            .iter()
            .filter(|result| result.test.target != Target::CompileFail)
            .filter(|result| result.kind() != VerdictKind::Incomplete)
            .map(|result| format!("{} is {}", result.test, result.kind()))
            .collect();
        if others.is_empty() {
            Ok(())
        } else {
            Err(format!(
                "every test must be incomplete for the untouched stub, but {}",
                others.join(", ")
            ))
        }
    }

    fn complete(&self, course: &Course) -> Result<(), String> {
        course
            .hints(&self.exercise)
            .map_err(|error| in_words(&error))?;
        let solutions = course
            .solutions(&self.exercise)
            .map_err(|error| in_words(&error))?;
        let count = |group| solutions.iter().filter(|s| s.group == group).count();
        if count(Group::Reference) == 0 {
            return Err(format!(
                "there is no reference solution: write {}",
                within(course, &course.reference(&self.exercise))
            ));
        }
        for (group, folder, fewest) in [
            (Group::Right, "right", FEWEST_RIGHT),
            (Group::Wrong, "wrong", FEWEST_WRONG),
        ] {
            let found = count(group);
            if found < fewest {
                return Err(format!(
                    "there are {found} files in {}: an exercise has at least {fewest}",
                    within(
                        course,
                        &course.solutions_folder(&self.exercise).join(folder)
                    )
                ));
            }
        }
        self.says_why_it_needs_unsafe()?;
        self.has_tests_and_controls(course)
    }

    /// What the sentence in `Cargo.toml` says and what the lints do must agree.
    fn says_why_it_needs_unsafe(&self) -> Result<(), String> {
        match (&self.exercise.needs_unsafe, self.exercise.forbids_unsafe()) {
            (None, true) | (Some(_), false) => Ok(()),
            (None, false) => Err(
                "nothing forbids `unsafe`: write `unsafe_code = \"forbid\"` below [lints.rust] of \
                 Cargo.toml, or `needs_unsafe = \"why\"` in [package.metadata.exercise]"
                    .to_owned(),
            ),
            (Some(_), true) => Err(
                "Cargo.toml says why this exercise needs `unsafe`, and forbids it: write \
                 `unsafe_code = \"allow\"` below [lints.rust]"
                    .to_owned(),
            ),
        }
    }

    fn has_tests_and_controls(&self, course: &Course) -> Result<(), String> {
        let tests = self.exercise.tests().map_err(|error| in_words(&error))?;
        for target in [Target::Schedules, Target::Behaviour] {
            if !tests.iter().any(|test| test.target == target) {
                return Err(format!(
                    "there is no test in {}",
                    within(
                        course,
                        &self.exercise.dir.join(format!("tests/{target}.rs"))
                    )
                ));
            }
        }
        self.pins_signatures(course)?;
        let mut cases = tests
            .iter()
            .filter(|test| test.target == Target::CompileFail)
            .peekable();
        if cases.peek().is_some() && !cases.any(course::TestId::is_control) {
            return Err("there are compile-fail cases but no control that must compile".to_owned());
        }
        Ok(())
    }

    /// In both files of tests: a learner's file can tell which of them it is compiled
    /// with, and a type that is equal to everything would do in the one that is not pinned.
    fn pins_signatures(&self, course: &Course) -> Result<(), String> {
        for target in [Target::Schedules, Target::Behaviour] {
            let file = self.exercise.dir.join(format!("tests/{target}.rs"));
            let shown = within(course, &file);
            let text = fs::read_to_string(&file).map_err(|error| format!("{shown}: {error}"))?;
            let tokens = course::source::tokens(&text);
            let words =
                |token: &Token<'_>, words: [&str; 2]| words.iter().any(|w| token.is_word(w));
            let pins = tokens.windows(4).any(|four| {
                let pointer = words(&four[0], ["const", "let"])
                    && four[2].is_sign(":")
                    && words(&four[3], ["fn", "for"]);
                pointer || (four[0].is_word("fn") && four[1].text.starts_with("_signature"))
            });
            if !pins {
                return Err(format!(
                    "{shown} pins no signature: write `const _: fn(u32) -> u32 = name;` for each \
                     function of the task, or call a generic one in a `fn _signature` that says its types"
                ));
            }
        }
        Ok(())
    }

    fn sealed(&self, course: &Course) -> Result<(), String> {
        let pristine = course.pristine(&self.exercise);
        if !pristine.is_sealed() {
            return Err(format!(
                "it was never sealed: run `cargo checker seal {}` when it is finished",
                self.exercise.package
            ));
        }
        let edited = pristine.edited().map_err(|error| in_words(&error))?;
        if edited.is_empty() {
            return Ok(());
        }
        Err(format!(
            "{} differ from the sealed copy. If you wrote the exercise, run \
             `cargo checker seal {}`; if you are solving it, `cargo checker reset {1}` \
             brings the tests back",
            edited.join(", "),
            self.exercise.package
        ))
    }
}

/// Which rows were green when they were last judged, and what they rested on.
///
/// Nothing in a judgement is left to chance. A row that was green is green for as
/// long as its solution, the tests, the explorer, the judge and the toolchain stay
/// the same, and need not be judged again.
#[derive(Debug, Clone)]
pub struct Greens {
    folder: PathBuf,
}

impl Greens {
    /// The memory of the workbook at `course`, in its target folder.
    pub fn of(course: &Course) -> Self {
        Self {
            folder: crate::target_folder(course.root()).join("green"),
        }
    }

    /// Whether `row` was green with this key.
    pub fn hold(&self, row: &Row, key: &str) -> bool {
        fs::read_to_string(self.file(row)).is_ok_and(|known| known == key)
    }

    /// Remembers that `row` is green with this key. If that fails it is judged
    /// again next time.
    pub fn remember(&self, row: &Row, key: &str) {
        let _ = fs::create_dir_all(&self.folder);
        let _ = fs::write(self.file(row), key);
    }

    fn file(&self, row: &Row) -> PathBuf {
        self.folder.join(row.label().replace("::", "."))
    }
}

/// A path as authors know it: from the workbook's folder on.
fn within(course: &Course, path: &Path) -> String {
    let short = path.strip_prefix(course.root()).unwrap_or(path);
    short.display().to_string()
}

fn in_words(error: &Error) -> String {
    format!("{error}\n{}", error.advice())
}

/// Holds a report against what was expected.
fn hold(expected: &Expectation, report: &Report) -> Result<(), String> {
    let verdict = &report.verdict;
    let given = verdict.as_expectation();
    if given == *expected {
        return Ok(());
    }
    let mut told = format!(
        "expected {expected}\ngot      {given}\n\n{}\n",
        verdict.cause
    );
    let evidence = &verdict.evidence;
    for text in [&evidence.message, &evidence.story].into_iter().flatten() {
        let _ = writeln!(told, "\n{text}");
    }
    if let Some(file) = &evidence.file {
        let line = evidence
            .line
            .map_or_else(String::new, |line| format!(":{line}"));
        let _ = writeln!(told, "\nat {file}{line}");
    }
    Err(told)
}
