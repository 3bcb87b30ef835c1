//! The ledger: an `SQLite` file to which every verdict is added, and from which none is ever
//! taken.
//!
//! It holds all that a mark rests on: what was handed in, to the letter; what the judge
//! said of it; behind which walls, with which compiler and which version of the course.
//! So a mark can be explained, and a verdict given anew, when the submissions themselves
//! are long gone. `schema.sql` beside this file describes the tables, `LEDGER.md` how to
//! look into them with `sqlite3`.
//!
//! - **Nothing is changed.** Triggers refuse every `UPDATE`, `DELETE` and `REPLACE`, and a
//!   ledger without them is not opened. What counts when facts differ is reckoned from all
//!   of them: the newest finding of an attempt, and the newest ruling on it.
//! - **Nothing is judged twice.** A verdict is kept under a key that stands for everything
//!   it rests on. Whoever asks with the same key gets the same verdict. What may turn out
//!   otherwise the next time is kept with its ruling alone: see [`Standing`].
//! - **Nothing is lost.** Each ruling is a transaction of its own. A process that is killed
//!   leaves a ledger with every ruling up to then.
//! - **Two may write at once.** They wait for each other's transactions, which are short.
//!   They claim nothing: a claim would have to be taken back when its owner dies, and that
//!   takes a clock that both agree on. So it may be that both judge the same file. The
//!   second report then equals the first, which stays, and both rulings point to it; should
//!   it ever differ, both are kept and can be found ([`Ledger::contradictions`]).
//! - **Nothing grows with the class** but what the caller collects: questions hand their
//!   answers to a callback, one after the other.

mod attempt;
mod diff;
mod digest;
mod error;
mod explain;
mod merge;
mod open;
mod pack;
mod read;
mod standing;
mod stubs;
mod write;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;

use crate::Vouched;
use crate::record::LearnerId;

pub use diff::{AsOf, Moved, MovedTest};
pub use digest::Checked;
pub use error::LedgerError;
pub use explain::{Everything, Fact, Finding, Found, Past, Remark};
pub use merge::Merged;
pub use read::{Depth, Narrow};
pub use standing::Standing;

/// An open ledger.
#[derive(Debug)]
pub struct Ledger {
    db: Connection,
    path: PathBuf,
}

/// One run of a command that judges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// As typed.
    pub command: String,
    /// When it began.
    pub started: Timestamp,
    /// The walls around what it judged.
    pub jail: String,
    /// The compiler's release.
    pub toolchain: String,
    /// A digest of exercises, explorer and judge.
    pub course: String,
}

/// A session in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(i64);

impl SessionId {
    /// Its number in this ledger, for people to refer to. Another ledger may call another
    /// session so.
    pub fn number(self) -> i64 {
        self.0
    }
}

/// A hand-in in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HandInId(i64);

/// What one learner handed in for one exercise, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandIn {
    /// Whose it is.
    pub learner: LearnerId,
    /// The exercise's package, such as `ex16`.
    pub exercise: String,
    /// Which of the learner's attempts it is, from 1.
    pub attempt: u32,
    /// When it was handed in, if the source says so. Out of a ledger in which several
    /// sources say so: the earliest time that a platform says, or else a commit. The
    /// content is the same, so the learner had it by then.
    pub submitted: Option<Timestamp>,
    /// On whose word.
    pub vouched: Option<Vouched>,
    /// The digest of everything that was handed in for the exercise.
    pub work: String,
    /// The digest of `src/lib.rs`, if there was one.
    pub source: Option<String>,
    /// Where it was found. Out of a ledger: where it was found last.
    pub origin: String,
}

impl Ledger {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn here(&self) -> impl Fn(rusqlite::Error) -> LedgerError {
        let path = self.path.clone();
        move |error| LedgerError::of(&path, error)
    }

    fn broken(&self, what: impl std::fmt::Display) -> LedgerError {
        LedgerError::Damaged {
            path: self.path.clone(),
            what: what.to_string(),
        }
    }
}

#[cfg(test)]
mod tests;
