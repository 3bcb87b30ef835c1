//! What an exercise's tests are worth: points that add up, to the hundredth.
//!
//! Points are split in three steps. Each hands out exactly what there is to hand out.
//!
//! 1. The exercise's own points: a test with points of its own (`test-points` in the
//!    exercise's `Cargo.toml`) gets those; the others share what is left, all alike.
//! 2. `points` and `test-points` of `classroom.toml`: a test that is named there gets
//!    what is said there; the others share what is left, in the proportions of step 1.
//! 3. `weight` multiplies the total, rounded to a hundredth, and the tests share it in
//!    the proportions of step 2.
//!
//! A share is rounded down to a hundredth. The hundredths that remain go one each to the
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
pub fn apportion(total: u32, shares: &[u32]) -> Vec<u32> {
    let mut sum: u128 = shares.iter().map(|share| u128::from(*share)).sum();
    let weight = |share: u32| if sum == 0 { 1 } else { u128::from(share) };
    let weights: Vec<u128> = shares.iter().map(|share| weight(*share)).collect();
    sum = weights.iter().sum();
    if sum == 0 {
        return Vec::new();
    }
    let exact = |weight: &u128| u128::from(total) * weight;
    let mut parts: Vec<u32> = weights
        .iter()
        // A part is never more than the total.
        .map(|weight| u32::try_from(exact(weight) / sum).unwrap_or(total))
        .collect();
    let mut by_loss: Vec<usize> = (0..weights.len()).collect();
    by_loss.sort_by_key(|at| Reverse(exact(&weights[*at]) % sum));
    let left = total - parts.iter().sum::<u32>();
    // Each lost less than one, so there are fewer left than there are parts.
    for at in by_loss.into_iter().take(left as usize) {
        parts[at] += 1;
    }
    parts
}

/// Why points cannot be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoSplit {
    /// The tests with points of their own have more than there is.
    TooMuch(Points),
    /// All tests have points of their own, and something is left.
    TooLittle(Points),
}

/// Splits `total`: `given` points are given, and the rest is shared in proportion to
/// `shares`.
pub(super) fn split(
    total: Points,
    given: &[Option<Points>],
    shares: &[u32],
) -> Result<Vec<u32>, NoSplit> {
    let sum: u64 = given
        .iter()
        .flatten()
        .map(|points| u64::from(points.0))
        .sum();
    let sum = Points(u32::try_from(sum).unwrap_or(u32::MAX));
    let left = total.0.checked_sub(sum.0).ok_or(NoSplit::TooMuch(sum))?;
    let open: Vec<u32> = given
        .iter()
        .zip(shares)
        .filter(|(given, _)| given.is_none())
        .map(|(_, share)| *share)
        .collect();
    if open.is_empty() && left > 0 && !given.is_empty() {
        return Err(NoSplit::TooLittle(sum));
    }
    let mut open = apportion(left, &open).into_iter();
    let parts = given.iter().map(|given| match given {
        Some(points) => points.0,
        None => open.next().unwrap_or_default(),
    });
    Ok(parts.collect())
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

    #[test]
    fn hundredths_that_remain_go_to_those_who_lost_most() {
        assert_eq!(apportion(20_00, &[1, 1, 1]), [667, 667, 666]);
        assert_eq!(apportion(10_00, &[0, 0, 0]), [334, 333, 333]);
        assert_eq!(apportion(1_00, &[1, 2, 4]), [14, 29, 57]);
        assert_eq!(apportion(5, &[1; 7]), [1, 1, 1, 1, 1, 0, 0]);
        assert_eq!(apportion(10, &[3, 0]), [10, 0]);
        assert_eq!(apportion(0, &[3, 1]), [0, 0]);
        assert_eq!(apportion(10, &[]), [0; 0]);
    }

    #[test]
    fn given_points_are_given_and_the_rest_is_shared() {
        let given = [Some(Points(5_00)), None, None];
        assert_eq!(
            split(Points(20_00), &given, &[9, 2, 1]),
            Ok(vec![500, 1000, 500])
        );
        assert_eq!(
            split(Points(4_00), &given, &[1; 3]),
            Err(NoSplit::TooMuch(Points(5_00)))
        );
        assert_eq!(
            split(Points(20_00), &given[..1], &[1]),
            Err(NoSplit::TooLittle(Points(5_00)))
        );
        assert_eq!(split(Points(5_00), &given, &[1; 3]), Ok(vec![500, 0, 0]));
    }

    #[test]
    fn a_weight_multiplies() {
        assert_eq!(weighted(Points(20_00), 150), Points(30_00));
        assert_eq!(
            weighted(Points(33), 50),
            Points(17),
            "half a hundredth is rounded up"
        );
        assert_eq!(weighted(Points(20_00), ONCE), Points(20_00));
    }

    proptest! {
        #[test]
        fn parts_add_up_exactly(
            total in any::<u32>(),
            shares in proptest::collection::vec(any::<u32>(), 1..40),
        ) {
            let parts = apportion(total, &shares);
            prop_assert_eq!(parts.len(), shares.len());
            prop_assert_eq!(parts.iter().map(|part| u64::from(*part)).sum::<u64>(), u64::from(total));
            let sum: u64 = shares.iter().map(|share| u64::from(*share)).sum();
            for (part, share) in parts.iter().zip(&shares) {
                if sum > 0 {
                    // Nobody is more than a hundredth away from the exact share.
                    let exact = u128::from(total) * u128::from(*share);
                    let part = u128::from(*part) * u128::from(sum);
                    prop_assert!(part.abs_diff(exact) < u128::from(sum));
                }
            }
        }
    }
}
