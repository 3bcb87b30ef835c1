//! What counts, asked of a ledger.
//!
//! Every question goes over the attempts of a class, one by one, and reckons from all that
//! is known of each what counts: nothing else is in memory meanwhile.

use std::collections::BTreeMap;

use jiff::Timestamp;
use judge::Report;
use rusqlite::{OptionalExtension as _, params};

use super::diff::AsOf;
use super::pack::unpack;
use super::{HandIn, HandInId, Ledger, LedgerError, Session, SessionId, Standing};
use crate::record::{Basis, LearnerId, Ruling};
use crate::{ContentHash, Vouched};

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

/// The sessions of a ledger, which are few.
pub(super) struct Sessions(BTreeMap<SessionId, (Session, String)>);

impl Sessions {
    pub(super) fn get(&self, id: SessionId) -> &Session {
        // Whoever reads rows that name a session sees to it that it is there.
        &self.0[&id].0
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
    /// Every session, the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sessions(&self) -> Result<Vec<(SessionId, Session)>, LedgerError> {
        let all = self.all_sessions()?.0;
        let mut all: Vec<_> = all.into_iter().collect();
        all.sort_by(|(_, (a, a_uid)), (_, (b, b_uid))| (a.started, a_uid).cmp(&(b.started, b_uid)));
        Ok(all
            .into_iter()
            .map(|(id, (session, _))| (id, session))
            .collect())
    }

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
                vouched: match vouched.as_deref() {
                    Some("platform") => Some(Vouched::Platform),
                    Some("commit") => Some(Vouched::Commit),
                    _ => None,
                },
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
