//! What an exercise's tests are worth: points that add up, to the hundredth.
//!
//! Points are split in three steps.
//!
//! 1. The exercise's own points: a test with points of its own (`test-points` in the
//!    exercise's `Cargo.toml`) gets those; the others share what is left, all alike.
//! 2. `points` and `test-points` of `classroom.toml`: a test that is named there gets
//!    what is said there; the others share what is left, in the proportions of step 1.
//! 3. `weight` multiplies the total, rounded to a hundredth, and the tests share it in
//!    the proportions of step 2.
//!
//! Only the result is rounded: each share down to a hundredth. The hundredths that remain go one each to the
//! shares that lost most by that; of equals the earlier test gets it. Of 20 points three
//! tests get 6.67, 6.67 and 6.66.

use std::cmp::Reverse;

use course::{Exercise, TestId};
use judge::{Report, VerdictKind};

use super::rules::ONCE;
use crate::record::Points;

/// What the marks must know of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// Its package, such as `ex16`.
    pub package: String,
    /// Its title.
    pub title: String,
    /// What it is worth by itself.
    pub points: Points,
    /// All its tests, hidden ones too, in the order in which they are judged.
    pub tests: Vec<ExaminedTest>,
}

/// What the marks must know of a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExaminedTest {
    /// The test.
    pub test: TestId,
    /// Whether it is one that learners do not have.
    pub hidden: bool,
    /// Whether the untouched stub passes it.
    pub stub_passes: bool,
    /// What it is worth by itself, if the exercise says so.
    pub points: Option<Points>,
}

/// Why what an exercise's tests are worth is not known.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExamError {
    /// The untouched stub was not judged with every test.
    #[error("what the stub of {exercise} passes is not known: {why}")]
    Stub {
        /// The exercise's package.
        exercise: String,
        /// Why.
        why: String,
    },
    /// The exercise gives points to a test that it does not have.
    #[error(transparent)]
    Course(#[from] course::Error),
}

impl Examined {
    /// The `exercise` with the tests that learners have (`own`) and those that they do
    /// not (`hidden`). `stub` is what the judge says of its stub, with every test run.
    ///
    /// # Errors
    /// When the report leaves open what the stub passes: to guess would be to give
    /// points for nothing. And when the exercise gives points to a test that is neither
    /// among `own` nor `hidden`.
    pub fn new(
        exercise: &Exercise,
        own: &[TestId],
        hidden: &[TestId],
        stub: &Report,
    ) -> Result<Self, ExamError> {
        let unjudged = |why: String| ExamError::Stub {
            exercise: exercise.package.clone(),
            why,
        };
        exercise.check_test_points(&[own, hidden].concat())?;
        if stub.verdict.kind == VerdictKind::GraderError {
            return Err(unjudged(stub.verdict.cause.clone()));
        }
        let given = |test: &TestId| {
            let given = exercise.test_points.iter().find(|one| one.test == *test)?;
            Some(Points(given.points.saturating_mul(100)))
        };
        let examined = |test: &TestId, hidden: bool| {
            let found = stub.tests.iter().find(|result| result.test == *test);
            let stub_passes = match found.map(judge::TestResult::kind) {
                Some(VerdictKind::GraderError) => {
                    return Err(unjudged(format!("the grader failed in `{test}`")));
                }
                Some(kind) => kind.is_pass(),
                // A stub that does not compile passes nothing.
                None if stub.tests.is_empty() && !stub.verdict.is_pass() => false,
                None => return Err(unjudged(format!("`{test}` was not run"))),
            };
            Ok(ExaminedTest {
                test: test.clone(),
                hidden,
                stub_passes,
                points: given(test),
            })
        };
        let own = own.iter().map(|test| examined(test, false));
        let hidden = hidden.iter().map(|test| examined(test, true));
        let mut tests = own.chain(hidden).collect::<Result<Vec<_>, _>>()?;
        // Stable: within a file, and for tests of both kinds, the order stays.
        tests.sort_by_key(|one| one.test.target);
        Ok(Self {
            package: exercise.package.clone(),
            title: exercise.title.clone(),
            points: Points(exercise.points.saturating_mul(100)),
            tests,
        })
    }
}

