//! What the explorer reports: a line of JSON for every `explore` of a test.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What the explorer found, in one call of `explore`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// No schedule fails.
    Passed {
        /// How many were tried.
        schedules: u64,
        /// Whether these are all there are.
        complete: bool,
    },
    /// A schedule fails.
    Failed(Box<Failure>),
}

/// How a schedule fails.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Failure {
    /// In which way.
    pub kind: FailureKind,
    /// In one line.
    pub message: String,
    /// The file to look at.
    #[serde(default)]
    pub file: Option<String>,
    /// The line to look at.
    #[serde(default)]
    pub line: Option<u32>,
    /// The schedule, told.
    #[serde(default)]
    pub story: Option<String>,
    /// How many schedules were tried.
    #[serde(default)]
    pub schedules: Option<u64>,
    /// The schedule in a few letters.
    #[serde(default)]
    pub token: Option<String>,
    /// How often it goes from one thread to another.
    #[serde(default)]
    pub switches: Option<u64>,
    /// The schedule, drawn: an SVG file.
    #[serde(default)]
    pub picture: Option<String>,
    /// What went wrong and what would mend it, as far as that is known.
    #[serde(default)]
    pub why: Vec<String>,
    /// What the threads did.
    #[serde(default)]
    pub steps: Vec<Step>,
}

impl Failure {
    /// The file in which the test's own thread panics, if it does. That is not the place to
    /// look at first, where the explorer knows what led there.
    pub(crate) fn panics_in(&self) -> Option<&str> {
        let mut steps = self.steps.iter().rev();
        let panic = steps.find(|step| step.thread == 0 && step.act == "panic")?;
        panic.file.as_deref()
    }
}

/// What a thread did.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Step {
    /// Which thread; 0 is that of the test.
    pub thread: u64,
    /// What kind of step it is.
    pub act: String,
    /// The file it is in.
    #[serde(default)]
    pub file: Option<String>,
}

/// In which way a schedule fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FailureKind {
    /// Every schedule fails by an assertion.
    WrongAnswer,
    /// Some do, or memory is accessed unsynchronised.
    Race,
    /// No thread can go on.
    Deadlock,
    /// All go on for ever.
    Livelock,
    /// A `sometimes!` was never met.
    Overlocked,
    /// A real program would end here.
    Crashed,
    /// A `todo!()` was reached.
    Incomplete,
    /// Something is used that the explorer does not model.
    Refused,
}

/// The version of the lines that we understand.
const VERSION: u64 = 2;
/// A test says little; a file that grows on and on is not the explorer's.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Reads the report at `path`. There is none if the test never got to explore.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let mut text = String::new();
    match File::open(path) {
        Ok(file) => file
            .take(MOST_BYTES)
            .read_to_string(&mut text)
            .map_err(|error| error.to_string())?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.to_string()),
    };
    parse(&text)
}

/// Reads the lines of a report.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, String> {
    #[derive(Deserialize)]
    struct Line {
        version: u64,
        #[serde(flatten)]
        rest: serde_json::Value,
    }
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
            if line.version != VERSION {
                return Err(format!("the explorer writes format {}", line.version));
            }
            serde_json::from_value(line.rest).map_err(|error| error.to_string())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_in_order() {
        let text = concat!(
            r#"{"version":2,"outcome":"passed","schedules":412,"complete":true}"#,
            "\n",
            r#"{"version":2,"outcome":"failed","kind":"wrong-answer","message":"one line","#,
            r#""file":"exercises/ex16_lost_update/src/lib.rs","line":12,"story":"a\nb","#,
            r#""schedules":37,"token":"new fields do no harm"}"#,
            "\n"
        );
        let outcomes: Vec<Outcome> = parse(text).unwrap();
        assert_eq!(
            outcomes[0],
            Outcome::Passed {
                schedules: 412,
                complete: true
            }
        );
        let Outcome::Failed(failure) = &outcomes[1] else {
            panic!("{outcomes:?}");
        };
        assert_eq!(failure.kind, FailureKind::WrongAnswer);
        assert_eq!(failure.line, Some(12));
        assert_eq!(failure.story.as_deref(), Some("a\nb"));
        assert_eq!(failure.schedules, Some(37));
    }

    #[test]
    fn every_kind_is_known() {
        for kind in [
            "wrong-answer",
            "race",
            "deadlock",
            "livelock",
            "overlocked",
            "incomplete",
            "refused",
        ] {
            let line =
                format!(r#"{{"version":2,"outcome":"failed","kind":"{kind}","message":"m"}}"#);
            assert!(parse::<Outcome>(&line).is_ok(), "{kind}");
        }
    }

    #[test]
    fn what_is_no_report_is_not_believed() {
        for text in [
            "{",
            r#"{"outcome":"passed","schedules":1,"complete":true}"#,
            r#"{"version":1,"outcome":"passed","schedules":1,"complete":true}"#,
            r#"{"version":2,"outcome":"passed"}"#,
            r#"{"version":2,"outcome":"failed","kind":"odd","message":"m"}"#,
        ] {
            assert!(parse::<Outcome>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn no_report_is_no_outcome() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read::<Outcome>(&folder.path().join("none")), Ok(Vec::new()));
    }
}
