//! All that is known of an attempt, and what of it counts.
//!
//! Every question goes over the attempts of a class, one by one, and reckons from all that
//! is known of each what counts: nothing else is in memory meanwhile.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, params};

use super::{AsOf, HandIn, HandInId, Ledger, LedgerError, Narrow, Session, SessionId, Standing};
use crate::Vouched;
use crate::record::LearnerId;

/// The sessions of a ledger, which are few.
pub(super) struct Sessions(BTreeMap<SessionId, (Session, String)>);

impl Sessions {
    pub(super) fn get(&self, id: SessionId) -> &Session {
        // Whoever reads rows that name a session sees to it that it is there.
        &self.0[&id].0
    }

    /// All, the oldest first.
    pub(super) fn in_order(self) -> Vec<(SessionId, Session)> {
        let mut all: Vec<_> = self.0.into_iter().collect();
        all.sort_by(|(_, (a, a_uid)), (_, (b, b_uid))| (a.started, a_uid).cmp(&(b.started, b_uid)));
        all.into_iter()
            .map(|(id, (session, _))| (id, session))
            .collect()
    }

    /// Where a session stands among all, the same in every ledger that knows them.
    pub(super) fn rank(&self, id: SessionId) -> Option<(Timestamp, &str)> {
        let (session, uid) = self.0.get(&id)?;
        Some((session.started, uid))
    }
}

/// A hand-in with all that was ever said of it.
pub(super) struct File {
    pub(super) id: HandInId,
    pub(super) learner: String,
    pub(super) exercise: String,
    pub(super) attempt: u32,
    pub(super) work: String,
    pub(super) source: Option<String>,
    /// The oldest first.
    pub(super) seen: Vec<Seen>,
    /// The oldest first.
    pub(super) lines: Vec<Line>,
}

/// That a session found it.
pub(super) struct Seen {
    pub(super) session: SessionId,
    pub(super) submitted: Option<Timestamp>,
    pub(super) vouched: Option<Vouched>,
    pub(super) origin: String,
}

/// A ruling without its report.
pub(super) struct Line {
    pub(super) id: i64,
    pub(super) session: SessionId,
    pub(super) key: String,
    pub(super) standing: Standing,
    pub(super) judged: Timestamp,
    pub(super) millis: u64,
}

impl File {
    /// The ruling that counts: the newest. But two graders may have judged the same file on
    /// the same ground, and one of them failed or ran out of time; then the other is right.
    pub(super) fn counts(&self, sessions: &Sessions, as_of: AsOf) -> Option<&Line> {
        let known = |line: &&Line| as_of.knows_ruling(sessions, line);
        let newest = self.lines.iter().rfind(known)?;
        self.lines
            .iter()
            .filter(known)
            .filter(|line| line.key == newest.key)
            .max_by_key(|line| line.standing)
    }

    /// As the ledger hands it out.
    pub(super) fn hand_in(&self) -> HandIn {
        let said = self
            .seen
            .iter()
            .filter_map(|seen| Some((seen.vouched, seen.submitted?)))
            // A platform's word before a commit's, and that before nobody's.
            .min_by_key(|(vouched, at)| {
                let trust = match vouched {
                    Some(Vouched::Platform) => 0,
                    Some(Vouched::Commit) => 1,
                    None => 2,
                };
                (trust, *at)
            });
        HandIn {
            learner: LearnerId(self.learner.clone()),
            exercise: self.exercise.clone(),
            attempt: self.attempt,
            submitted: said.map(|(_, at)| at),
            vouched: said.and_then(|(vouched, _)| vouched),
            work: self.work.clone(),
            source: self.source.clone(),
            origin: self.seen.last().map_or("", |seen| &*seen.origin).to_owned(),
        }
    }
}

/// Of the files that one attempt was found with, the one that was found last.
pub(super) fn current<'a>(files: &'a [File], sessions: &Sessions, as_of: AsOf) -> Option<&'a File> {
    files
        .iter()
        .filter_map(|file| {
            let seen = file.seen.iter().map(|seen| seen.session);
            let last = seen
                .filter(|session| as_of.knows_session(sessions, *session))
                .filter_map(|session| sessions.rank(session))
                .max()?;
            Some((last, file))
        })
        // One session may find an attempt with two contents, from two sources.
        .max_by(|(one, a), (other, b)| (one, &a.work).cmp(&(other, &b.work)))
        .map(|(_, file)| file)
}

impl Ledger {
    pub(super) fn all_sessions(&self) -> Result<Sessions, LedgerError> {
        let here = self.here();
        let mut find = self
            .db
            .prepare_cached(
                "SELECT id, uid, command, started, jail, toolchain, course FROM sessions",
            )
            .map_err(&here)?;
        let mut rows = find.query([]).map_err(&here)?;
        let mut all = BTreeMap::new();
        while let Some(row) = rows.next().map_err(&here)? {
            let started: String = row.get(3).map_err(&here)?;
            let session = Session {
                command: row.get(2).map_err(&here)?,
                started: self.time(&started)?,
                jail: row.get(4).map_err(&here)?,
                toolchain: row.get(5).map_err(&here)?,
                course: row.get(6).map_err(&here)?,
            };
            let id = SessionId(row.get(0).map_err(&here)?);
            all.insert(id, (session, row.get(1).map_err(&here)?));
        }
        Ok(Sessions(all))
    }