/// Splits `total` in proportion to `shares`, or alike if they are all 0. The parts add
/// up to `total`, unless there are none.
pub(super) fn apportion(total: Points, shares: &[u128]) -> Vec<Points> {
    let shares = alike_if_nothing(shares);
    let sum: u128 = shares.iter().sum();
    if sum == 0 {
        return Vec::new();
    }
    let exact = |share: &u128| u128::from(total.0) * share;
    let mut parts: Vec<u32> = shares
        .iter()
        // A part is never more than the total.
        .map(|share| u32::try_from(exact(share) / sum).unwrap_or(total.0))
        .collect();
    let mut by_loss: Vec<usize> = (0..shares.len()).collect();
    by_loss.sort_by_key(|at| Reverse(exact(&shares[*at]) % sum));
    let left = total.0 - parts.iter().sum::<u32>();
    // Each lost less than one, so there are fewer left than there are parts.
    for at in by_loss.into_iter().take(left as usize) {
        parts[at] += 1;
    }
    parts.into_iter().map(Points).collect()
}

fn alike_if_nothing(shares: &[u128]) -> Vec<u128> {
    if shares.iter().all(|share| *share == 0) {
        vec![1; shares.len()]
    } else {
        shares.to_vec()
    }
}

/// Why points cannot be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoSplit {
    /// The tests with points of their own have more than there is.
    TooMuch(Points),
    /// All tests have points of their own, and something is left.
    TooLittle(Points),
}

/// The shares of a `total` of which `given` points are given, and the rest is shared in
/// proportion to `among`. They are exact: only [`apportion`] rounds, once, at the end.
/// Otherwise tests that are alike would drift apart.
pub(super) fn shares(
    total: Points,
    given: &[Option<Points>],
    among: &[u128],
) -> Result<Vec<u128>, NoSplit> {
    let sum: u64 = given
        .iter()
        .flatten()
        .map(|points| u64::from(points.0))
        .sum();
    let sum = Points(u32::try_from(sum).unwrap_or(u32::MAX));
    let left = total.0.checked_sub(sum.0).ok_or(NoSplit::TooMuch(sum))?;
    let open: Vec<u128> = given
        .iter()
        .zip(among)
        .filter(|(given, _)| given.is_none())
        .map(|(_, share)| *share)
        .collect();
    if open.is_empty() && left > 0 && !given.is_empty() {
        return Err(NoSplit::TooLittle(sum));
    }
    let open = alike_if_nothing(&open);
    // Everything times the common denominator of the open shares.
    let denominator = open.iter().sum::<u128>().max(1);
    let mut open = open.into_iter();
    let shares = given.iter().map(|given| match given {
        Some(points) => u128::from(points.0) * denominator,
        None => u128::from(left) * open.next().unwrap_or_default(),
    });
    Ok(shares.collect())
}

