//! Everything that can be wrong with a workbook's files, in words.

use std::io;
use std::path::{Path, PathBuf};

/// The result of reading or writing a workbook.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What is wrong. `Display` says what happened; [`Error::advice`] what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The folder is not in a workbook.
    #[error("{} is not in a workbook folder", from.display())]
    NotAWorkbook {
        /// Where the search began.
        from: PathBuf,
    },

    /// No exercise goes by this name.
    #[error("there is no exercise called `{asked}`")]
    NoSuchExercise {
        /// The name asked for.
        asked: String,
        /// Names close to it, the closest first.
        nearest: Vec<String>,
    },

    /// The exercise belongs to the curriculum, but this copy does not have it.
    #[error("exercise {package} ({topic}) is not in this copy of the workbook yet")]
    NotYetHere {
        /// Its package name, such as `ex30`.
        package: String,
        /// Its topic, such as `seqlock`.
        topic: String,
    },

    /// A file of the workbook is not as it should be.
    #[error("{}{}: {what}", file.display(), line.map(|l| format!(":{l}")).unwrap_or_default())]
    Broken {
        /// The file.
        file: PathBuf,
        /// The line, where one is to blame.
        line: Option<usize>,
        /// What is wrong in it.
        what: String,
        /// What to do about it.
        advice: String,
    },

    /// The operating system refused to read or write a file.
    #[error("cannot {action} {}: {}", path.display(), plain(source))]
    Io {
        /// What was tried: "read", "write", ...
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's own words.
        source: io::Error,
    },

    /// Another checker holds the progress file.
    #[error("another checker has been holding {} for a long time", path.display())]
    Held {
        /// The lock file.
        path: PathBuf,
    },

    /// A file with progress in it cannot be understood.
    #[error("{} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        what: String,
    },

    /// The progress file was written by a newer checker.
    #[error(
        "{} was written by a newer checker (format {found}; this one knows up to {known})",
        path.display()
    )]
    TooNew {
        /// The progress file.
        path: PathBuf,
        /// The format it has.
        found: u64,
        /// The newest format this checker knows.
        known: u64,
    },
}

impl Error {
    /// What the reader can do about it, in one sentence.
    pub fn advice(&self) -> String {
        match self {
            Self::NotAWorkbook { .. } => "Go to the folder that you cloned (the one with \
                `exercises` and `hints` in it) with `cd`, and run the command again."
                .to_owned(),
            Self::NoSuchExercise { nearest, .. } if nearest.is_empty() => {
                "`checker list` shows every exercise.".to_owned()
            }
            Self::NoSuchExercise { nearest, .. } => {
                let names: Vec<_> = nearest.iter().map(|n| format!("`{n}`")).collect();
                format!(
                    "Did you mean {}? `checker list` shows every exercise.",
                    names.join(" or ")
                )
            }
            Self::NotYetHere { .. } => {
                "`git pull` brings new exercises; `checker list` shows those you have.".to_owned()
            }
            Self::Broken { advice, .. } => advice.clone(),
            Self::Io { source, .. } => io_advice(source).to_owned(),
            Self::Held { .. } => {
                "Close the other checker, or stop it if it is paused, and try again.".to_owned()
            }
            Self::Damaged { .. } => "Take another copy of the file, if you have one.".to_owned(),
            Self::TooNew { .. } => "Update this copy of the workbook with `git pull`; \
                your progress stays as it is."
                .to_owned(),
        }
    }

    pub(crate) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Io {
            action,
            path: path.to_path_buf(),
            source,
        }
    }

    pub(crate) fn too_new(path: &Path, found: u64) -> Self {
        Self::TooNew {
            path: path.to_path_buf(),
            found,
            known: crate::progress::VERSION,
        }
    }

    pub(crate) fn damaged(path: &Path, what: String) -> Self {
        Self::Damaged {
            path: path.to_path_buf(),
            what,
        }
    }

    pub(crate) fn broken(
        file: &Path,
        line: Option<usize>,
        what: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self::Broken {
            file: file.to_path_buf(),
            line,
            what: what.into(),
            advice: advice.into(),
        }
    }
}

/// The system's message without its number, which tells a learner nothing.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => text,
    }
}

fn io_advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "Look whether the file was moved or renamed.",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "Make the folder writable for you, or copy the workbook to a folder that is."
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "Free some space on this disk and try again; nothing was lost."
        }
        io::ErrorKind::InvalidData => "The file is not text in UTF-8: save it as UTF-8.",
        _ => "Look whether the file can be opened with another program.",
    }
}
