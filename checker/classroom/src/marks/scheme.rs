//! The marking scheme: the rules of a class, brought together with its exercises.

use std::collections::BTreeSet;

use course::TestId;
use jiff::{SignedDuration, Timestamp};

use super::error::{At, Place, Problem, RulesError};
use super::keys::{nearest, quoted};
use super::late::{Deadline, Granted};
use super::rules::{ExerciseRules, ONCE, Rules, Show, Terms};
use super::worth::{Examined, NoSplit, apportion, shares, weighted};
use crate::RawName;
use crate::record::{Column, LearnerId, Points, TestWorth, Visibility};

/// The marking scheme of a class: what every test is worth, and what the rules say.
/// All that the rules name is there, so marking cannot fail.
#[derive(Debug, Clone)]
pub struct Scheme {
    pub(super) rules: Rules,
    pub(super) columns: Vec<Priced>,
    /// What is odd about it. Whole sentences.
    pub(super) warnings: Vec<String>,
}

/// An exercise and what everything in it is worth.
#[derive(Debug, Clone)]
pub(super) struct Priced {
    pub package: String,
    pub title: String,
    /// What it is worth before the weight.
    pub unweighted: Points,
    pub weight: u32,
    pub out_of: Points,
    pub tests: Vec<PricedTest>,
    pub terms: Terms,
    /// Whether there is a test that the stub fails.
    pub stub_fails_some: bool,
}

#[derive(Debug, Clone)]
pub(super) struct PricedTest {
    pub test: TestId,
    pub hidden: bool,
    pub stub_passes: bool,
    pub out_of: Points,
}

impl Scheme {
    /// Brings `rules` together with `exercises`, which are in the course's order. Those
    /// that are not marked are left out.
    ///
    /// # Errors
    /// Every exercise and test in the rules that there is not, points that do not add
    /// up, and where.
    pub fn new(rules: &Rules, exercises: &[Examined]) -> Result<Self, RulesError> {
        let known: Vec<&str> = exercises.iter().map(|one| one.package.as_str()).collect();
        let picked = rules.pick(&known)?;
        let mut scheme = Self {
            rules: rules.clone(),
            columns: Vec::new(),
            warnings: Vec::new(),
        };
        let mut problems = Vec::new();
        for exercise in exercises {
            if !picked.contains(&exercise.package.as_str()) {
                continue;
            }
            let own_rules = rules.of(&exercise.package);
            match price(exercise, own_rules, rules.defaults) {
                Ok(priced) => {
                    scheme.warnings.extend(oddities(&priced));
                    scheme.columns.push(priced);
                }
                Err(wrong) => problems.extend(wrong),
            }
        }
        RulesError::unless_fine(&rules.file, problems)?;
        let never_shown = scheme.never_shown();
        scheme.warnings.extend(never_shown);
        Ok(scheme)
    }

