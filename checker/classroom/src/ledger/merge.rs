//! Bringing ledgers together, and telling whether two hold the same.

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

/// In the order in which rows need each other. Sessions and hand-ins get new numbers;
/// they are the same where everything else about them is.
const MERGE: &str = "
    INSERT OR IGNORE INTO learners SELECT * FROM other.learners;
    INSERT OR IGNORE INTO sources SELECT * FROM other.sources;
    INSERT OR IGNORE INTO verdicts SELECT * FROM other.verdicts;
    INSERT INTO sessions (command, started, jail, toolchain, course)
        SELECT command, started, jail, toolchain, course FROM other.sessions
        EXCEPT SELECT command, started, jail, toolchain, course FROM sessions;
    INSERT OR IGNORE INTO hand_ins
        (learner, exercise, attempt, submitted, vouched, work, source, origin)
        SELECT learner, exercise, attempt, submitted, vouched, work, source, origin
        FROM other.hand_ins ORDER BY id;
    INSERT OR IGNORE INTO notes (session, learner, what)
        SELECT s.id, n.learner, n.what
        FROM other.notes n
        JOIN other.sessions o ON o.id = n.session
        JOIN sessions s USING (command, started, jail, toolchain, course);
    INSERT INTO rulings (session, hand_in, key, verdict, judged, millis, deflate)
        SELECT s.id, h.id, r.key, r.verdict, r.judged, r.millis, r.deflate
        FROM other.rulings r
        JOIN other.sessions o ON o.id = r.session
        JOIN sessions s USING (command, started, jail, toolchain, course)
        JOIN other.hand_ins p ON p.id = r.hand_in
        JOIN hand_ins h USING (learner, exercise, attempt, work)
        WHERE NOT EXISTS (
            SELECT 1 FROM rulings k
            WHERE k.session = s.id AND k.hand_in = h.id AND k.key = r.key
              AND k.judged = r.judged
        )
        ORDER BY r.judged, r.id;";

impl Ledger {
    /// Adds everything that the ledger at `other` has and this one has not. To do it twice
    /// adds nothing.
    ///
    /// # Errors
    /// When `other` is no ledger, or one of the two cannot be used. Then nothing was added.
    pub fn merge(&self, other: &Path) -> Result<Merged, LedgerError> {
        // It is looked at as any other ledger is, first.
        drop(Ledger::open(other)?);
        let here = self.here();
        let path = other.to_string_lossy();
        self.db
            .execute("ATTACH DATABASE ?1 AS other", params![path])
            .map_err(&here)?;
        let count = |table: &str| -> Result<usize, LedgerError> {
            let sql = format!("SELECT count(*) FROM main.{table}");
            let number: i64 = self
                .db
                .query_row(&sql, [], |row| row.get(0))
                .map_err(self.here())?;
            Ok(usize::try_from(number).unwrap_or_default())
        };
        let merged = self.all_at_once(|ledger| {
            let (hand_ins, rulings) = (count("hand_ins")?, count("rulings")?);
            ledger.db.execute_batch(MERGE).map_err(ledger.here())?;
            Ok(Merged {
                hand_ins: count("hand_ins")? - hand_ins,
                rulings: count("rulings")? - rulings,
            })
        });
        self.db
            .execute_batch("DETACH DATABASE other")
            .map_err(&here)?;
        merged
    }

    /// A digest of what the ledger holds, but for when and how it came about: sessions,
    /// times and numbers of rows do not count. A class that was graded at one go, one that
    /// was interrupted and resumed, and one put together from shards have the same.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn digest(&self) -> Result<String, LedgerError> {
        let mut digest = blake3::Hasher::new();
        let mut add = |part: &[u8]| {
            digest.update(&(part.len() as u64).to_le_bytes());
            digest.update(part);
        };
        for sql in [
            "SELECT learner, name, '', '', '', '' FROM learners ORDER BY 1",
            "SELECT hash, '', '', '', '', '' FROM sources ORDER BY 1",
            "SELECT learner, exercise, attempt, coalesce(submitted, ''), work, \
             coalesce(source, '') FROM hand_ins ORDER BY 1, 2, 3, 5",
            "SELECT DISTINCT learner, what, '', '', '', '' FROM notes ORDER BY 1, 2",
            "SELECT DISTINCT h.learner, h.exercise, h.attempt, h.work, r.key, r.verdict \
             FROM rulings r JOIN hand_ins h ON h.id = r.hand_in \
             ORDER BY 1, 2, 3, 4, 5, 6",
        ] {
            let mut find = self.db.prepare(sql).map_err(self.here())?;
            let mut rows = find.query([]).map_err(self.here())?;
            while let Some(row) = rows.next().map_err(self.here())? {
                for column in 0..6 {
                    let value = row.get_ref(column).map_err(self.here())?;
                    match value {
                        rusqlite::types::ValueRef::Text(text) => add(text),
                        rusqlite::types::ValueRef::Integer(number) => add(&number.to_le_bytes()),
                        _ => add(b""),
                    }
                }
            }
        }
        let mut find = self
            .db
            .prepare("SELECT key, deflate FROM verdicts ORDER BY key")
            .map_err(self.here())?;
        let mut rows = find.query([]).map_err(self.here())?;
        while let Some(row) = rows.next().map_err(self.here())? {
            let (key, packed): (String, Vec<u8>) = (
                row.get(0).map_err(self.here())?,
                row.get(1).map_err(self.here())?,
            );
            let mut report = self.report_in(&packed)?;
            // How long things took is no part of what was found out.
            report.timings = judge::Timings::default();
            for test in &mut report.tests {
                test.millis = 0;
            }
            add(key.as_bytes());
            add(&serde_json::to_vec(&report).map_err(|error| self.broken(&error))?);
        }
        Ok(digest.finalize().to_hex().to_string())
    }
}
