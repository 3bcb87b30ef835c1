//! What can be wrong with a ledger.

use std::path::{Path, PathBuf};

/// Why a ledger cannot be used. `Display` says what is wrong, [`LedgerError::advice`] what
/// to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// There is no file.
    #[error("there is no ledger at {}", .0.display())]
    NotThere(PathBuf),
    /// The file is something else.
    #[error("{} is no ledger", .0.display())]
    Foreign(PathBuf),
    /// A newer version of this program wrote it.
    #[error("{} was written by a newer grader (format {version})", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its schema.
        version: i32,
    },
    /// What is in it cannot be read.
    #[error("{} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        what: String,
    },
    /// The file cannot be read or written.
    #[error("cannot use {}: {source}", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// `SQLite`'s own words.
        source: rusqlite::Error,
    },
}

impl LedgerError {
    pub(super) fn of(path: &Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        let path = path.to_path_buf();
        match source.sqlite_error_code() {
            Some(NotADatabase) => Self::Foreign(path),
            Some(DatabaseCorrupt) => Self::Damaged {
                path,
                what: source.to_string(),
            },
            _ => Self::Unusable { path, source },
        }
    }

    /// What to do about it. One sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NotThere(_) => {
                "See whether the path is spelt right; `checker grade` begins a ledger."
            }
            Self::Foreign(_) => "Name another file with `--ledger`; this one is left as it is.",
            Self::Newer { .. } => "Update the workbook, or name another file with `--ledger`.",
            Self::Damaged { .. } => {
                "Nothing was changed in it; take a copy of it from your backup, or begin another \
                 one and grade again."
            }
            Self::Unusable { .. } => {
                "See whether you may read and write the file and its folder, and whether the disk \
                 is full."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_say_what_is_wrong_and_what_to_do() {
        let path = PathBuf::from("class.ledger");
        let full = rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL),
            None,
        );
        let all = [
            LedgerError::NotThere(path.clone()),
            LedgerError::Foreign(path.clone()),
            LedgerError::Newer {
                path: path.clone(),
                version: 2,
            },
            LedgerError::Damaged {
                path: path.clone(),
                what: "a ruling has no report".to_owned(),
            },
            LedgerError::of(&path, full),
        ];
        let texts = all.map(|error| format!("{error}\n  {}", error.advice()));
        insta::assert_snapshot!(texts.join("\n"), @"
        there is no ledger at class.ledger
          See whether the path is spelt right; `checker grade` begins a ledger.
        class.ledger is no ledger
          Name another file with `--ledger`; this one is left as it is.
        class.ledger was written by a newer grader (format 2)
          Update the workbook, or name another file with `--ledger`.
        class.ledger is damaged: a ruling has no report
          Nothing was changed in it; take a copy of it from your backup, or begin another one and grade again.
        cannot use class.ledger: Error code 13: database or disk is full
          See whether you may read and write the file and its folder, and whether the disk is full.
        ");
    }
}