    /// The rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The packages of the exercises that are marked, in order.
    pub fn packages(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.package.as_str())
    }

    /// Which policy holds for the exercise `package`, if it is marked.
    pub fn terms(&self, package: &str) -> Option<Terms> {
        let column = self.columns.iter().find(|column| column.package == package);
        column.map(|column| column.terms)
    }

    /// When `learner` must hand in the exercise `package`. `None`: whenever they like.
    pub fn deadline(&self, learner: &LearnerId, package: &str) -> Option<Deadline> {
        let terms = self.terms(package)?;
        Some(Deadline {
            due: terms.due?,
            grace: terms.grace,
            granted: self.granted(learner, package).cloned(),
        })
    }

    /// What `learner` was granted for `package`: what is for this exercise, or else
    /// what is for all.
    fn granted(&self, learner: &LearnerId, package: &str) -> Option<&Granted> {
        let theirs = || {
            let all = self.rules.extra_time.iter();
            all.filter(|extra| extra.learner.value == *learner)
        };
        let own = theirs().find(|extra| {
            let names = extra.exercises.iter().flatten();
            names.into_iter().any(|name| name.value == package)
        });
        own.or_else(|| theirs().find(|extra| extra.exercises.is_none()))
            .map(|extra| &extra.granted)
    }

    /// The last second in which `learner` can hand in the exercise `package` and still earn
    /// something. `None`: there is none, or it is not marked.
    pub fn last_call(&self, learner: &LearnerId, package: &str) -> Option<Timestamp> {
        let deadline = self.deadline(learner, package)?;
        deadline.last_call(&self.terms(package)?.late)
    }

    fn show(&self) -> Show {
        let hidden = self.rules.hidden_tests.as_ref();
        hidden.map(|hidden| hidden.show).unwrap_or_default()
    }

    /// Whether all learners are told about the hidden tests of `column` at `now`.
    pub(super) fn visibility_of_hidden(&self, column: &Priced, now: Timestamp) -> Visibility {
        let everyones = self.everyones_last_call(column);
        match self.show() {
            Show::Always => Visibility::Visible,
            Show::AfterDue | Show::PerLearner if is_over(everyones, now) => Visibility::Visible,
            Show::AfterDue if everyones.is_some() => Visibility::AfterDue,
            Show::PerLearner if common_last_call(column).is_some() => Visibility::AfterDue,
            // What never ends is never over.
            Show::Never | Show::AfterDue | Show::PerLearner => Visibility::Hidden,
        }
    }

    /// The exercises of `columns` whose hidden tests `learner` is told about at `now`
    /// before others are.
    pub(super) fn told_early(
        &self,
        learner: &LearnerId,
        columns: &[Column],
        now: Timestamp,
    ) -> Vec<String> {
        if self.show() != Show::PerLearner {
            return Vec::new();
        }
        let waits = |worth: &TestWorth| worth.visibility == Visibility::AfterDue;
        let early = columns.iter().filter(|column| {
            column.tests.iter().any(waits)
                && is_over(self.last_call(learner, &column.exercise), now)
        });
        early.map(|column| column.exercise.clone()).collect()
    }

    /// When the time of the last learner for `column` is over: who is told of a hidden test
    /// may tell others. `None`: somebody's never is.
    fn everyones_last_call(&self, column: &Priced) -> Option<Timestamp> {
        let excepted = self.rules.extra_time.iter();
        let mut ends = excepted.map(|extra| self.last_call(&extra.learner.value, &column.package));
        ends.try_fold(common_last_call(column)?, |last, end| Some(last.max(end?)))
    }

    /// Warnings about hidden tests that are never shown although the rules say when.
    fn never_shown(&self) -> Vec<String> {
        if !matches!(self.show(), Show::AfterDue | Show::PerLearner) {
            return Vec::new();
        }
        let hides = |column: &&Priced| {
            column.terms.due.is_some() && column.tests.iter().any(|test| test.hidden)
        };
        let (ending, endless): (Vec<&Priced>, Vec<&Priced>) = self
            .columns
            .iter()
            .filter(hides)
            .partition(|column| common_last_call(column).is_some());
        let mut warnings = Vec::new();
        if !endless.is_empty() {
            warnings.push(format!(
                "The hidden tests of {} are never shown: what is late earns something for ever. \
                 Give the late policy a `cut-off`, or write show = \"always\" when the time is over.",
                packages(&endless)
            ));
        }
        if self.show() == Show::PerLearner {
            return warnings;
        }
        let mut seen = BTreeSet::new();
        for extra in &self.rules.extra_time {
            let At { value, place } = &extra.learner;
            let blocked: Vec<&Priced> = ending
                .iter()
                .filter(|column| self.last_call(value, &column.package).is_none())
                .copied()
                .collect();
            if seen.insert(value) && !blocked.is_empty() {
                warnings.push(format!(
                    "{}:{}:{}: the hidden tests of {} are never shown: `{}` is excused, however \
                     late. Write `until` instead of `excused`, or show = \"per-learner\".",
                    self.rules.file.display(),
                    place.line,
                    place.column,
                    packages(&blocked),
                    RawName::from(&*value.0),
                ));
            }
        }
        warnings
    }

    /// Warnings about exceptions for learners that are not among `known`.
    pub(super) fn unknown_learners(&self, known: &BTreeSet<&LearnerId>) -> Vec<String> {
        let unknown = self
            .rules
            .extra_time
            .iter()
            .filter(|extra| !known.contains(&extra.learner.value));
        let warning = |extra: &super::ExtraTime| {
            let Place { line, column } = extra.learner.place;
            let id = extra.learner.value.0.as_str();
            let meant = nearest(id, known.iter().map(|id| id.0.as_str()));
            let meant = meant.map_or(String::new(), |meant| {
                format!(" Did you mean `{}`?", RawName::from(meant))
            });
            format!(
                "{}:{line}:{column}: nobody in the class is called `{}`, so this extra time is \
                 for nobody.{meant}",
                self.rules.file.display(),
                RawName::from(id),
            )
        };
        unknown.map(warning).collect()
    }
}

/// The last second in which somebody without an exception can earn something.
fn common_last_call(column: &Priced) -> Option<Timestamp> {
    let common = Deadline {
        due: column.terms.due?,
        grace: column.terms.grace,
        granted: None,
    };
    common.last_call(&column.terms.late)
}

/// Whether the second `last` is over at `now`. Parts of a second are never late.
fn is_over(last: Option<Timestamp>, now: Timestamp) -> bool {
    last.is_some_and(|last| now.duration_since(last) >= SignedDuration::from_secs(1))
}

