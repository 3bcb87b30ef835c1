//! Opening a ledger, and refusing what is none.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::{Ledger, LedgerError};

/// Tells our files from other `SQLite` databases: "WBLG".
const APPLICATION: i32 = 0x5742_4c47;
/// The version of the schema.
const VERSION: i32 = 1;
const SCHEMA: &str = include_str!("schema.sql");
/// How long one process waits for another to finish a transaction, which takes
/// milliseconds.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often the journal is asked for while others open the same new file.
const TRIES: u32 = 100;

/// What a file is.
enum Kind {
    Empty,
    Ours,
}

impl Ledger {
    /// Opens the ledger at `path`, or begins one there.
    ///
    /// # Errors
    /// When the file is something else, is damaged, or cannot be read and written. It is
    /// never overwritten.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        let path = path.as_ref();
        let mut ledger = Self::connect(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        )?;
        if let Kind::Empty = ledger.kind()? {
            ledger.lay_out()?;
        }
        ledger.ready_to_write()
    }

    /// Opens the ledger at `path`.
    ///
    /// # Errors
    /// As [`Ledger::create`], and when there is no ledger.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        Self::existing(path.as_ref(), OpenFlags::SQLITE_OPEN_READ_WRITE)?.ready_to_write()
    }

    /// Opens the ledger at `path` to ask it things. Whatever would write to it is an error.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn open_read_only(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        Self::existing(path.as_ref(), OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    fn existing(path: &Path, flags: OpenFlags) -> Result<Self, LedgerError> {
        if !path.exists() {
            return Err(LedgerError::NotThere(path.to_path_buf()));
        }
        let ledger = Self::connect(path, flags)?;
        match ledger.kind()? {
            Kind::Ours => Ok(ledger),
            Kind::Empty => Err(LedgerError::Foreign(path.to_path_buf())),
        }
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Self, LedgerError> {
        let here = |error| LedgerError::of(path, error);
        let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(here)?;
        db.busy_timeout(PATIENCE).map_err(here)?;
        Ok(Self {
            db,
            path: path.to_path_buf(),
        })
    }

    /// Looks without changing anything: what belongs to somebody else stays as it is.
    fn kind(&self) -> Result<Kind, LedgerError> {
        let number = |name: &str| {
            self.db
                .pragma_query_value(None, name, |row| row.get::<_, i32>(0))
                .map_err(self.here())
        };
        // One transaction: another process may be laying the tables out right now.
        let look = self.db.unchecked_transaction().map_err(self.here())?;
        let (application, version) = (number("application_id")?, number("user_version")?);
        let tables = shapes(&self.db).map_err(self.here())?;
        look.finish().map_err(self.here())?;
        let path = self.path.clone();
        match (application, version) {
            (0, 0) if tables.is_empty() => Ok(Kind::Empty),
            (APPLICATION, VERSION) => self.as_laid_out(&tables).map(|()| Kind::Ours),
            (APPLICATION, version) if version > VERSION => {
                Err(LedgerError::Newer { path, version })
            }
            (APPLICATION, _) => Err(self.broken(format!("its format is {version}"))),
            _ => Err(LedgerError::Foreign(path)),
        }
    }

    /// Every table, index and trigger is as it was made. An index or a view of the
    /// instructor's may be there too, a trigger not: it could change what is added.
    fn as_laid_out(&self, found: &[Shape]) -> Result<(), LedgerError> {
        let made = Connection::open_in_memory()
            .and_then(|db| {
                db.execute_batch(SCHEMA)?;
                shapes(&db)
            })
            .map_err(self.here())?;
        if let Some(missing) = made.iter().find(|shape| !found.contains(shape)) {
            let (kind, name) = (&missing.kind, &missing.name);
            return Err(self.broken(format!("the {kind} {name} is missing or was changed")));
        }
        let strange = |shape: &&Shape| shape.kind == "trigger" && !made.contains(shape);
        match found.iter().find(strange) {
            Some(shape) => Err(self.broken(format!("the trigger {} is not its own", shape.name))),
            None => Ok(()),
        }
    }

    fn lay_out(&mut self) -> Result<(), LedgerError> {
        let begin = rusqlite::Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)
            .map_err(self.here())?;
        // Another process may have been first; then this one does nothing.
        if shapes(&self.db).map_err(self.here())?.is_empty() {
            begin
                .execute_batch(SCHEMA)
                .and_then(|()| begin.pragma_update(None, "application_id", APPLICATION))
                .and_then(|()| begin.pragma_update(None, "user_version", VERSION))
                .map_err(self.here())?;
        }
        begin.commit().map_err(self.here())?;
        self.kind().map(|_| ())
    }

    fn ready_to_write(self) -> Result<Self, LedgerError> {
        self.keep_a_journal()?;
        // Readers and a writer do not wait for each other, and a killed process leaves
        // nothing half done. A power cut may cost the last rulings, which are judged again;
        // to wait for the disk after each ruling would cost more than that on every day.
        self.db
            .pragma_update(None, "synchronous", "NORMAL")
            .and_then(|()| self.db.pragma_update(None, "foreign_keys", true))
            .map_err(self.here())?;
        Ok(self)
    }

    /// Changing the journal needs the file to itself, and `SQLite` does not wait for that.
    /// Where a file system cannot have this journal, the one it has is as safe.
    fn keep_a_journal(&self) -> Result<(), LedgerError> {
        let mut tries = 0;
        loop {
            let set = self
                .db
                .pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()));
            match set {
                Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                    tries += 1;
                    if tries == TRIES {
                        return Err(LedgerError::of(&self.path, error));
                    }
                    // This does wait for whoever is writing.
                    self.db
                        .execute_batch("BEGIN IMMEDIATE; COMMIT")
                        .map_err(self.here())?;
                }
                done => return done.map_err(self.here()),
            }
        }
    }
}

/// A table, index, trigger or view.
#[derive(PartialEq, Eq)]
struct Shape {
    kind: String,
    name: String,
    sql: String,
}

fn shapes(db: &Connection) -> rusqlite::Result<Vec<Shape>> {
    db.prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")?
        .query_map([], |row| {
            Ok(Shape {
                kind: row.get(0)?,
                name: row.get(1)?,
                sql: row.get(2)?,
            })
        })?
        .collect()
}
