//! What counts, asked of a ledger.

use jiff::Timestamp;
use judge::Report;
use rusqlite::{OptionalExtension as _, params};

use super::attempt::{File, Line, Sessions, current};
use super::diff::AsOf;
use super::pack::unpack;
use super::{HandIn, HandInId, Ledger, LedgerError, Session, SessionId, Standing};
use crate::ContentHash;
use crate::record::{Basis, LearnerId, Ruling};

/// Which hand-ins are meant. Empty: all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Exercises, by package.
    pub exercises: Vec<String>,
    /// Learners.
    pub learners: Vec<String>,
    /// Those whose newest ruling is not older than this.
    pub since: Option<Timestamp>,
}

impl Narrow {
    pub(super) fn holds(&self, learner: &str, exercise: &str) -> bool {
        let among =
            |all: &[String], one: &str| all.is_empty() || all.iter().any(|each| each == one);
        among(&self.learners, learner) && among(&self.exercises, exercise)
    }

    fn is_recent(&self, ruled: Option<&Line>) -> bool {
        self.since
            .is_none_or(|since| ruled.is_some_and(|line| line.judged >= since))
    }
}

/// How much of a report is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Everything.
    Whole,
    /// Without what is long: stories, pictures, threads. A class of thousands fits into
    /// memory so.
    Gist,
}

