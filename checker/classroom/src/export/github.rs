//! A workflow for GitHub that grades what a learner pushes.

use std::io::{self, Write};

/// What [`github_workflow`] grades with, in the workbook's folder. It must write Markdown
/// to the file `$SUMMARY`, made inert as by [`safe::markdown`](super::safe::markdown), and
/// end with the status that the job is to have.
pub const GITHUB_GRADE: &str = "cargo run --quiet --release --locked --package grader -- \
    --ledger \"$RUNNER_TEMP/class.ledger\" grade ../submission --summary \"$SUMMARY\"";

/// Where the course is on GitHub: a repository, and a branch, tag or commit of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseAt {
    repository: String,
    reference: String,
}

/// What names no course on GitHub.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoCourse {
    /// The repository.
    #[error("`{}` names no repository: write its owner, a slash and its name", crate::RawName::from(.0.as_str()))]
    Repository(String),
    /// The branch, tag or commit.
    #[error("`{}` names no branch, tag or commit", crate::RawName::from(.0.as_str()))]
    Reference(String),
}

impl CourseAt {
    /// The branch, tag or commit `reference` of `repository`, such as `v1` of
    /// `school/concurrency`.
    ///
    /// # Errors
    /// When one of them cannot be a name on GitHub.
    pub fn new(repository: &str, reference: &str) -> Result<Self, NoCourse> {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_name = |name: &str| {
            let first = name.chars().next();
            first.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
                && name.chars().all(is_letter)
                && !name.chars().all(|c| c == '.')
        };
        let named = repository.split_once('/');
        if !named.is_some_and(|(owner, name)| is_name(owner) && is_name(name)) {
            return Err(NoCourse::Repository(repository.to_owned()));
        }
        if !reference.split('/').all(is_name) || reference.contains("..") {
            return Err(NoCourse::Reference(reference.to_owned()));
        }
        Ok(Self {
            repository: repository.to_owned(),
            reference: reference.to_owned(),
        })
    }
}

/// A workflow that grades what a learner pushes.
#[derive(Debug, Clone, Copy)]
pub struct Workflow<'a> {
    /// Where the course is. It must be a public repository.
    pub course: &'a CourseAt,
    /// A command of bash in one line, usually [`GITHUB_GRADE`].
    pub grade: &'a str,
}

/// Writes the workflow, to be put into the learners' repositories as
/// `.github/workflows/grade.yml`.
///
/// It judges with the course's own tests, may read the repository and nothing else, and
/// shows a summary beside the run. While submissions are judged the runner obeys no
/// command in the log; what the grader prints of a submission goes through
/// [`safe::actions::log`](super::safe::actions::log) besides.
///
/// # Errors
/// When `out` fails.
pub fn github_workflow(workflow: &Workflow<'_>, mut out: impl Write) -> io::Result<()> {
    let Workflow { course, grade } = workflow;
    let CourseAt {
        repository,
        reference,
    } = course;
    write!(
        out,
        r#"# Grades what is pushed, with the tests of the course. Made by `checker export github`.
#
# It tells learners where they stand. Whoever can push can change this file, so the marks
# that count are those that the instructor's own `checker grade` gives.
name: Grade

on:
  push:
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: grade-${{{{ github.ref }}}}
  cancel-in-progress: true

jobs:
  grade:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    env:
      SUMMARY: ${{{{ github.workspace }}}}/summary.md
    steps:
      - name: Get what was pushed
        uses: actions/checkout@v4
        with:
          path: submission
          persist-credentials: false
      - name: Get the course
        uses: actions/checkout@v4
        with:
          repository: "{repository}"
          ref: "{reference}"
          path: course
          persist-credentials: false
      - name: Keep what was built
        uses: actions/cache@v4
        with:
          path: |
            ~/.cargo/registry
            course/target
          key: grade-${{{{ runner.os }}}}-${{{{ hashFiles('course/Cargo.lock', 'course/rust-toolchain.toml', 'course/checker/**/*.rs') }}}}
          restore-keys: grade-${{{{ runner.os }}}}-
      - name: Put up walls
        run: |
          sudo apt-get update --quiet
          sudo apt-get install --quiet --yes --no-install-recommends bubblewrap
          # Where the system keeps programs from putting up walls of their own, allow it.
          sudo sysctl --ignore --quiet --write kernel.apparmor_restrict_unprivileged_userns=0
      - name: Grade
        working-directory: course
        run: |
          # What is printed from here on is no command for the runner, until the word falls
          # that only this step knows.
          word="$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')"
          printf '::stop-commands::%s\n' "$word"
          unset GITHUB_ENV GITHUB_OUTPUT GITHUB_PATH GITHUB_STATE GITHUB_STEP_SUMMARY
          status=0
          {grade} || status=$?
          printf '\n::%s::\n' "$word"
          exit "$status"
      - name: Show the summary
        if: ${{{{ !cancelled() }}}}
        run: |
          # GitHub shows at most a mebibyte.
          if [ -f "$SUMMARY" ]; then
            head --bytes=1000000 "$SUMMARY" >> "$GITHUB_STEP_SUMMARY"
          fi
"#
    )
}