/// `total` counted `weight` hundredths of a time, half a hundredth rounded up.
pub(super) fn weighted(total: Points, weight: u32) -> Points {
    let exact = u64::from(total.0) * u64::from(weight);
    let rounded = (exact + u64::from(ONCE / 2)) / u64::from(ONCE);
    Points(u32::try_from(rounded).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts(total: u32, shares: &[u128]) -> Vec<u32> {
        let parts = apportion(Points(total), shares);
        parts.into_iter().map(|points| points.0).collect()
    }

    #[test]
    fn hundredths_that_remain_go_to_those_who_lost_most() {
        assert_eq!(parts(2000, &[1, 1, 1]), [667, 667, 666]);
        assert_eq!(parts(1000, &[0, 0, 0]), [334, 333, 333]);
        assert_eq!(parts(100, &[1, 2, 4]), [14, 29, 57]);
        assert_eq!(parts(5, &[1; 7]), [1, 1, 1, 1, 1, 0, 0]);
        assert_eq!(parts(10, &[3, 0]), [10, 0]);
        assert_eq!(parts(0, &[3, 1]), [0, 0]);
        assert_eq!(parts(10, &[]), [0; 0]);
    }

    #[test]
    fn given_points_are_given_and_the_rest_is_shared() {
        let given = [Some(Points(500)), None, None];
        let split = |total, given: &[Option<Points>], among: &[u128]| {
            shares(Points(total), given, among).map(|shares| parts(total, &shares))
        };
        assert_eq!(split(2000, &given, &[9, 2, 1]), Ok(vec![500, 1000, 500]));
        assert_eq!(
            split(400, &given, &[1; 3]),
            Err(NoSplit::TooMuch(Points(500)))
        );
        assert_eq!(
            split(2000, &given[..1], &[1]),
            Err(NoSplit::TooLittle(Points(500)))
        );
        assert_eq!(split(500, &given, &[1; 3]), Ok(vec![500, 0, 0]));
        assert_eq!(split(600, &given, &[1, 0, 0]), Ok(vec![500, 50, 50]));
        assert_eq!(split(0, &[], &[]), Ok(vec![]));
    }

    #[test]
    fn a_weight_multiplies() {
        assert_eq!(weighted(Points(2000), 150), Points(3000));
        assert_eq!(
            weighted(Points(33), 50),
            Points(17),
            "half a hundredth is rounded up"
        );
        assert_eq!(weighted(Points(2000), ONCE), Points(2000));
    }

    fn said(results: &[(&str, VerdictKind)]) -> Report {
        let verdict =
            |kind| serde_json::json!({"kind": kind, "cause": "It is so.", "next_step": "Go on."});
        let first = results.iter().find(|(_, kind)| !kind.is_pass());
        let tests: Vec<_> = results
            .iter()
            .map(|(test, kind)| {
                serde_json::json!({"test": test, "verdict": verdict(*kind), "millis": 1})
            })
            .collect();
        let report = serde_json::json!({
            "verdict": verdict(first.map_or(VerdictKind::Passed, |(_, kind)| *kind)),
            "tests": tests,
            "timings": {},
        });
        serde_json::from_value(report).unwrap()
    }

    fn exercise(test_points: &str) -> (tempfile::TempDir, Exercise) {
        let root = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let manifest = format!(
            "[package]\nname = \"ex16\"\n[package.metadata.exercise]\ntitle = \"T\"\npart = 3\n\
             points = 20\nconcepts = []\nreads = []\ntest-points = {test_points}\n"
        );
        write("Cargo.toml", "");
        write("hints/ex16_t.md", "");
        write("exercises/ex16_t/Cargo.toml", &manifest);
        let course = course::Course::open(root.path()).unwrap();
        let exercise = course.find("ex16").unwrap().clone();
        (root, exercise)
    }

    fn ids(names: &[&str]) -> Vec<TestId> {
        names.iter().map(|name| name.parse().unwrap()).collect()
    }

    #[test]
    fn the_stub_s_report_says_what_it_passes() {
        let (_root, exercise) = exercise("{ \"schedules::a\" = 5 }");
        let own = ids(&["schedules::a", "behaviour::b"]);
        let hidden = ids(&["schedules::h"]);
        let (passed, todo) = (VerdictKind::Passed, VerdictKind::Incomplete);
        let stub = said(&[
            ("schedules::a", todo),
            ("behaviour::b", passed),
            ("schedules::h", passed),
        ]);
        let examined = Examined::new(&exercise, &own, &hidden, &stub).unwrap();
        assert_eq!(
            (examined.package.as_str(), examined.points),
            ("ex16", Points(2000))
        );
        let tests: Vec<_> = examined
            .tests
            .iter()
            .map(|one| {
                (
                    one.test.to_string(),
                    one.hidden,
                    one.stub_passes,
                    one.points,
                )
            })
            .collect();
        assert_eq!(
            tests,
            [
                ("schedules::a".to_owned(), false, false, Some(Points(500))),
                ("schedules::h".to_owned(), true, true, None),
                ("behaviour::b".to_owned(), false, true, None),
            ]
        );
    }

    #[test]
    fn what_the_stub_passes_is_never_guessed() {
        let (_root, exercise) = exercise("{}");
        let own = ids(&["schedules::a", "behaviour::b"]);
        let (passed, broken) = (VerdictKind::Passed, VerdictKind::GraderError);
        let why = |stub: &Report| {
            let error = Examined::new(&exercise, &own, &[], stub).unwrap_err();
            error.to_string()
        };
        assert!(why(&said(&[("schedules::a", passed)])).ends_with("`behaviour::b` was not run"));
        assert!(why(&said(&[])).ends_with("`schedules::a` was not run"));
        let mut stub = said(&[("schedules::a", passed), ("behaviour::b", broken)]);
        assert!(why(&stub).starts_with("what the stub of ex16 passes is not known: "));
        stub.verdict.kind = VerdictKind::Race;
        assert!(why(&stub).ends_with("the grader failed in `behaviour::b`"));
        // A stub that does not compile passes nothing: that is known.
        let mut stub = said(&[]);
        stub.verdict.kind = VerdictKind::CompileError;
        let examined = Examined::new(&exercise, &own, &[], &stub).unwrap();
        assert!(examined.tests.iter().all(|one| !one.stub_passes));
    }

    #[test]
    fn points_for_a_test_that_there_is_not_are_an_error() {
        let (_root, exercise) = exercise("{ \"schedules::gone\" = 5 }");
        let own = ids(&["schedules::a"]);
        let stub = said(&[("schedules::a", VerdictKind::Incomplete)]);
        let error = Examined::new(&exercise, &own, &[], &stub).unwrap_err();
        assert!(error.to_string().contains("Cargo.toml:9: "), "{error}");
        // As a hidden test it is there.
        let hidden = ids(&["schedules::gone"]);
        let stub = said(&[
            ("schedules::a", VerdictKind::Incomplete),
            ("schedules::gone", VerdictKind::Incomplete),
        ]);
        Examined::new(&exercise, &own, &hidden, &stub).unwrap();
    }

    proptest! {
        #[test]
        fn parts_add_up_exactly(
            total in any::<u32>(),
            shares in proptest::collection::vec(0u128..=1 << 90, 1..40),
        ) {
            let parts = parts(total, &shares);
            prop_assert_eq!(parts.len(), shares.len());
            let sum: u64 = parts.iter().map(|part| u64::from(*part)).sum();
            prop_assert_eq!(sum, u64::from(total));
            let sum: u128 = shares.iter().sum();
            if sum > 0 {
                for (part, share) in parts.iter().zip(&shares) {
                    // Nobody is a hundredth away from the exact share.
                    let exact = u128::from(total) * share;
                    prop_assert!((u128::from(*part) * sum).abs_diff(exact) < sum);
                }
            }
        }

        #[test]
        fn tests_that_are_alike_stay_alike(
            total in 0u32..1_000_000,
            named in 0u32..1000,
            weight in 1u32..1000,
            count in 1usize..30,
        ) {
            let alike = vec![1; count + 1];
            let own = shares(Points(total), &vec![None; count + 1], &alike).unwrap();
            let mut given = vec![None; count + 1];
            given[0] = Some(Points(named.min(total)));
            let second = shares(Points(total), &given, &own).unwrap();
            let parts = apportion(weighted(Points(total), weight), &second);
            let others = parts[1..].iter().map(|points| points.0);
            prop_assert!(others.clone().max().unwrap() - others.min().unwrap() <= 1);
        }
    }
}
