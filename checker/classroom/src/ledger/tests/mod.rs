//! What the tests of the ledger share: a class of a few, and short words for long calls.

mod counting;
mod explaining;
mod keeping;
mod merging;
mod moving;
mod opening;
mod queries;
mod stubs;

use course::{Target, TestId, VerdictKind};
use judge::{Evidence, Report, TestResult, Timings, Verdict};
use tempfile::TempDir;

use super::*;
use crate::ContentHash;
use crate::record::Ruling;

const NOW: &str = "2026-01-03T00:00:00Z";
/// As a text it stands before `NOW`, unless all times have the same digits.
const SOON: &str = "2026-01-03T00:00:00.5Z";
const LATER: &str = "2026-01-04T00:00:00Z";

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn session(started: &str) -> Session {
    Session {
        command: "grade class.zip".to_owned(),
        started: time(started),
        jail: "bubblewrap".to_owned(),
        toolchain: "1.95.0".to_owned(),
        course: "c".repeat(64),
    }
}

fn report(kind: VerdictKind) -> Report {
    report_of(kind, &[("t", kind)])
}

fn report_of(kind: VerdictKind, tests: &[(&str, VerdictKind)]) -> Report {
    let verdict = |kind| Verdict {
        kind,
        cause: "It is so.".to_owned(),
        evidence: Evidence {
            story: Some("a long one".to_owned()),
            ..Evidence::default()
        },
        next_step: "Go on.".to_owned(),
    };
    let test = |(name, kind): &(&str, VerdictKind)| TestResult {
        test: TestId::new(Target::Behaviour, *name),
        verdict: verdict(*kind),
        millis: 7,
    };
    Report {
        tests: tests.iter().map(test).collect(),
        verdict: verdict(kind),
        notes: Vec::new(),
        timings: Timings::default(),
    }
}

/// A ledger in a folder of its own.
struct Desk {
    folder: TempDir,
    ledger: Ledger,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::create(folder.path().join("ledger")).unwrap();
        Self { folder, ledger }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn begin(&self, started: &str) -> SessionId {
        self.ledger.begin(&session(started)).unwrap()
    }

    fn found(&self, session: SessionId, what: &HandIn, text: &str) -> HandInId {
        self.ledger.enrol(session, &what.learner, "").unwrap();
        if let Some(hash) = &what.source {
            self.ledger.keep_source(hash, text).unwrap();
        }
        self.ledger.hand_in(session, what).unwrap()
    }

    /// A first attempt of `learner` at ex01.
    fn hand_in(&self, session: SessionId, learner: &str, text: &str) -> HandInId {
        self.found(session, &work(learner, text), text)
    }

    fn rule(&self, session: SessionId, hand_in: HandInId, key: &str, said: &Report, at: &str) {
        self.ledger
            .rule(session, hand_in, key, said, time(at), 3)
            .unwrap();
    }

    fn newest(&self, narrow: &Narrow) -> Vec<Ruling> {
        let mut all = Vec::new();
        self.ledger
            .newest(narrow, Depth::Gist, |ruling| all.push(ruling))
            .unwrap();
        all
    }

    fn kinds(&self) -> Vec<(String, VerdictKind)> {
        let all = self.newest(&Narrow::default()).into_iter();
        all.map(|ruling| (ruling.learner.0, ruling.report.verdict.kind))
            .collect()
    }
}

fn work(learner: &str, text: &str) -> HandIn {
    let hash = ContentHash::of(text.as_bytes()).to_string();
    HandIn {
        learner: LearnerId(learner.to_owned()),
        exercise: "ex01".to_owned(),
        attempt: 1,
        submitted: Some(time("2026-01-02T03:04:05Z")),
        vouched: Some(Vouched::Platform),
        work: hash.clone(),
        source: Some(hash),
        origin: "class.zip".to_owned(),
    }
}
