//! Bringing ledgers together.

use std::path::Path;

use rusqlite::params;

use super::{Ledger, LedgerError};

/// What another ledger brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Hand-ins that were not there.
    pub hand_ins: usize,
    /// Rulings that were not there.
    pub rulings: usize,
}

/// In the order in which rows need each other. Sessions are told by their `uid`, hand-ins
/// by what they are; both get new numbers. Where the two ledgers have different reports
/// under one key, the one that is here stays, and the other goes with its ruling.
const SESSIONS: &str = "
    INSERT INTO main.sessions (uid, command, started, jail, toolchain, course)
        SELECT uid, command, started, jail, toolchain, course FROM other.sessions
        WHERE uid NOT IN (SELECT uid FROM main.sessions) ORDER BY id;";
const ALL_ELSE: &str = "
    INSERT INTO learners SELECT learner FROM other.learners;
    INSERT INTO names (session, learner, name)
        SELECT s.id, n.learner, n.name
        FROM other.names n
        JOIN other.sessions o ON o.id = n.session
        JOIN main.sessions s ON s.uid = o.uid;
    INSERT INTO sources (hash, deflate) SELECT hash, deflate FROM other.sources;
    INSERT INTO verdicts (key, said, deflate) SELECT key, said, deflate FROM other.verdicts;
    INSERT INTO hand_ins (learner, exercise, attempt, work, source)
        SELECT learner, exercise, attempt, work, source FROM other.hand_ins ORDER BY id;
    INSERT INTO findings (session, hand_in, submitted, vouched, origin)
        SELECT s.id, h.id, f.submitted, f.vouched, f.origin
        FROM other.findings f
        JOIN other.sessions o ON o.id = f.session
        JOIN main.sessions s ON s.uid = o.uid
        JOIN other.hand_ins p ON p.id = f.hand_in
        JOIN main.hand_ins h ON h.learner = p.learner AND h.exercise = p.exercise
                            AND h.attempt = p.attempt AND h.work = p.work
        ORDER BY f.id;
    INSERT INTO notes (session, learner, what)
        SELECT s.id, n.learner, n.what
        FROM other.notes n
        JOIN other.sessions o ON o.id = n.session
        JOIN main.sessions s ON s.uid = o.uid;
    INSERT INTO stubs (session, exercise, key, deflate)
        SELECT s.id, t.exercise, t.key, t.deflate
        FROM other.stubs t
        JOIN other.sessions o ON o.id = t.session
        JOIN main.sessions s ON s.uid = o.uid;
    INSERT INTO rulings
        (session, hand_in, key, verdict, standing, said, judged, millis, deflate)
        SELECT s.id, h.id, r.key, r.verdict, r.standing, r.said, r.judged, r.millis,
               CASE WHEN r.deflate IS NULL AND v.said <> r.said
                    THEN w.deflate ELSE r.deflate END
        FROM other.rulings r
        JOIN other.sessions o ON o.id = r.session
        JOIN main.sessions s ON s.uid = o.uid
        JOIN other.hand_ins p ON p.id = r.hand_in
        JOIN main.hand_ins h ON h.learner = p.learner AND h.exercise = p.exercise
                            AND h.attempt = p.attempt AND h.work = p.work
        LEFT JOIN main.verdicts v ON v.key = r.key
        LEFT JOIN other.verdicts w ON w.key = r.key
        WHERE NOT EXISTS (
            SELECT 1 FROM main.rulings k
            WHERE k.hand_in = h.id AND k.session = s.id AND k.key = r.key
              AND k.judged = r.judged AND k.said = r.said
        )
        ORDER BY r.id;";

impl Ledger {
    /// Adds everything that the ledger at `other` has and this one has not. To do it twice
    /// adds nothing, and the order in which ledgers are put together does not matter:
    /// what is in the end the same has the same [`Ledger::digest`] and the same rulings
    /// count.
    ///
    /// What is added stays, so `other` is checked first, to the last report.
    ///
    /// # Errors
    /// When `other` is no ledger or is damaged, or one of the two cannot be used. Then
    /// nothing was added.
    pub fn merge(&self, other: &Path) -> Result<Merged, LedgerError> {
        Ledger::open_read_only(other)?.check()?;
        let name = other
            .to_str()
            .ok_or_else(|| rusqlite::Error::InvalidPath(other.to_path_buf()))
            .map_err(|error| LedgerError::of(other, error))?;
        self.db
            .execute("ATTACH DATABASE ?1 AS other", params![name])
            .map_err(|error| LedgerError::of(other, error))?;
        let merged = self.merge_attached();
        self.db
            .execute_batch("DETACH DATABASE other")
            .map_err(self.here())?;
        merged
    }

    /// Not [`Ledger::all_at_once`]: that would lock both files, which need not be writable
    /// and may be the same. Here only what is written to is locked, and since the first
    /// statement writes, it waits for others as it should.
    fn merge_attached(&self) -> Result<Merged, LedgerError> {
        let here = self.here();
        let all = self.db.unchecked_transaction().map_err(&here)?;
        all.execute_batch(SESSIONS).map_err(&here)?;
        let (hand_ins, rulings) = (self.count("hand_ins")?, self.count("rulings")?);
        all.execute_batch(ALL_ELSE).map_err(&here)?;
        let merged = Merged {
            hand_ins: self.count("hand_ins")? - hand_ins,
            rulings: self.count("rulings")? - rulings,
        };
        all.commit().map_err(&here)?;
        Ok(merged)
    }

    fn count(&self, table: &str) -> Result<usize, LedgerError> {
        let sql = format!("SELECT count(*) FROM main.{table}");
        self.db
            .query_row(&sql, [], |row| row.get::<_, i64>(0))
            .map(|number| usize::try_from(number).unwrap_or_default())
            .map_err(self.here())
    }
}
