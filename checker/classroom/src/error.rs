//! What stops the intake before it begins: a mistake in what the instructor gave it.

use std::path::PathBuf;

/// An argument that is no source of submissions. `Display` says what is wrong,
/// [`IntakeError::advice`] what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntakeError {
    /// There is nothing at this path.
    #[error("there is nothing at {}", .0.display())]
    NotThere(PathBuf),
    /// It cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// The argument.
        path: PathBuf,
        /// The system's own words.
        source: std::io::Error,
    },
    /// It is neither a folder nor a file.
    #[error("{} is neither a folder nor a file", .0.display())]
    OddFile(PathBuf),
    /// What was read cannot be kept until it is in the ledger.
    #[error("cannot keep what was handed in: {0}")]
    NoRoom(std::io::Error),
    /// It is a file, but neither an archive nor a list of repositories.
    #[error("{} is {what}", path.display())]
    NoSource {
        /// The argument.
        path: PathBuf,
        /// What it is.
        what: String,
    },
}

impl IntakeError {
    /// What to do about it. One sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NotThere(_) => "See whether the path is spelt right.",
            Self::Unreadable { .. } => "See whether you may read it.",
            Self::NoRoom(_) => "See whether the folder for temporary files has room.",
            Self::OddFile(_) | Self::NoSource { .. } => {
                "Give a folder of submissions, a zip, tar or tar.gz archive of it, a git \
                 repository, or a text file with the path of a repository in each line."
            }
        }
    }
}

/// What is wrong with a roster, and where.
#[derive(Debug, thiserror::Error)]
#[error("{}{}: {what}", file.display(), line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct RosterError {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1, where one is to blame.
    pub line: Option<u64>,
    /// What is wrong.
    pub what: String,
    /// What to do. One sentence.
    pub advice: String,
}
