//! Leaving out what would tell of a test that learners are not told about.
//!
//! Where it is in doubt whether a text tells of one, it is left out.

use std::fmt;

use course::{TestId, VerdictKind};
use judge::{Evidence, Report};

use crate::record::{Column, Visibility};

/// What is told of a verdict.
#[derive(Debug)]
pub(crate) enum Verdict<'a> {
    /// A test decided that learners are not told about, and no other fails.
    OfHiddenTest,
    /// What happened.
    Shown(Shown<'a>),
}

/// What is told of a verdict of which something is.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    pub kind: VerdictKind,
    pub cause: &'a str,
    pub message: Option<&'a str>,
    pub place: Option<Place<'a>>,
    pub story: Option<&'a str>,
    pub picture: Option<&'a str>,
    pub token: Option<&'a str>,
    pub next_step: &'a str,
}

/// A file, and perhaps a line of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub file: &'a str,
    pub line: Option<u32>,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(self.file),
        }
    }
}

/// The tests of an exercise, those that learners are told about and the others.
pub(crate) struct Hidden<'a> {
    told: Vec<&'a TestId>,
    hidden: Vec<&'a TestId>,
}

impl<'a> Hidden<'a> {
    /// Those who are told about all tests down to `visibility` are told about.
    pub(crate) fn of(column: &'a Column, visibility: Visibility) -> Self {
        let of = |told| {
            let tests = column.tests.iter();
            tests
                .filter(|worth| (worth.visibility <= visibility) == told)
                .map(|worth| &worth.test)
                .collect()
        };
        Self {
            told: of(true),
            hidden: of(false),
        }
    }

    /// Whether learners are told about `test`. Of one that the gradebook does not know,
    /// they are not.
    pub(crate) fn is_told(&self, test: &TestId) -> bool {
        self.told.contains(&test)
    }

    /// Whether `text` mentions a hidden test: its name, as a word of its own.
    pub(crate) fn is_told_by(&self, text: &str) -> bool {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let words = || text.split(|c: char| !is_part(c));
        self.hidden
            .iter()
            .any(|test| words().any(|word| word == test.name))
    }

    /// Those of `sentences` that mention no hidden test.
    pub(crate) fn without_mentions(&self, sentences: &'a [String]) -> Vec<&'a str> {
        let sentences = sentences.iter().map(String::as_str);
        sentences.filter(|text| !self.is_told_by(text)).collect()
    }

    /// What may be told of the verdict. If a hidden test decided, it is what the first
    /// of the others says that fails.
    pub(crate) fn verdict(&self, report: &'a Report) -> Verdict<'a> {
        let decided_by_told = report.verdict.test().is_none_or(|test| self.is_told(test));
        let candidates = decided_by_told.then_some(&report.verdict).into_iter();
        let others = report.tests.iter().filter(|one| self.is_told(&one.test));
        let failures = others.map(|one| &one.verdict).filter(|one| !one.is_pass());
        candidates
            .chain(failures)
            .find_map(|verdict| self.shown(verdict))
            .map_or(Verdict::OfHiddenTest, Verdict::Shown)
    }

    /// `None`: even its plain words tell of a hidden test.
    pub(crate) fn shown(&self, verdict: &'a judge::Verdict) -> Option<Shown<'a>> {
        if self.is_told_by(&verdict.cause) || self.is_told_by(&verdict.next_step) {
            return None;
        }
        let evidence = &verdict.evidence;
        let file = evidence.file.as_deref();
        let mut shown = Shown {
            kind: verdict.kind,
            cause: &verdict.cause,
            message: evidence.message.as_deref(),
            place: file.map(|file| Place {
                file,
                line: evidence.line,
            }),
            story: evidence.story.as_deref(),
            picture: evidence.picture.as_deref(),
            token: evidence.token.as_deref(),
            next_step: &verdict.next_step,
        };
        if self.evidence_tells(verdict.kind, evidence) {
            shown.message = None;
            shown.place = None;
            shown.story = None;
            shown.picture = None;
            shown.token = None;
        }
        Some(shown)
    }

    /// Whether the evidence has, or may have, a part of a hidden test.
    fn evidence_tells(&self, kind: VerdictKind, evidence: &Evidence) -> bool {
        if self.hidden.is_empty() {
            return false;
        }
        let texts = [&evidence.message, &evidence.story, &evidence.picture];
        let mut texts = texts.into_iter().flatten();
        if texts.any(|text| self.is_told_by(text)) {
            return true;
        }
        // All tests of a kind are compiled together: an error in the file of one is an
        // error of each, and the compiler quotes the line.
        let from_compiler = matches!(kind, VerdictKind::CompileError | VerdictKind::GraderError);
        from_compiler && !is_about_the_learners_file(evidence)
    }
}

/// Whether every place that the compiler names is in a folder `src`, where learners
/// write, and there is one.
fn is_about_the_learners_file(evidence: &Evidence) -> bool {
    let is_theirs = |place: &str| {
        let path = place.split(':').next().unwrap_or_default();
        let mut folders = path.trim().split(['/', '\\']);
        folders.clone().any(|folder| folder == "src") && folders.all(|folder| folder != "tests")
    };
    let story = evidence.story.as_deref().unwrap_or_default();
    let places = story.lines().filter_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("--> ")
            .or_else(|| line.strip_prefix("::: "))
    });
    evidence.file.as_deref().is_some_and(is_theirs) && places.into_iter().all(is_theirs)
}
