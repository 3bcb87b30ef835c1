//! Everything a judgement found out.

use course::{TestId, VerdictKind};
use serde::{Deserialize, Serialize};

use crate::Verdict;

/// A judgement: the verdict, and how it came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The verdict.
    pub verdict: Verdict,
    /// The tests that ran, in the order in which they are judged. In
    /// [`Mode::Full`](crate::Mode::Full) and [`Mode::Marks`](crate::Mode::Marks) these are
    /// all of them, unless the file could not be judged at all.
    pub tests: Vec<TestResult>,
    /// What the learner should know besides: an edited test, for instance.
    /// Plain sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// How long it took.
    pub timings: Timings,
}

impl Report {
    /// A report of a verdict that no test gave.
    pub(crate) fn of(verdict: Verdict) -> Self {
        Self {
            verdict,
            tests: Vec::new(),
            notes: Vec::new(),
            timings: Timings::default(),
        }
    }

    /// Whether the same judgement would certainly end in the same way. The
    /// checker's own troubles may pass, and a busy machine may time out.
    pub fn is_lasting(&self) -> bool {
        !matches!(
            self.verdict.kind,
            VerdictKind::GraderError | VerdictKind::TimedOut
        )
    }
}

/// What one test said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TestResult {
    /// The test.
    pub test: TestId,
    /// Its own verdict. Evidence and next step are as if it were the only one.
    pub verdict: Verdict,
    /// How long it ran, in milliseconds.
    pub millis: u64,
}

impl TestResult {
    /// Which verdict the test gave.
    pub fn kind(&self) -> VerdictKind {
        self.verdict.kind
    }
}

/// How long the steps of a judgement took, in milliseconds. Steps overlap, so
/// they may add up to more than the total.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Timings {
    /// From the request to the verdict.
    pub total: u64,
    /// Compiling the learner's file and the tests.
    pub compile: u64,
    /// Running the tests.
    pub run: u64,
}
