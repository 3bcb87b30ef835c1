//! What the tests of one hand-in earned.

use std::collections::BTreeMap;

use course::{TestId, VerdictKind};
use judge::Report;

use super::rules::ONCE;
use super::scheme::Priced;
use crate::record::{Points, WhyWithheld};

/// What the tests of one hand-in earned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Assessed {
    pub earned: Points,
    /// In the column's order.
    pub tests: Vec<Points>,
    pub steps: Vec<String>,
}

/// What `report` says of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Passed,
    Failed,
    /// It did not run, and the verdict says why.
    Blocked,
}

/// What the tests of `column` earned by `report`.
///
/// Only a test's own pass earns anything. What the grader failed to find out is no
/// failure of the learner's: then there is no mark.
pub(super) fn assess(column: &Priced, report: &Report) -> Result<Assessed, WhyWithheld> {
    let kind = report.verdict.kind;
    let mut steps: Vec<_> = weight_step(column).into_iter().collect();
    let nothing = |mut steps: Vec<String>, why: &str| {
        steps.push(format!("{why}: 0 of {} points.", column.out_of));
        Ok(Assessed {
            earned: Points(0),
            tests: vec![Points(0); column.tests.len()],
            steps,
        })
    };
    if kind == VerdictKind::Tampered {
        return nothing(
            steps,
            "The file reaches for things outside itself (tampered)",
        );
    }
    let said = hear(column, report)?;
    if report.tests.is_empty() {
        return nothing(steps, &format!("No test ran ({kind})"));
    }
    let blocked = said.iter().filter(|said| **said == Said::Blocked).count();
    if blocked > 0 {
        steps.push(format!("{} did not run ({kind}).", tests(blocked)));
    }
    let passed = said.iter().filter(|said| **said == Said::Passed).count();
    let of_passed = format!("{passed} of {} passed", tests(said.len()));
    let by_test = || column.tests.iter().zip(&said);
    let beyond_stub = by_test().any(|(test, said)| *said == Said::Passed && !test.stub_passes);
    if passed > 0 && !beyond_stub && column.stub_fails_some {
        let why = format!("{of_passed}, but none that the untouched file does not pass too");
        return nothing(steps, &why);
    }
    if !column.terms.partial_credit && passed < said.len() {
        let why = format!("{of_passed}, and there is no partial credit");
        return nothing(steps, &why);
    }
    let earned: Vec<_> = by_test()
        .map(|(test, said)| match said {
            Said::Passed => test.out_of,
            Said::Failed | Said::Blocked => Points(0),
        })
        .collect();
    let sum = Points(earned.iter().map(|points| points.0).sum());
    steps.push(format!("{of_passed}: {sum} of {} points.", column.out_of));
    Ok(Assessed {
        earned: sum,
        tests: earned,
        steps,
    })
}

/// What `report` says of each test of `column`, if it can be relied on.
fn hear(column: &Priced, report: &Report) -> Result<Vec<Said>, WhyWithheld> {
    let kind = report.verdict.kind;
    let mut results: BTreeMap<&TestId, VerdictKind> = BTreeMap::new();
    for result in &report.tests {
        let worst = results.entry(&result.test).or_insert(result.kind());
        // Said twice: only what passes both times has passed.
        if worst.is_pass() || result.kind() == VerdictKind::GraderError {
            *worst = result.kind();
        }
    }
    let ours = column.tests.iter().map(|one| &one.test);
    let failed_grader = |test: &&TestId| results.get(*test) == Some(&VerdictKind::GraderError);
    if let Some(test) = ours.clone().find(failed_grader) {
        let test = Some(test.clone());
        return Err(WhyWithheld::GraderError { test });
    }
    if kind == VerdictKind::GraderError {
        let test = report.verdict.test().cloned();
        return Err(WhyWithheld::GraderError { test });
    }
    // A verdict that no test gave stands for the tests that it kept from running: all, or
    // all of a file. Whatever else is missing, nobody knows why.
    let by_no_test = !kind.is_pass() && report.verdict.test().is_none();
    let file_ran = |test: &TestId| {
        let mut ran = report.tests.iter();
        ran.any(|result| result.test.target == test.target)
    };
    let mut missing = Vec::new();
    let mut said = Vec::new();
    for test in ours {
        said.push(match results.get(test) {
            Some(kind) if kind.is_pass() => Said::Passed,
            Some(_) => Said::Failed,
            None if by_no_test && !file_ran(test) => Said::Blocked,
            None => {
                missing.push(test.clone());
                continue;
            }
        });
    }
    if !missing.is_empty() {
        return Err(WhyWithheld::TestsNotRun { tests: missing });
    }
    let all_passed = said.iter().all(|said| *said == Said::Passed);
    // A test that does not count here may have decided the verdict.
    let by_another = || {
        let mut all = results.iter();
        all.any(|(test, kind)| !kind.is_pass() && column.tests.iter().all(|one| one.test != **test))
    };
    let agree = match (kind.is_pass(), all_passed) {
        (true, all_passed) => all_passed,
        (false, true) => by_another(),
        (false, false) => true,
    };
    if agree {
        Ok(said)
    } else {
        Err(WhyWithheld::Contradiction)
    }
}

fn weight_step(column: &Priced) -> Option<String> {
    (column.weight != ONCE).then(|| {
        format!(
            "The exercise counts {} times: {} points become {}.",
            Points(column.weight),
            column.unweighted,
            column.out_of
        )
    })
}

fn tests(count: usize) -> String {
    match count {
        1 => "1 test".to_owned(),
        count => format!("{count} tests"),
    }
}
