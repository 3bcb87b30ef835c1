//! The ledger: an `SQLite` file to which every verdict is added, and from which none is ever
//! taken.
//!
//! It holds all that a mark rests on: what was handed in, to the letter; what the judge
//! said of it; behind which walls, with which compiler and which version of the course.
//! So a mark can be explained, and a verdict given anew, when the submissions themselves
//! are long gone. `schema.sql` beside this file describes the tables.
//!
//! - **Nothing is changed.** Triggers refuse every `UPDATE` and `DELETE`.
//! - **Nothing is judged twice.** A verdict is kept under a key that stands for everything
//!   it rests on. Whoever asks with the same key gets the same verdict. What may turn out
//!   otherwise the next time ([`judge::Report::is_lasting`]) is kept with its ruling alone.
//! - **Nothing is lost.** Each ruling is a transaction of its own. A process that is killed
//!   leaves a ledger with every ruling up to then; two that write at once wait for each other.

mod error;
mod merge;
mod read;

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use jiff::Timestamp;
use judge::Report;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};

use crate::record::LearnerId;
use crate::{ContentHash, Vouched};

pub use error::LedgerError;
pub use merge::Merged;
pub use read::{Depth, Moved, Narrow, Past};

/// Tells our files from other `SQLite` databases: "WBLG".
const APPLICATION: i32 = 0x5742_4c47;
/// The version of the schema.
const VERSION: i32 = 1;
/// How long one process waits for another to finish a transaction, which takes
/// milliseconds.
const PATIENCE: Duration = Duration::from_mins(1);

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionId(i64);

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
    /// When it was handed in, if the source says so.
    pub submitted: Option<Timestamp>,
    /// On whose word.
    pub vouched: Option<Vouched>,
    /// The digest of everything that was handed in for the exercise.
    pub work: String,
    /// The digest of `src/lib.rs`, if there was one.
    pub source: Option<String>,
    /// Where it was found.
    pub origin: String,
}