    /// Hands to `each` the files that every attempt of those that are meant was found with.
    pub(super) fn for_each_attempt(
        &self,
        narrow: &Narrow,
        mut each: impl FnMut(&Sessions, &[File]) -> Result<(), LedgerError>,
    ) -> Result<(), LedgerError> {
        let here = self.here();
        let mut find = self
            .db
            .prepare_cached(
                "SELECT id, learner, exercise, attempt, work, source FROM hand_ins
                 ORDER BY learner, exercise, attempt, work",
            )
            .map_err(&here)?;
        // As long as this is being read, all that is read is of one moment.
        let mut rows = find.query([]).map_err(&here)?;
        let mut sessions = None;
        let mut files: Vec<File> = Vec::new();
        while let Some(row) = rows.next().map_err(&here)? {
            let sessions = match &sessions {
                Some(sessions) => sessions,
                None => &*sessions.insert(self.all_sessions()?),
            };
            let (learner, exercise): (String, String) =
                (row.get(1).map_err(&here)?, row.get(2).map_err(&here)?);
            if !narrow.holds(&learner, &exercise) {
                continue;
            }
            let mut file = File {
                id: HandInId(row.get(0).map_err(&here)?),
                learner,
                exercise,
                attempt: row.get(3).map_err(&here)?,
                work: row.get(4).map_err(&here)?,
                source: row.get(5).map_err(&here)?,
                seen: Vec::new(),
                lines: Vec::new(),
            };
            self.fill(&mut file, sessions)?;
            let attempt = |file: &File| (file.learner.clone(), file.exercise.clone(), file.attempt);
            if files
                .last()
                .is_some_and(|last| attempt(last) != attempt(&file))
            {
                each(sessions, &files)?;
                files.clear();
            }
            files.push(file);
        }
        match sessions {
            Some(sessions) if !files.is_empty() => each(&sessions, &files),
            _ => Ok(()),
        }
    }

    pub(super) fn file(
        &self,
        id: HandInId,
        sessions: &Sessions,
    ) -> Result<Option<File>, LedgerError> {
        let file = self
            .db
            .prepare_cached(
                "SELECT learner, exercise, attempt, work, source FROM hand_ins WHERE id = ?1",
            )
            .and_then(|mut find| {
                find.query_row([id.0], |row| {
                    Ok(File {
                        id,
                        learner: row.get(0)?,
                        exercise: row.get(1)?,
                        attempt: row.get(2)?,
                        work: row.get(3)?,
                        source: row.get(4)?,
                        seen: Vec::new(),
                        lines: Vec::new(),
                    })
                })
                .optional()
            })
            .map_err(self.here())?;
        let Some(mut file) = file else {
            return Ok(None);
        };
        self.fill(&mut file, sessions)?;
        Ok(Some(file))
    }

    /// Reads who found it and what was said of it.
    fn fill(&self, file: &mut File, sessions: &Sessions) -> Result<(), LedgerError> {
        let here = self.here();
        let mut find = self
            .db
            .prepare_cached(
                "SELECT session, submitted, vouched, origin FROM findings WHERE hand_in = ?1",
            )
            .map_err(&here)?;
        let mut rows = find.query([file.id.0]).map_err(&here)?;
        while let Some(row) = rows.next().map_err(&here)? {
            let submitted: Option<String> = row.get(1).map_err(&here)?;
            let vouched: Option<String> = row.get(2).map_err(&here)?;
            file.seen.push(Seen {
                session: self.known(sessions, row.get(0).map_err(&here)?)?,
                submitted: submitted.map(|text| self.time(&text)).transpose()?,
                vouched: vouched.and_then(|word| word.parse().ok()),
                origin: row.get(3).map_err(&here)?,
            });
        }
        file.seen.sort_by(|a, b| {
            (sessions.rank(a.session), &a.origin).cmp(&(sessions.rank(b.session), &b.origin))
        });
        let mut find = self
            .db
            .prepare_cached(
                "SELECT id, session, key, standing, judged, millis FROM rulings
                 WHERE hand_in = ?1",
            )
            .map_err(&here)?;
        let mut rows = find.query(params![file.id.0]).map_err(&here)?;
        while let Some(row) = rows.next().map_err(&here)? {
            let (standing, judged): (String, String) =
                (row.get(3).map_err(&here)?, row.get(4).map_err(&here)?);
            file.lines.push(Line {
                id: row.get(0).map_err(&here)?,
                session: self.known(sessions, row.get(1).map_err(&here)?)?,
                key: row.get(2).map_err(&here)?,
                standing: Standing::from_word(&standing)
                    .ok_or_else(|| self.broken(format!("`{standing}` is no standing")))?,
                judged: self.time(&judged)?,
                millis: u64::try_from(row.get::<_, i64>(5).map_err(&here)?).unwrap_or_default(),
            });
        }
        // Numbers of rows decide only within a session, where every ledger has them in the
        // same order.
        file.lines.sort_by(|a, b| {
            let place = |line: &Line| (line.judged, sessions.rank(line.session), line.id);
            place(a).cmp(&place(b))
        });
        Ok(())
    }

    fn known(&self, sessions: &Sessions, id: i64) -> Result<SessionId, LedgerError> {
        let id = SessionId(id);
        match sessions.rank(id) {
            Some(_) => Ok(id),
            None => Err(self.broken("a row points to a session that is not there")),
        }
    }
}
