//! The JSON documents that `--format json` prints. `checker/cli/JSON.md` describes them.

use serde::Serialize;

use crate::failure::Failure;
use crate::report::Report;

/// Rises when a field goes away or changes its meaning; a new field does not raise it.
const VERSION: u32 = 1;

/// What every document begins with.
#[derive(Debug, Serialize)]
struct Head<'a> {
    version: u32,
    command: &'a str,
    exit: u8,
    notes: &'a [String],
}

/// A document. Fields come out in the order in which they stand here.
#[derive(Debug, Serialize)]
struct Document<'a, T: Serialize + ?Sized> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<&'a T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a Failure>,
}

/// What can be the `result` of a document. Stands behind a `dyn`, which `Serialize` cannot.
pub trait Outcome {
    /// The whole document as text.
    fn document(&self, command: &str, exit: u8, notes: &[String]) -> serde_json::Result<String>;
}

impl<T: Serialize> Outcome for T {
    fn document(&self, command: &str, exit: u8, notes: &[String]) -> serde_json::Result<String> {
        serde_json::to_string_pretty(&Document {
            head: Head {
                version: VERSION,
                command,
                exit,
                notes,
            },
            result: Some(self),
            error: None,
        })
    }
}

/// The document of a command that did its work, whatever the verdicts.
pub fn report(report: &dyn Report, notes: &[String]) -> serde_json::Result<String> {
    report.document(report.command(), report.exit() as u8, notes)
}

/// The document of a command that could not do its work.
pub fn failure(command: &str, failure: &Failure, notes: &[String]) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&Document::<()> {
        head: Head {
            version: VERSION,
            command,
            exit: failure.exit as u8,
            notes,
        },
        result: None,
        error: Some(failure),
    })
}