impl Ledger {
    /// Opens the ledger at `path`, or begins one there.
    ///
    /// # Errors
    /// When the file is something else, is damaged, or cannot be read and written. It is
    /// never overwritten.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        Self::at(path.as_ref(), OpenFlags::SQLITE_OPEN_CREATE)
    }

    /// Opens the ledger at `path`.
    ///
    /// # Errors
    /// As [`Ledger::create`], and when there is no such file.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        Self::at(path.as_ref(), OpenFlags::empty())
    }

    fn at(path: &Path, create: OpenFlags) -> Result<Self, LedgerError> {
        if create.is_empty() && !path.exists() {
            return Err(LedgerError::NotThere(path.to_path_buf()));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
        let here = |error| LedgerError::of(path, error);
        let mut db = Connection::open_with_flags(path, flags).map_err(here)?;
        db.busy_timeout(PATIENCE).map_err(here)?;
        // Readers and a writer do not wait for each other, and a killed process leaves
        // nothing half done. A power cut may cost the last rulings, which are judged again.
        db.pragma_update(None, "journal_mode", "WAL")
            .map_err(here)?;
        db.pragma_update(None, "synchronous", "NORMAL")
            .map_err(here)?;
        db.pragma_update(None, "foreign_keys", true).map_err(here)?;
        let begin = db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(here)?;
        let number = |name: &str| begin.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
        let (application, version) = (
            number("application_id").map_err(here)?,
            number("user_version").map_err(here)?,
        );
        let tables: i64 = begin
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .map_err(here)?;
        match (application, version, tables) {
            (0, 0, 0) => {
                begin
                    .execute_batch(include_str!("schema.sql"))
                    .map_err(here)?;
                begin
                    .pragma_update(None, "application_id", APPLICATION)
                    .map_err(here)?;
                begin
                    .pragma_update(None, "user_version", VERSION)
                    .map_err(here)?;
            }
            (APPLICATION, VERSION, _) => {}
            (APPLICATION, newer, _) => {
                return Err(LedgerError::Newer {
                    path: path.to_path_buf(),
                    version: newer,
                });
            }
            _ => return Err(LedgerError::Foreign(path.to_path_buf())),
        }
        begin.commit().map_err(here)?;
        Ok(Self {
            db,
            path: path.to_path_buf(),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn here(&self) -> impl Fn(rusqlite::Error) -> LedgerError {
        let path = self.path.clone();
        move |error| LedgerError::of(&path, error)
    }

    /// Begins a session.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn begin(&self, session: &Session) -> Result<SessionId, LedgerError> {
        self.db
            .execute(
                "INSERT INTO sessions (command, started, jail, toolchain, course)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    session.command,
                    session.started.to_string(),
                    session.jail,
                    session.toolchain,
                    session.course
                ],
            )
            .map_err(self.here())?;
        Ok(SessionId(self.db.last_insert_rowid()))
    }

    /// Does several things at once: all of them, or none if the process dies.
    ///
    /// # Errors
    /// As what is done; then nothing is.
    pub fn all_at_once<T>(
        &self,
        act: impl FnOnce(&Self) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        self.db
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(self.here())?;
        match act(self) {
            Ok(done) => {
                self.db.execute_batch("COMMIT").map_err(self.here())?;
                Ok(done)
            }
            Err(error) => {
                // The first error is the one to tell.
                let _ = self.db.execute_batch("ROLLBACK");
                Err(error)
            }
        }
    }

    /// Adds a learner, unless known.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn enrol(&self, learner: &LearnerId, name: &str) -> Result<(), LedgerError> {
        self.db
            .prepare_cached("INSERT OR IGNORE INTO learners (learner, name) VALUES (?1, ?2)")
            .and_then(|mut insert| insert.execute(params![learner.0, name]))
            .map_err(self.here())?;
        Ok(())
    }

    /// Adds the text of a file, unless it is there.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_source(&self, hash: &str, text: &str) -> Result<(), LedgerError> {
        let known = self
            .db
            .prepare_cached("SELECT 1 FROM sources WHERE hash = ?1")
            .and_then(|mut find| find.exists([hash]))
            .map_err(self.here())?;
        if known {
            return Ok(());
        }
        self.db
            .prepare_cached("INSERT OR IGNORE INTO sources (hash, deflate) VALUES (?1, ?2)")
            .and_then(|mut insert| insert.execute(params![hash, pack(text.as_bytes())]))
            .map_err(self.here())?;
        Ok(())
    }

    /// Adds what was handed in, unless it is there: the same learner, exercise, attempt
    /// and content are the same hand-in. The learner and the source must be there already.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn hand_in(&self, what: &HandIn) -> Result<HandInId, LedgerError> {
        let key = params![what.learner.0, what.exercise, what.attempt, what.work];
        let find = |db: &Connection| {
            db.prepare_cached(
                "SELECT id FROM hand_ins
                 WHERE learner = ?1 AND exercise = ?2 AND attempt = ?3 AND work = ?4",
            )?
            .query_row(key, |row| row.get(0).map(HandInId))
            .optional()
        };
        if let Some(id) = find(&self.db).map_err(self.here())? {
            return Ok(id);
        }
        self.db
            .prepare_cached(
                "INSERT OR IGNORE INTO hand_ins
                 (learner, exercise, attempt, submitted, vouched, work, source, origin)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    what.learner.0,
                    what.exercise,
                    what.attempt,
                    what.submitted.map(|time| time.to_string()),
                    what.vouched.map(word),
                    what.work,
                    what.source,
                    what.origin
                ])
            })
            .map_err(self.here())?;
        find(&self.db)
            .and_then(|id| id.ok_or(rusqlite::Error::QueryReturnedNoRows))
            .map_err(self.here())
    }

    /// Adds something to know about a learner's submission, or about the class where
    /// `learner` is `None`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note(
        &self,
        session: SessionId,
        learner: Option<&LearnerId>,
        what: &str,
    ) -> Result<(), LedgerError> {
        let learner = learner.map_or("", |learner| &*learner.0);
        self.db
            .execute(
                "INSERT OR IGNORE INTO notes (session, learner, what) VALUES (?1, ?2, ?3)",
                params![session.0, learner, what],
            )
            .map_err(self.here())?;
        Ok(())
    }

    /// The verdict that is kept under `key`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn report(&self, key: &str) -> Result<Option<Report>, LedgerError> {
        self.db
            .prepare_cached("SELECT deflate FROM verdicts WHERE key = ?1")
            .and_then(|mut find| {
                find.query_row([key], |row| row.get::<_, Vec<u8>>(0))
                    .optional()
            })
            .map_err(self.here())?
            .map(|packed| self.report_in(&packed))
            .transpose()
    }

    /// Whether the newest ruling on a hand-in is one with this key, and no fault of the
    /// grader's.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_ruled(&self, hand_in: HandInId, key: &str) -> Result<bool, LedgerError> {
        let newest = self
            .db
            .prepare_cached(
                "SELECT key, verdict FROM rulings WHERE hand_in = ?1 ORDER BY id DESC LIMIT 1",
            )
            .and_then(|mut find| {
                find.query_row([hand_in.0], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
                })
                .optional()
            })
            .map_err(self.here())?;
        Ok(newest.is_some_and(|(found, verdict)| found == key && verdict != GRADER_ERROR))
    }

    /// Adds a ruling, and its verdict if that holds for whatever has the same key.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn rule(
        &self,
        session: SessionId,
        hand_in: HandInId,
        key: &str,
        report: &Report,
        judged: Timestamp,
        millis: u64,
    ) -> Result<(), LedgerError> {
        let packed = pack(&serde_json::to_vec(report).map_err(|error| self.broken(&error))?);
        let lasting = report.is_lasting();
        self.all_at_once(|ledger| {
            if lasting {
                ledger
                    .db
                    .prepare_cached("INSERT OR IGNORE INTO verdicts (key, deflate) VALUES (?1, ?2)")
                    .and_then(|mut insert| insert.execute(params![key, packed]))
                    .map_err(ledger.here())?;
            }
            ledger
                .db
                .prepare_cached(
                    "INSERT INTO rulings (session, hand_in, key, verdict, judged, millis, deflate)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )
                .and_then(|mut insert| {
                    insert.execute(params![
                        session.0,
                        hand_in.0,
                        key,
                        report.verdict.kind.word(),
                        judged.to_string(),
                        i64::try_from(millis).unwrap_or(i64::MAX),
                        (!lasting).then_some(&packed)
                    ])
                })
                .map_err(ledger.here())?;
            Ok(())
        })
    }

    /// The text of a file that was handed in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn source(&self, hash: &str) -> Result<Option<String>, LedgerError> {
        let packed = self
            .db
            .prepare_cached("SELECT deflate FROM sources WHERE hash = ?1")
            .and_then(|mut find| {
                find.query_row([hash], |row| row.get::<_, Vec<u8>>(0))
                    .optional()
            })
            .map_err(self.here())?;
        let Some(packed) = packed else {
            return Ok(None);
        };
        let text = unpack(&packed).and_then(|bytes| String::from_utf8(bytes).ok());
        match text {
            // What was handed in is what its name says, or it proves nothing.
            Some(text) if ContentHash::of(text.as_bytes()).to_string() == hash => Ok(Some(text)),
            _ => Err(self.broken(&format!("the source {hash} is not what it was"))),
        }
    }

    fn report_in(&self, packed: &[u8]) -> Result<Report, LedgerError> {
        let bytes = unpack(packed).ok_or_else(|| self.broken(&"a report cannot be unpacked"))?;
        serde_json::from_slice(&bytes).map_err(|error| self.broken(&error))
    }

    fn broken(&self, what: &dyn std::fmt::Display) -> LedgerError {
        LedgerError::Damaged {
            path: self.path.clone(),
            what: what.to_string(),
        }
    }
}

const GRADER_ERROR: &str = "grader-error";

fn word(vouched: Vouched) -> &'static str {
    match vouched {
        Vouched::Platform => "platform",
        Vouched::Commit => "commit",
    }
}

fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail.
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default()
}

fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    DeflateDecoder::new(packed).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests;