impl Ledger {
    /// Every session, the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sessions(&self) -> Result<Vec<(SessionId, Session)>, LedgerError> {
        Ok(self.all_sessions()?.in_order())
    }

    /// Every learner, by id: the id and the name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn learners(&self) -> Result<Vec<(LearnerId, String)>, LedgerError> {
        let mut find = self
            .db
            .prepare(
                "SELECT learner,
                        (SELECT name FROM names n JOIN sessions s ON s.id = n.session
                         WHERE n.learner = l.learner
                         ORDER BY s.started DESC, s.uid DESC LIMIT 1)
                 FROM learners l ORDER BY learner",
            )
            .map_err(self.here())?;
        let rows = find.query_map([], |row| {
            let name: Option<String> = row.get(1)?;
            Ok((LearnerId(row.get(0)?), name.unwrap_or_default()))
        });
        rows.and_then(Iterator::collect).map_err(self.here())
    }

    /// What is to be known about a learner's submissions, or about the class.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notes(&self, learner: Option<&LearnerId>) -> Result<Vec<String>, LedgerError> {
        let mut find = self
            .db
            .prepare_cached("SELECT DISTINCT what FROM notes WHERE learner = ?1 ORDER BY what")
            .map_err(self.here())?;
        let learner = learner.map_or("", |learner| &*learner.0);
        let rows = find.query_map([learner], |row| row.get(0));
        rows.and_then(Iterator::collect).map_err(self.here())
    }

    /// The hand-in that counts of every attempt that is meant, by learner, exercise and
    /// attempt.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hand_ins(&self, narrow: &Narrow) -> Result<Vec<(HandInId, HandIn)>, LedgerError> {
        let mut all = Vec::new();
        self.for_each_hand_in(narrow, |id, hand_in| all.push((id, hand_in)))?;
        Ok(all)
    }

    /// Hands the hand-in that counts of every attempt that is meant to `each`, by learner,
    /// exercise and attempt.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn for_each_hand_in(
        &self,
        narrow: &Narrow,
        mut each: impl FnMut(HandInId, HandIn),
    ) -> Result<(), LedgerError> {
        self.for_each_attempt(narrow, |sessions, files| {
            if let Some(file) = current(files, sessions, AsOf::Now)
                && narrow.is_recent(file.counts(sessions, AsOf::Now))
            {
                each(file.id, file.hand_in());
            }
            Ok(())
        })
    }

    /// The hand-ins that count and have no ruling with the key that `key` gives them, and
    /// that key: what is left to do. Those without a key are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pending(
        &self,
        narrow: &Narrow,
        mut key: impl FnMut(&HandIn) -> Option<String>,
    ) -> Result<Vec<(HandInId, HandIn, String)>, LedgerError> {
        let mut all = Vec::new();
        self.for_each_attempt(narrow, |sessions, files| {
            let Some(file) = current(files, sessions, AsOf::Now) else {
                return Ok(());
            };
            let line = file.counts(sessions, AsOf::Now);
            let hand_in = file.hand_in();
            if let Some(key) = key(&hand_in)
                && narrow.is_recent(line)
                && !line.is_some_and(|line| settles(line, &key))
            {
                all.push((file.id, hand_in, key));
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// Whether the ruling that counts on a hand-in is one with this key, and no fault of
    /// the grader's.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_ruled(&self, hand_in: HandInId, key: &str) -> Result<bool, LedgerError> {
        // As `File::counts` reckons.
        self.db
            .prepare_cached(
                "SELECT 1 FROM rulings
                 WHERE hand_in = ?1 AND key = ?2 AND standing <> 'fault'
                   AND key = (SELECT r.key FROM rulings r JOIN sessions s ON s.id = r.session
                              WHERE r.hand_in = ?1
                              ORDER BY r.judged DESC, s.started DESC, s.uid DESC, r.id DESC
                              LIMIT 1)",
            )
            .and_then(|mut find| find.exists(params![hand_in.0, key]))
            .map_err(self.here())
    }

    /// Hands the ruling that counts on every attempt that is meant to `each`, by learner,
    /// exercise and attempt.
    ///
    /// An attempt that was found with new content, which nobody has judged yet, has none.
    /// Do not write to this ledger from within `each`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn newest(
        &self,
        narrow: &Narrow,
        depth: Depth,
        mut each: impl FnMut(Ruling),
    ) -> Result<(), LedgerError> {
        self.for_each_attempt(narrow, |sessions, files| {
            if let Some(file) = current(files, sessions, AsOf::Now)
                && let Some(line) = file.counts(sessions, AsOf::Now)
                && narrow.is_recent(Some(line))
            {
                each(self.ruling(sessions, file, line, depth)?);
            }
            Ok(())
        })
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
        packed
            .map(|packed| self.source_in(hash, &packed))
            .transpose()
    }

    /// What was handed in is what its digest says, or it proves nothing.
    pub(super) fn source_in(&self, hash: &str, packed: &[u8]) -> Result<String, LedgerError> {
        unpack(packed)
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .filter(|text| ContentHash::of(text.as_bytes()).to_string() == hash)
            .ok_or_else(|| self.broken(format!("the source {hash} is not what it was")))
    }

    /// A ruling with its report.
    pub(super) fn ruling(
        &self,
        sessions: &Sessions,
        file: &File,
        line: &Line,
        depth: Depth,
    ) -> Result<Ruling, LedgerError> {
        let packed: Option<Vec<u8>> = self
            .db
            .prepare_cached(
                "SELECT coalesce(r.deflate, v.deflate)
                 FROM rulings r LEFT JOIN verdicts v ON v.key = r.key WHERE r.id = ?1",
            )
            .and_then(|mut find| find.query_row([line.id], |row| row.get(0)))
            .map_err(self.here())?;
        let packed = packed.ok_or_else(|| self.broken("a ruling has no report"))?;
        let mut report = self.report_in(&packed)?;
        if depth == Depth::Gist {
            shorten(&mut report);
        }
        let session = sessions.get(line.session);
        let hand_in = file.hand_in();
        Ok(Ruling {
            learner: hand_in.learner,
            exercise: hand_in.exercise,
            attempt: hand_in.attempt,
            submitted: hand_in.submitted,
            vouched: hand_in.vouched,
            work: hand_in.work,
            basis: Basis {
                jail: session.jail.clone(),
                toolchain: session.toolchain.clone(),
                course: session.course.clone(),
                key: line.key.clone(),
            },
            judged: line.judged,
            report,
        })
    }

    pub(super) fn report_in(&self, packed: &[u8]) -> Result<Report, LedgerError> {
        let bytes = unpack(packed).ok_or_else(|| self.broken("a report cannot be unpacked"))?;
        serde_json::from_slice(&bytes)
            .map_err(|error| self.broken(format!("a report cannot be read: {error}")))
    }

    pub(super) fn time(&self, text: &str) -> Result<Timestamp, LedgerError> {
        text.parse()
            .map_err(|error| self.broken(format!("`{text}` is no time: {error}")))
    }
}

fn settles(line: &Line, key: &str) -> bool {
    line.key == key && line.standing != Standing::Fault
}

fn shorten(report: &mut Report) {
    let tests = report.tests.iter_mut().map(|test| &mut test.verdict);
    for verdict in tests.chain([&mut report.verdict]) {
        verdict.evidence.story = None;
        verdict.evidence.picture = None;
        verdict.evidence.threads = Vec::new();
    }
}
