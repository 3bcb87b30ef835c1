//! What the tests of the explorer share.

use interleave::{Coverage, Explorer, FailureKind, Outcome, Report};

/// Explores a body that must pass; returns how far the search went.
#[track_caller]
#[allow(dead_code, reason = "not every test file uses every helper")]
pub fn passes(body: impl Fn() + Send + Sync + 'static) -> Coverage {
    match Explorer::new().run(body) {
        Outcome::Passed(coverage) => coverage,
        Outcome::Failed(report) => panic!("it must pass:\n{}", report.story()),
    }
}

/// Explores a body that must fail in one way; returns what was found.
#[track_caller]
#[allow(dead_code, reason = "not every test file uses every helper")]
pub fn fails(kind: FailureKind, body: impl Fn() + Send + Sync + 'static) -> Report {
    match Explorer::new().run(body) {
        Outcome::Passed(coverage) => panic!("it must fail, but passed: {coverage:?}"),
        Outcome::Failed(report) => {
            assert_eq!(report.kind(), kind, "another failure:\n{}", report.story());
            *report
        }
    }
}
