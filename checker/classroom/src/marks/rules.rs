//! The rules of a class: a `classroom.toml`, read.

mod extra;
mod file;

use std::path::{Path, PathBuf};

use course::TestId;
use toml::de::DeTable;

use super::error::{At, Place, Problem, RulesError};
use super::late::{Granted, LatePolicy, Moment};
use super::length::Length;
use super::read::{Reader, which_exercise};
use crate::RawName;
use crate::record::{LearnerId, Points};
use crate::similarity::Settings;

/// The rules of a class. `CLASSROOM.md` is the reference of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The file that they are from, as messages call it.
    pub file: PathBuf,
    /// What the class is called.
    pub title: String,
    /// The class list.
    pub roster: Option<PathBuf>,
    /// Which attempt counts.
    pub attempts: Attempts,
    /// The jail below which nothing may be judged. Whether there is one of this name is
    /// for others to say: see [`RulesError::new`].
    pub require_jail: Option<At<String>>,
    /// Tests that learners do not have.
    pub hidden_tests: Option<HiddenTests>,
    /// What holds for an exercise that says nothing else.
    pub defaults: Terms,
    /// The exercises that are marked. `None`: all.
    pub exercises: Option<Vec<ExerciseRules>>,
    /// Exceptions for learners.
    pub extra_time: Vec<ExtraTime>,
    /// What the comparison of solutions goes by.
    pub similarity: Settings,
}

/// Which of a learner's attempts counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Attempts {
    /// The one that earns most after lateness was taken off.
    #[default]
    Best,
    /// The last that was accepted.
    Latest,
}

/// Tests that learners do not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenTests {
    /// The folder that they are in.
    pub folder: PathBuf,
    /// When learners are told about them.
    pub show: Show,
}

/// When learners are told about hidden tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Show {
    /// Never.
    #[default]
    Never,
    /// Once nobody can earn anything any more, whatever they were granted.
    AfterDue,
    /// Each learner once they cannot earn anything any more, though others may.
    PerLearner,
    /// From the beginning.
    Always,
}

/// What holds for handing in an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// When it is due, if it is.
    pub due: Option<Moment>,
    /// So much later is still in time.
    pub grace: Length,
    /// What lateness costs.
    pub late: LatePolicy,
    /// Whether each test earns its points by itself.
    pub partial_credit: bool,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            due: None,
            grace: Length::ZERO,
            late: LatePolicy::NONE,
            partial_credit: true,
        }
    }
}

/// What the file says of one exercise. What it leaves open, the defaults and the
/// exercise itself say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseRules {
    /// Its package, such as `ex16`.
    pub package: At<String>,
    /// What it is worth, instead of what its `Cargo.toml` says.
    pub points: Option<Points>,
    /// How many times it counts, in hundredths.
    pub weight: u32,
    /// What some of its tests are worth.
    pub test_points: Vec<(At<TestId>, Points)>,
    /// How it is handed in.
    pub terms: Terms,
}

/// An exception for a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtraTime {
    /// Who.
    pub learner: At<LearnerId>,
    /// For which exercises. `None`: for all that have no exception of their own.
    pub exercises: Option<Vec<At<String>>>,
    /// What is granted.
    pub granted: Granted,
}

/// A weight of 1, in hundredths.
pub(super) const ONCE: u32 = 100;
/// A weight of 10, in hundredths.
const MOST_WEIGHT: u32 = 10_00;

impl Rules {
    /// Reads a `classroom.toml`.
    ///
    /// # Errors
    /// Everything that is wrong with it, and where.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, RulesError> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|error| {
            let problem = Problem {
                place: None,
                what: format!("cannot be read: {error}"),
                advice: "See whether the path is spelt right and you may read it.".to_owned(),
            };
            RulesError::new(path, problem)
        })?;
        Self::parse(path, &bytes)
    }

    /// Reads the rules `bytes`. `file` is what messages call them; paths in them begin
    /// in its folder.
    ///
    /// # Errors
    /// Everything that is wrong with them, and where.
    pub fn parse(file: impl Into<PathBuf>, bytes: &[u8]) -> Result<Self, RulesError> {
        let name = file.into();
        let at = |text: &str, offset: usize, what: String, advice: &str| {
            let problem = Problem {
                place: Some(Place::of(text, offset)),
                what,
                advice: advice.to_owned(),
            };
            RulesError::new(&name, problem)
        };
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let what = "this is not UTF-8 text".to_owned();
            at(&good, good.len(), what, "Save the file as UTF-8.")
        })?;
        let text = text.trim_start_matches('\u{feff}');
        let table = DeTable::parse(text).map_err(|error| {
            let span = error.span().unwrap_or_default();
            let (what, advice) = no_toml(&error, text.get(span.clone()).unwrap_or_default());
            at(text, span.start, what, advice)
        })?;
        let mut reader = Reader::new(text);
        let rules = file::rules(&mut reader, &name, table.get_ref());
        RulesError::unless_fine(&name, reader.problems)?;
        Ok(rules)
    }

    /// Which of the exercises `known`, in that order, are marked.
    ///
    /// # Errors
    /// Every exercise in the file that is not among them, and where.
    pub fn pick<'k>(&self, known: &[&'k str]) -> Result<Vec<&'k str>, RulesError> {
        let listed = self.exercises.as_deref();
        let asked = listed
            .unwrap_or_default()
            .iter()
            .map(|rules| &rules.package);
        let excepted = self
            .extra_time
            .iter()
            .filter_map(|extra| extra.exercises.as_ref());
        let problems = asked
            .chain(excepted.flatten())
            .filter(|name| !known.contains(&name.value.as_str()))
            .map(|name| Problem {
                place: Some(name.place),
                what: format!("there is no exercise `{}`", RawName::from(&*name.value)),
                advice: which_exercise(&name.value, known),
            })
            .collect();
        RulesError::unless_fine(&self.file, problems)?;
        let marked = |name: &&&str| {
            listed.is_none_or(|listed| listed.iter().any(|rules| rules.package.value == **name))
        };
        Ok(known.iter().filter(marked).copied().collect())
    }

    /// What the file says of the exercise `package`.
    pub(super) fn of(&self, package: &str) -> Option<&ExerciseRules> {
        let listed = self.exercises.as_deref()?;
        listed.iter().find(|rules| rules.package.value == package)
    }
}

/// What is wrong with a file that is not TOML, and what to do. `there` is the text that
/// the parser stumbled over.
fn no_toml(error: &toml::de::Error, there: &str) -> (String, &'static str) {
    let message = error.message().replace('\n', ", ");
    if message == "duplicate key" && !there.is_empty() {
        let what = format!("`{}` stands here a second time", RawName::from(there));
        return (what, "Leave one of the two out.");
    }
    let advice = if message.starts_with("invalid date") || message.starts_with("invalid time") {
        "Write a date and a time that there are: 2026-10-05T23:59:00+02:00."
    } else {
        "Put texts into quotation marks, dates and numbers not, and give each key one value. \
         https://toml.io shows how."
    };
    (format!("this is not TOML: {message}"), advice)
}

#[cfg(test)]
mod tests;
