//! What the judge said of the exercises' untouched stubs.

use judge::Report;
use rusqlite::{OptionalExtension as _, params};

use super::pack::pack;
use super::{Ledger, LedgerError, SessionId};

impl Ledger {
    /// Adds what was said of the stub of `exercise`. One a session.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_stub(
        &self,
        session: SessionId,
        exercise: &str,
        key: &str,
        report: &Report,
    ) -> Result<(), LedgerError> {
        let json = serde_json::to_vec(report).map_err(|error| self.broken(error.to_string()))?;
        self.db
            .execute(
                "INSERT INTO stubs (session, exercise, key, deflate) VALUES (?1, ?2, ?3, ?4)",
                params![session.0, exercise, key, pack(&json)],
            )
            .map_err(self.here())?;
        Ok(())
    }

    /// What was last said of the stub of `exercise`, and the key of that verdict.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stub(&self, exercise: &str) -> Result<Option<(String, Report)>, LedgerError> {
        let found = self
            .db
            .query_row(
                "SELECT t.key, t.deflate FROM stubs t JOIN sessions s ON s.id = t.session
                 WHERE t.exercise = ?1 ORDER BY s.started DESC, s.uid DESC LIMIT 1",
                [exercise],
                |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?)),
            )
            .optional()
            .map_err(self.here())?;
        found
            .map(|(key, packed)| Ok((key, self.report_in(&packed)?)))
            .transpose()
    }
}
