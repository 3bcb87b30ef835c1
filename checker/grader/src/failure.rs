//! What went wrong for the grader itself: what, where, and what to do.

use std::fmt::Display;
use std::path::Path;

use classroom::grading::TakingError;
use classroom::ledger::LedgerError;
use classroom::marks::RulesError;
use classroom::{IntakeError, RosterError};

/// How the process ends. The numbers are promised in `grader --help`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything asked for was done.
    Done = 0,
    /// It was done, but somebody must look at something: a fault of the grader's.
    Look = 1,
    /// The command, a submission's path or a file of the instructor's is wrong.
    Usage = 2,
    /// The grader itself failed.
    Grader = 3,
    /// Somebody ended it. What a shell expects of a program that Ctrl-C ended.
    Interrupted = 130,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub struct Failure {
    message: String,
    advice: String,
    pub exit: Exit,
}

pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A mistake in what the instructor gave.
    pub fn usage(message: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            advice: advice.into(),
            exit: Exit::Usage,
        }
    }

    /// Files, tools or the machine stand in the way.
    pub fn grader(message: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            exit: Exit::Grader,
            ..Self::usage(message, advice)
        }
    }

    /// A file that cannot be read or written.
    pub fn io(action: &str, path: &Path, error: &dyn Display) -> Self {
        Self::grader(
            format!("cannot {action} {}: {error}", path.display()),
            "See whether the folder is there, you may write to it, and the disk has room.",
        )
    }

    pub fn show(&self) {
        anstream::eprintln!("error: {}", self.message);
        if !self.advice.is_empty() {
            anstream::eprintln!("  {}", self.advice);
        }
    }
}

impl From<LedgerError> for Failure {
    fn from(error: LedgerError) -> Self {
        let (message, advice) = (error.to_string(), error.advice());
        match error {
            LedgerError::Unusable { .. } | LedgerError::Damaged { .. } => {
                Self::grader(message, advice)
            }
            _ => Self::usage(message, advice),
        }
    }
}

impl From<IntakeError> for Failure {
    fn from(error: IntakeError) -> Self {
        let (message, advice) = (error.to_string(), error.advice());
        match error {
            IntakeError::NoRoom(_) => Self::grader(message, advice),
            _ => Self::usage(message, advice),
        }
    }
}

impl From<TakingError> for Failure {
    fn from(error: TakingError) -> Self {
        match error {
            TakingError::Ledger(error) => error.into(),
            TakingError::Intake(error) => error.into(),
        }
    }
}

impl From<RosterError> for Failure {
    fn from(error: RosterError) -> Self {
        Self::usage(error.to_string(), error.advice)
    }
}

impl From<RulesError> for Failure {
    fn from(error: RulesError) -> Self {
        Self::usage(error.told(), "")
    }
}

impl From<course::Error> for Failure {
    fn from(error: course::Error) -> Self {
        Self::usage(error.to_string(), error.advice())
    }
}

impl From<judge::PrepareError> for Failure {
    fn from(error: judge::PrepareError) -> Self {
        Self::grader(error.to_string(), error.advice())
    }
}