/// `ex01, ex02 and 14 more exercises`.
fn packages(columns: &[&Priced]) -> String {
    const SHOWN: usize = 3;
    let mut names: Vec<_> = columns
        .iter()
        .map(|column| column.package.clone())
        .collect();
    if names.len() > SHOWN {
        let more = names.len() - (SHOWN - 1);
        names.truncate(SHOWN - 1);
        names.push(format!("{more} more exercises"));
    }
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// An exercise is worth at most this many hundredths, so that no sum is too large.
const MOST: Points = Points(10_000_000);

fn price(
    exercise: &Examined,
    rules: Option<&ExerciseRules>,
    defaults: Terms,
) -> Result<Priced, Vec<Problem>> {
    let package = &exercise.package;
    let place = rules.map(|rules| rules.package.place);
    let mut problems = twice(exercise);
    let mut given = vec![None; exercise.tests.len()];
    let named = rules.map(|rules| rules.test_points.as_slice());
    for (test, points) in named.unwrap_or_default() {
        let known = exercise.tests.iter().position(|one| one.test == test.value);
        match known {
            Some(at) => given[at] = Some(*points),
            None => problems.push(Problem {
                place: Some(test.place),
                what: format!(
                    "{package} has no test `{}`",
                    RawName::from(&*test.value.to_string())
                ),
                advice: which_test(exercise, &test.value),
            }),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let alike = vec![1; exercise.tests.len()];
    let own: Vec<_> = exercise.tests.iter().map(|test| test.points).collect();
    let own = shares(exercise.points, &own, &alike).map_err(|error| {
        let advice = format!(
            "Mend `points` or `test-points` in the Cargo.toml of {package}, or give {package} \
             a `test-points` with all its tests here."
        );
        vec![unsplit(place, package, exercise.points, error, advice)]
    });
    // Where this file gives points to every test, those of the exercise do not matter.
    let own = match own {
        Err(_) if !given.is_empty() && given.iter().all(Option::is_some) => alike,
        own => own?,
    };
    let unweighted = rules
        .and_then(|rules| rules.points)
        .unwrap_or(exercise.points);
    let shares = shares(unweighted, &given, &own).map_err(|error| {
        let place = rules
            .and_then(|rules| rules.test_points.first())
            .map(|(test, _)| test.place);
        let advice = match error {
            NoSplit::TooMuch(_) => "Give the tests less, or the exercise more: points = …",
            NoSplit::TooLittle(_) => "Give the tests more, or the exercise less: points = …",
        };
        vec![unsplit(
            place,
            package,
            unweighted,
            error,
            advice.to_owned(),
        )]
    })?;
    let weight = rules.map_or(ONCE, |rules| rules.weight);
    let out_of = weighted(unweighted, weight);
    if out_of > MOST {
        return Err(vec![Problem {
            place,
            what: format!("{package} is worth {out_of} points"),
            advice: format!("Make it {MOST} at most."),
        }]);
    }
    let tests = exercise.tests.iter().zip(apportion(out_of, &shares));
    Ok(Priced {
        package: package.clone(),
        title: exercise.title.clone(),
        unweighted,
        weight,
        out_of,
        tests: tests
            .map(|(one, out_of)| PricedTest {
                test: one.test.clone(),
                hidden: one.hidden,
                stub_passes: one.stub_passes,
                out_of,
            })
            .collect(),
        terms: rules.map_or(defaults, |rules| rules.terms),
        stub_fails_some: exercise.tests.iter().any(|one| !one.stub_passes),
    })
}

/// Tests that go by the same name. Nobody could tell their results apart.
fn twice(exercise: &Examined) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let again = exercise.tests.iter().filter(|one| !seen.insert(&one.test));
    again
        .map(|one| Problem {
            place: None,
            what: format!("{} has two tests `{}`", exercise.package, one.test),
            advice: "Give the hidden one another name.".to_owned(),
        })
        .collect()
}

fn unsplit(
    place: Option<Place>,
    package: &str,
    total: Points,
    error: NoSplit,
    advice: String,
) -> Problem {
    let what = match error {
        NoSplit::TooMuch(sum) => {
            format!("the tests of {package} have {sum} points, and it is worth only {total}")
        }
        NoSplit::TooLittle(sum) => {
            format!("the tests of {package} have {sum} points in all, and it is worth {total}")
        }
    };
    Problem {
        place,
        what,
        advice,
    }
}

fn which_test(exercise: &Examined, wrong: &TestId) -> String {
    let tests = exercise.tests.iter().map(|one| &one.test);
    let same_file = tests.clone().filter(|test| test.target == wrong.target);
    // The right name in the wrong file is nearer than any other name.
    let meant = tests
        .clone()
        .find(|test| test.name == wrong.name)
        .or_else(|| {
            let meant = nearest(
                &wrong.name,
                same_file.clone().map(|test| test.name.as_str()),
            )?;
            same_file.clone().find(|test| test.name == meant)
        });
    let names: Vec<_> = tests.collect();
    match meant {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None if names.is_empty() => "It has no tests.".to_owned(),
        None => format!("It has {}.", quoted(&names)),
    }
}

fn oddities(priced: &Priced) -> Vec<String> {
    let mut odd = Vec::new();
    if priced.tests.is_empty() {
        odd.push(format!(
            "{} has no tests: nobody can earn its points.",
            priced.package
        ));
    } else if !priced.stub_fails_some {
        odd.push(format!(
            "The untouched file of {} passes all its tests: whoever hands it in gets all points.",
            priced.package
        ));
    }
    for test in priced
        .tests
        .iter()
        .filter(|one| one.hidden && one.out_of == Points(0))
    {
        odd.push(format!(
            "The hidden test `{}` of {} is worth nothing. `test-points` can give it something.",
            test.test, priced.package
        ));
    }
    odd
}
