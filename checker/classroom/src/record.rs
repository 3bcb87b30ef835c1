//! The plain data that grading, marking, the ledger and the exports hand to each other.

use std::fmt;
use std::sync::Arc;

use course::TestId;
use jiff::Timestamp;
use judge::Report;
use serde::{Deserialize, Serialize};

use crate::Vouched;

/// What marks and reports call a learner: the roster's id, or without a roster what
/// the source knows them by. It has no control characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LearnerId(pub String);

impl fmt::Display for LearnerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What the judge said of one file that one learner handed in, and on what ground.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ruling {
    /// Whose file it is.
    pub learner: LearnerId,
    /// The exercise's package, such as `ex16`.
    pub exercise: String,
    /// Which of the learner's attempts it is, from 1.
    pub attempt: u32,
    /// When it was handed in, if the source says so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub submitted: Option<Timestamp>,
    /// On whose word, if the source says so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub vouched: Option<Vouched>,
    /// The digest of what was handed in: 64 hexadecimal digits.
    pub work: String,
    /// The verdict, with that of every test.
    pub report: Report,
    /// What the verdict rests on besides the file.
    pub basis: Basis,
    /// When it was judged.
    pub judged: Timestamp,
}

impl Ruling {
    /// When it was handed in, and on whose word, if the source says so.
    pub fn handed_in(&self) -> Option<HandedIn> {
        Some(HandedIn {
            at: self.submitted?,
            vouched: self.vouched,
        })
    }
}

/// When something was handed in, and on whose word. A commit may say anything of its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedIn {
    /// When.
    pub at: Timestamp,
    /// On whose word, if that is known.
    pub vouched: Option<Vouched>,
}

impl HandedIn {
    /// ` (by the commit's own word)`, to stand after the time.
    pub fn by_whom(self) -> String {
        let vouched = self.vouched;
        vouched.map_or_else(String::new, |vouched| format!(" (by {vouched})"))
    }
}

/// What a verdict rests on besides the file. The same basis and the same file give
/// the same verdict.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Basis {
    /// The jail that the file was compiled and run in, such as `bubblewrap`.
    pub jail: String,
    /// The compiler's release, such as `1.95.0`.
    pub toolchain: String,
    /// The version of the course: a digest of exercises, explorer and judge.
    pub course: String,
    /// A digest of all this, the exercise's tests and the file itself.
    pub key: String,
}

/// Points in hundredths, so that sums are exact.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Points(pub u32);

/// `7`, `7.5`, `7.25`.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        let text = match rest {
            0 => whole.to_string(),
            rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
            rest => format!("{whole}.{rest:02}"),
        };
        f.pad(&text)
    }
}

/// The marks of a class: learners by exercises.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gradebook {
    /// What the class is called.
    pub title: String,
    /// The exercises, in order.
    pub columns: Vec<Column>,
    /// The learners, in the roster's order, or else by id. Also those who handed in nothing.
    pub rows: Vec<Row>,
    /// The sum of what the columns are worth.
    pub out_of: Points,
    /// What the instructor should look at: rules that apply to nobody, rulings without a
    /// column. Whole sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// An exercise of the gradebook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The exercise's package, such as `ex16`.
    pub exercise: String,
    /// Its title.
    pub title: String,
    /// What it is worth.
    pub out_of: Points,
    /// When it was due, if it was.
    pub due: Option<Timestamp>,
    /// Its tests, in the order in which they are judged.
    pub tests: Vec<TestWorth>,
}

/// What a test is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TestWorth {
    /// The test.
    pub test: TestId,
    /// What it is worth.
    pub out_of: Points,
    /// Whether learners are told about it.
    pub visibility: Visibility,
}

/// Whether learners are told about a test, the most open first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// They are.
    Visible,
    /// They will be, when the time for the exercise is over.
    AfterDue,
    /// They never are.
    Hidden,
}

impl Visibility {
    /// Whether all learners are told about it now.
    pub fn is_told(self) -> bool {
        self == Self::Visible
    }
}

/// A learner of the gradebook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Who it is.
    pub learner: LearnerId,
    /// The name for people to read. May be empty.
    pub name: String,
    /// One for each column.
    pub marks: Vec<Cell>,
    /// The sum of the marks.
    pub total: Total,
    /// The exercises whose tests that are [`Visibility::AfterDue`] this learner is told
    /// about already, by package: their own time is over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_early: Vec<String>,
}

impl Row {
    /// Which tests of `column` this learner is told about: those, and the more open ones.
    pub fn sees(&self, column: &Column) -> Visibility {
        if self.told_early.contains(&column.exercise) {
            Visibility::AfterDue
        } else {
            Visibility::Visible
        }
    }
}

