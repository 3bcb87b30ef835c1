//! What can be added to a ledger.

use jiff::Timestamp;
use judge::Report;
use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::pack::{pack, said};
use super::{HandIn, HandInId, Ledger, LedgerError, Session, SessionId, Standing};
use crate::Vouched;
use crate::record::LearnerId;

impl Ledger {
    /// Does several things at once: all of them, or none if the process dies. It may be
    /// nested.
    ///
    /// # Errors
    /// As what is done; then nothing is.
    pub fn all_at_once<T, E: From<LedgerError>>(
        &self,
        act: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        if !self.db.is_autocommit() {
            return self.step(act);
        }
        // At once, for a transaction that begins to write later cannot wait for others.
        // It is rolled back when it is dropped.
        let all = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)
            .map_err(self.here())?;
        let done = act(self)?;
        all.commit().map_err(self.here())?;
        Ok(done)
    }

    /// A part of a transaction that fails alone.
    fn step<T, E: From<LedgerError>>(
        &self,
        act: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let run = |sql: &str| self.db.execute_batch(sql).map_err(self.here());
        run("SAVEPOINT step")?;
        let done = act(self);
        if done.is_err() {
            run("ROLLBACK TO step")?;
        }
        run("RELEASE step")?;
        done
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
                    stamp(session.started),
                    session.jail,
                    session.toolchain,
                    session.course
                ],
            )
            .map_err(self.here())?;
        Ok(SessionId(self.db.last_insert_rowid()))
    }

    /// Adds a learner, unless known, and what they are called.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn enrol(
        &self,
        session: SessionId,
        learner: &LearnerId,
        name: &str,
    ) -> Result<(), LedgerError> {
        self.all_at_once(|ledger| {
            ledger.insert(
                "INSERT INTO learners (learner) VALUES (?1)",
                params![learner.0],
            )?;
            ledger.insert(
                "INSERT INTO names (session, learner, name) VALUES (?1, ?2, ?3)",
                params![session.0, learner.0, name],
            )
        })
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
        self.insert(
            "INSERT INTO sources (hash, deflate) VALUES (?1, ?2)",
            params![hash, pack(text.as_bytes())],
        )
    }

    /// Adds what a session found, unless it is there: the same learner, exercise, attempt
    /// and content are the same hand-in. Of an attempt that is found with other content
    /// later, the content that was found last counts. The learner and the source must be
    /// there already.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn hand_in(&self, session: SessionId, what: &HandIn) -> Result<HandInId, LedgerError> {
        self.all_at_once(|ledger| {
            ledger.insert(
                "INSERT INTO hand_ins (learner, exercise, attempt, work, source)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    what.learner.0,
                    what.exercise,
                    what.attempt,
                    what.work,
                    what.source
                ],
            )?;
            let id: i64 = ledger
                .db
                .prepare_cached(
                    "SELECT id FROM hand_ins
                     WHERE learner = ?1 AND exercise = ?2 AND attempt = ?3 AND work = ?4",
                )
                .and_then(|mut find| {
                    let key = params![what.learner.0, what.exercise, what.attempt, what.work];
                    find.query_row(key, |row| row.get(0))
                })
                .map_err(ledger.here())?;
            ledger.insert(
                "INSERT INTO findings (session, hand_in, submitted, vouched, origin)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    session.0,
                    id,
                    what.submitted.map(stamp),
                    what.vouched.map(Vouched::word),
                    what.origin
                ],
            )?;
            Ok(HandInId(id))
        })
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
        self.insert(
            "INSERT INTO notes (session, learner, what) VALUES (?1, ?2, ?3)",
            params![session.0, learner, what],
        )
    }

    /// Adds a ruling, and its verdict if that holds for whatever has the same key. Both or
    /// neither, and on the disk's side of this process when it returns.
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
        let unwritable = || self.broken("a report cannot be written as JSON");
        let json = serde_json::to_vec(report).map_err(|_| unwritable())?;
        let said = said(&json).ok_or_else(unwritable)?;
        let packed = pack(&json);
        let standing = Standing::of(report);
        self.all_at_once(|ledger| {
            if standing == Standing::Lasting {
                ledger.insert(
                    "INSERT INTO verdicts (key, said, deflate) VALUES (?1, ?2, ?3)",
                    params![key, said, packed],
                )?;
            }
            // Somebody else may have been first with another report. Then this one is kept
            // with the ruling: nothing that was said goes missing.
            let shared: Option<String> = ledger
                .db
                .prepare_cached("SELECT said FROM verdicts WHERE key = ?1")
                .and_then(|mut find| find.query_row([key], |row| row.get(0)).optional())
                .map_err(ledger.here())?;
            let is_shared = shared.is_some_and(|shared| shared == said);
            ledger.insert(
                "INSERT INTO rulings
                 (session, hand_in, key, verdict, standing, said, judged, millis, deflate)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                params![
                    session.0,
                    hand_in.0,
                    key,
                    report.verdict.kind.word(),
                    standing.word(),
                    said,
                    stamp(judged),
                    i64::try_from(millis).unwrap_or(i64::MAX),
                    (!is_shared).then_some(&packed)
                ],
            )
        })
    }

    fn insert(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<(), LedgerError> {
        self.db
            .prepare_cached(sql)
            .and_then(|mut insert| insert.execute(values))
            .map_err(self.here())?;
        Ok(())
    }
}

/// Of one length, so that the order of the texts is that of the times.
pub(super) fn stamp(time: Timestamp) -> String {
    format!("{time:.9}")
}
