//! What went wrong for the checker itself: what, where, and what to do.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;

/// How the process ends. The numbers are promised in `checker --help`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Everything asked for passed.
    Passed = 0,
    /// Something that was asked for did not pass.
    Failed = 1,
    /// The command was not understood.
    Usage = 2,
    /// The checker itself failed.
    Checker = 3,
    /// Somebody ended it. What a shell expects of a program that Ctrl-C ended.
    Interrupted = 130,
}

/// Why a command could not do its work. Never a learner's wrong answer: that is a verdict.
#[derive(Debug, Clone, Serialize)]
pub struct Failure {
    /// One word for programs, such as `unknown-exercise`.
    pub kind: &'static str,
    /// One sentence for people.
    pub message: String,
    /// The file or folder that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<PathBuf>,
    /// What to do next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
    /// Names that may have been meant, nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<String>,
    #[serde(skip)]
    pub exit: Exit,
}

impl Failure {
    /// The command cannot be carried out as it was typed.
    pub fn usage(kind: &'static str, message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, kind, message.into())
    }

    /// Files, tools or the machine stand in the way.
    pub fn checker(kind: &'static str, message: impl Into<String>) -> Self {
        Self::new(Exit::Checker, kind, message.into())
    }

    fn new(exit: Exit, kind: &'static str, message: String) -> Self {
        Self {
            kind,
            message,
            path: None,
            advice: None,
            suggestions: Vec::new(),
            exit,
        }
    }

    /// A file or folder that the system would not let us `action`.
    pub fn io(action: &str, path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let advice = match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                "Make the folder writable for you, or copy the workbook to one that is."
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                "Free some space on this disk and try again; your files are as they were."
            }
            ErrorKind::NotFound => "See whether it was moved or renamed; `git status` may tell.",
            _ => "See whether another program can open it.",
        };
        let words = error.to_string();
        let words = words
            .split_once(" (os error")
            .map_or(&*words, |(words, _)| words);
        let message = format!(
            "cannot {action} {}: {}",
            path.display(),
            words.to_lowercase()
        );
        Self::checker("io", message).at(path).advise(advice)
    }

    /// Ctrl-C, or a kill that may be caught.
    pub fn interrupted() -> Self {
        Self::new(Exit::Interrupted, "interrupted", "interrupted".to_owned())
    }

    /// The solution of an exercise that its learner has not solved.
    pub fn not_solved(package: &str) -> Self {
        let mut failure = Self::new(
            Exit::Failed,
            "not-solved",
            format!("{package} is not solved yet"),
        );
        failure.advice = Some(format!(
            "You learn more from solving it first. `cargo checker hint {package}` helps a little at \
             a time; `cargo checker solution {package} --peek` shows the solution all the same."
        ));
        failure
    }

    /// Names the file or folder that it is about.
    pub fn at(mut self, path: &Path) -> Self {
        self.path = Some(path.to_owned());
        self
    }

    /// Says what to do next.
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// What every command gives back.
pub type Result<T> = std::result::Result<T, Failure>;

impl From<course::Error> for Failure {
    fn from(error: course::Error) -> Self {
        use course::Error;
        let (exit, kind) = match &error {
            Error::NotAWorkbook { .. } => (Exit::Usage, "not-a-workbook"),
            Error::NoSuchExercise { .. } => (Exit::Usage, "unknown-exercise"),
            Error::NotYetHere { .. } => (Exit::Usage, "not-yet-here"),
            Error::Broken { .. } => (Exit::Checker, "broken-file"),
            Error::Io { .. } => (Exit::Checker, "io"),
            Error::Held { .. } => (Exit::Checker, "held"),
            Error::Damaged { .. } => (Exit::Checker, "damaged"),
            Error::TooNew { .. } => (Exit::Checker, "too-new"),
            _ => (Exit::Checker, "course"),
        };
        let mut failure = Self::new(exit, kind, error.to_string());
        failure.advice = Some(error.advice());
        failure.path = match &error {
            Error::NotAWorkbook { from } => Some(from.clone()),
            Error::Broken { file, .. } => Some(file.clone()),
            Error::Io { path, .. }
            | Error::Held { path }
            | Error::Damaged { path, .. }
            | Error::TooNew { path, .. } => Some(path.clone()),
            _ => None,
        };
        if let Error::NoSuchExercise { nearest, .. } = error {
            failure.suggestions = nearest;
        }
        failure
    }
}

impl From<judge::PrepareError> for Failure {
    fn from(error: judge::PrepareError) -> Self {
        use judge::PrepareError;
        let kind = match &error {
            PrepareError::NoCompiler(_) => "no-compiler",
            PrepareError::Build(_) => "build",
            PrepareError::Io { .. } => "io",
            _ => "judge",
        };
        let failure = Self::checker(kind, error.to_string()).advise(error.advice());
        match &error {
            PrepareError::Io { path, .. } => failure.at(path),
            _ => failure,
        }
    }
}
