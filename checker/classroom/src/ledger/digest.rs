//! Telling whether two ledgers hold the same, and whether one is whole.

use rusqlite::types::ValueRef;

use super::pack::{said, unpack};
use super::{Ledger, LedgerError};

/// What was looked at, and found whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// Texts that were handed in.
    pub sources: usize,
    /// Reports.
    pub reports: usize,
}

/// What counts as content, in an order of its own. Not when, where and in which session it
/// came about; nor faults of the grader's, which are tried again until there is a verdict.
/// Of a verdict that may end otherwise the next time, only the kind: what each thread was
/// doing when time was up is never the same twice.
const CONTENT: [&str; 7] = [
    "SELECT DISTINCT learner, name FROM names ORDER BY 1, 2",
    "SELECT hash FROM sources ORDER BY 1",
    "SELECT h.learner, h.exercise, h.attempt, h.work, h.source FROM hand_ins h
     ORDER BY 1, 2, 3, 4",
    "SELECT DISTINCT h.learner, h.exercise, h.attempt, h.work, f.submitted, f.vouched
     FROM findings f JOIN hand_ins h ON h.id = f.hand_in ORDER BY 1, 2, 3, 4, 5, 6",
    "SELECT DISTINCT learner, what FROM notes ORDER BY 1, 2",
    "SELECT DISTINCT exercise, key FROM stubs ORDER BY 1, 2",
    "SELECT DISTINCT h.learner, h.exercise, h.attempt, h.work, r.key, r.standing, r.verdict,
            CASE r.standing WHEN 'lasting' THEN r.said END
     FROM rulings r JOIN hand_ins h ON h.id = r.hand_in
     WHERE r.standing <> 'fault' ORDER BY 1, 2, 3, 4, 5, 6, 7, 8",
];

impl Ledger {
    /// A digest of what the ledger holds, but for when and how it came about: sessions,
    /// times of judging, durations, numbers of rows, places where things were found and
    /// faults of the grader's do not count. A class that was graded at one go, one that was
    /// interrupted and resumed, and one put together from shards have the same.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn digest(&self) -> Result<String, LedgerError> {
        let here = self.here();
        let mut digest = blake3::Hasher::new();
        let mut add = |tag: &[u8; 1], part: &[u8]| {
            digest.update(tag);
            digest.update(&(part.len() as u64).to_le_bytes());
            digest.update(part);
        };
        // All of one moment.
        let look = self.db.unchecked_transaction().map_err(&here)?;
        for sql in CONTENT {
            let mut find = self.db.prepare(sql).map_err(&here)?;
            let columns = find.column_count();
            let mut rows = find.query([]).map_err(&here)?;
            add(b"#", &[]);
            while let Some(row) = rows.next().map_err(&here)? {
                for column in 0..columns {
                    match row.get_ref(column).map_err(&here)? {
                        ValueRef::Text(text) => add(b"t", text),
                        ValueRef::Integer(number) => add(b"i", &number.to_le_bytes()),
                        _ => add(b"-", &[]),
                    }
                }
            }
        }
        look.finish().map_err(&here)?;
        Ok(digest.finalize().to_hex().to_string())
    }

    /// The keys under which different things were said, each of them for good: the same
    /// file, judged on the same ground, ended otherwise. There should be none. Where there
    /// is one, the judge is to blame, and marks that rest on it should be looked at.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn contradictions(&self) -> Result<Vec<String>, LedgerError> {
        self.db
            .prepare(
                "SELECT key FROM rulings WHERE standing = 'lasting'
                 GROUP BY key HAVING count(DISTINCT said) > 1 ORDER BY key",
            )
            .and_then(|mut find| find.query_map([], |row| row.get(0))?.collect())
            .map_err(self.here())
    }

    /// Reads everything, and holds it against its digests.
    ///
    /// # Errors
    /// What is damaged. When the file cannot be read.
    pub fn check(&self) -> Result<Checked, LedgerError> {
        let here = self.here();
        let found: String = self
            .db
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
            .map_err(&here)?;
        if found != "ok" {
            return Err(self.broken(found));
        }
        let strays = self
            .db
            .prepare("PRAGMA foreign_key_check")
            .and_then(|mut find| find.exists([]))
            .map_err(&here)?;
        if strays {
            return Err(self.broken("a row points to another one that is not there"));
        }
        Ok(Checked {
            sources: self.check_sources()?,
            reports: self.check_reports()?,
        })
    }

    fn check_sources(&self) -> Result<usize, LedgerError> {
        let here = self.here();
        let mut find = self
            .db
            .prepare("SELECT hash, deflate FROM sources")
            .map_err(&here)?;
        let mut rows = find.query([]).map_err(&here)?;
        let mut number = 0;
        while let Some(row) = rows.next().map_err(&here)? {
            let (hash, packed): (String, Vec<u8>) =
                (row.get(0).map_err(&here)?, row.get(1).map_err(&here)?);
            self.source_in(&hash, &packed)?;
            number += 1;
        }
        Ok(number)
    }

    fn check_reports(&self) -> Result<usize, LedgerError> {
        let here = self.here();
        let mut find = self
            .db
            .prepare(
                "SELECT key, said, deflate FROM verdicts UNION ALL
                 SELECT key, said, deflate FROM rulings WHERE deflate IS NOT NULL",
            )
            .map_err(&here)?;
        let mut rows = find.query([]).map_err(&here)?;
        let mut number = 0;
        while let Some(row) = rows.next().map_err(&here)? {
            let (key, noted, packed): (String, String, Vec<u8>) = (
                row.get(0).map_err(&here)?,
                row.get(1).map_err(&here)?,
                row.get(2).map_err(&here)?,
            );
            if unpack(&packed).and_then(|json| said(&json)) != Some(noted) {
                return Err(self.broken(format!("the report under {key} is not what it was")));
            }
            number += 1;
        }
        // These have no digest of their own; that they can be read is what can be told.
        let mut find = self
            .db
            .prepare("SELECT exercise, deflate FROM stubs")
            .map_err(&here)?;
        let mut rows = find.query([]).map_err(&here)?;
        while let Some(row) = rows.next().map_err(&here)? {
            let (exercise, packed): (String, Vec<u8>) =
                (row.get(0).map_err(&here)?, row.get(1).map_err(&here)?);
            if unpack(&packed).and_then(|json| said(&json)).is_none() {
                return Err(self.broken(format!("the report on the stub of {exercise} is broken")));
            }
            number += 1;
        }
        let bare = self
            .db
            .prepare(
                "SELECT 1 FROM rulings r LEFT JOIN verdicts v USING (key)
                 WHERE r.deflate IS NULL AND v.said IS NOT r.said",
            )
            .and_then(|mut find| find.exists([]))
            .map_err(&here)?;
        if bare {
            return Err(self.broken("a ruling has no report"));
        }
        Ok(number)
    }
}
