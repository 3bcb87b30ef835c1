//! What a judgement ends with, and what it rests on.

use course::{TestId, VerdictKind};
use serde::{Deserialize, Serialize};

/// The verdict on one file.
///
/// Every verdict says what happened ([`cause`](Self::cause)), shows it
/// ([`evidence`](Self::evidence)), and names exactly one thing to do next
/// ([`next_step`](Self::next_step)).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Which verdict it is.
    pub kind: VerdictKind,
    /// What happened, in one or two plain sentences.
    pub cause: String,
    /// What it rests on.
    #[serde(default)]
    pub evidence: Evidence,
    /// The one thing to do next, a plain sentence.
    pub next_step: String,
}

/// What a verdict rests on. Only what is known is there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// The test that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<TestId>,
    /// What the compiler, the assertion or the explorer said, in short: one
    /// line, rarely a few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The file to look at, as the learner knows it:
    /// `exercises/ex16_lost_update/src/lib.rs`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line to look at, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The long form, many lines, to be shown as it is: the failing schedule,
    /// the compiler's error, what each thread waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    /// The failing schedule, drawn: an SVG file. It comes from the judged process, so
    /// it may be shown only where nothing in it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// How many errors the compiler found, when it found any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<u32>,
    /// How many schedules were tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedules: Option<u64>,
    /// The failing schedule in a few letters, for `checker replay`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// How often the failing schedule goes from one thread to another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switches: Option<u64>,
    /// Whether these were all there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complete: Option<bool>,
    /// What the threads of a test that hung were doing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub threads: Vec<ThreadState>,
}

/// What a thread was doing when its time was up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadState {
    /// Its name, such as ``thread `baker` ``.
    pub name: String,
    /// What it was doing, such as `waiting for a lock, ...`.
    pub doing: String,
}

impl ThreadState {
    /// What the thread is called on which the test itself runs.
    pub(crate) const OF_THE_TEST: &str = "the test's own thread";
    /// What a thread is called that was given no name.
    pub(crate) const WITHOUT_A_NAME: &str = "a thread without a name";
}

impl Verdict {
    /// Which verdict it is.
    pub fn kind(&self) -> VerdictKind {
        self.kind
    }

    /// Whether the file passed.
    pub fn is_pass(&self) -> bool {
        self.kind.is_pass()
    }

    /// The test that decided, if one did.
    pub fn test(&self) -> Option<&TestId> {
        self.evidence.test.as_ref()
    }

    /// The verdict in the words of an expectation header:
    /// `race in schedules::no_click_is_lost`.
    pub fn as_expectation(&self) -> course::Expectation {
        course::Expectation {
            kind: self.kind,
            test: self.evidence.test.clone(),
        }
    }
}