/// Where a learner and an exercise meet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Cell {
    /// There is nothing to mark. It counts as no points.
    NothingHandedIn,
    /// Something was handed in, and what it earns is not known. This is never a zero.
    Withheld(Withheld),
    /// A mark.
    Mark(Mark),
}

impl Cell {
    /// The mark, if there is one.
    pub fn mark(&self) -> Option<&Mark> {
        match self {
            Self::Mark(mark) => Some(mark),
            Self::NothingHandedIn | Self::Withheld(_) => None,
        }
    }

    /// What it rests on, if something was handed in.
    pub fn ruling(&self) -> Option<&Arc<Ruling>> {
        match self {
            Self::NothingHandedIn => None,
            Self::Withheld(withheld) => Some(&withheld.ruling),
            Self::Mark(mark) => Some(&mark.ruling),
        }
    }
}

/// The sum of a learner's marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "state", content = "points", rename_all = "kebab-case")]
pub enum Total {
    /// All that there is to mark is marked.
    Final(Points),
    /// The sum of the marks that are known. At least one is withheld.
    AtLeast(Points),
}

impl Total {
    /// The sum of the marks that are known.
    pub fn known(self) -> Points {
        match self {
            Self::Final(points) | Self::AtLeast(points) => points,
        }
    }
}

/// `7.5`, or `at least 7.5`.
impl fmt::Display for Total {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Final(points) => points.fmt(f),
            Self::AtLeast(points) => f.pad(&format!("at least {points}")),
        }
    }
}

/// Why a mark is held back, and what is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Withheld {
    /// Why.
    pub why: WhyWithheld,
    /// What the mark is at least: what other attempts have earned already.
    pub at_least: Points,
    /// How it came to this, a sentence a step.
    pub steps: Vec<String>,
    /// The ruling that leaves it open.
    pub ruling: Arc<Ruling>,
}

/// Why a ruling gives no mark. `Display` is a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum WhyWithheld {
    /// The grader failed, not the learner.
    #[error("The grader failed, which is no fault of the learner's.")]
    GraderError {
        /// The test that it failed in, if it was one.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        test: Option<TestId>,
    },
    /// Tests that count were not run.
    #[error("The ruling says nothing of {}.", listed(tests))]
    TestsNotRun {
        /// Which.
        tests: Vec<TestId>,
    },
    /// The verdict says one thing, the tests another.
    #[error("The verdict and the tests contradict each other.")]
    Contradiction,
}

/// ``"`schedules::a`, `schedules::b` and 3 more tests"``.
fn listed(tests: &[TestId]) -> String {
    const SHOWN: usize = 3;
    let mut names: Vec<_> = tests.iter().map(|test| format!("`{test}`")).collect();
    if names.len() > SHOWN {
        let more = names.len() - (SHOWN - 1);
        names.truncate(SHOWN - 1);
        names.push(format!("{more} more tests"));
    }
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// A mark, and all that it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// What counts.
    pub points: Points,
    /// What the tests earned, before anything was taken off for lateness.
    pub earned: Points,
    /// What it is out of.
    pub out_of: Points,
    /// What each test earned, in the column's order.
    pub tests: Vec<Points>,
    /// By how many seconds it was late, grace and extra time already taken off. 0: in time.
    pub late_by: u64,
    /// How it was reckoned, a sentence a step.
    pub steps: Vec<String>,
    /// The ruling that it rests on.
    pub ruling: Arc<Ruling>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_written_without_idle_zeros() {
        let shown = |hundredths| Points(hundredths).to_string();
        assert_eq!(
            [0, 5, 50, 100, 725, 1030].map(shown),
            ["0", "0.05", "0.5", "1", "7.25", "10.3"]
        );
    }

    #[test]
    fn an_open_total_says_so() {
        assert_eq!(Total::Final(Points(750)).to_string(), "7.5");
        assert_eq!(Total::AtLeast(Points(750)).to_string(), "at least 7.5");
        let json = serde_json::to_value(Total::AtLeast(Points(750))).unwrap();
        assert_eq!(
            json,
            serde_json::json!({"state": "at-least", "points": 750})
        );
    }

    #[test]
    fn tests_that_were_not_run_are_named_but_not_all() {
        let say = |names: &[&str]| {
            let tests = names.iter().map(|name| name.parse().unwrap()).collect();
            WhyWithheld::TestsNotRun { tests }.to_string()
        };
        let names = [
            "schedules::a",
            "behaviour::b",
            "behaviour::c",
            "behaviour::d",
        ];
        assert_eq!(
            say(&names[..1]),
            "The ruling says nothing of `schedules::a`."
        );
        assert_eq!(
            say(&names[..3]),
            "The ruling says nothing of `schedules::a`, `behaviour::b` and `behaviour::c`."
        );
        assert_eq!(
            say(&names),
            "The ruling says nothing of `schedules::a`, `behaviour::b` and 2 more tests."
        );
    }
}
