//! What can be asked of a ledger.

use std::collections::BTreeMap;

use jiff::Timestamp;
use judge::Report;
use rusqlite::{Row, params};

use super::{HandIn, HandInId, Ledger, LedgerError, Session};
use crate::Vouched;
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
    fn holds(&self, learner: &str, exercise: &str) -> bool {
        let among =
            |all: &[String], one: &str| all.is_empty() || all.iter().any(|each| each == one);
        among(&self.learners, learner) && among(&self.exercises, exercise)
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

/// One ruling on a hand-in, and the session that it was given in.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// The session.
    pub session: Session,
    /// The ruling.
    pub ruling: Ruling,
}

/// A hand-in on which the newest ruling says something else than the one before.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The ruling before.
    pub before: Ruling,
    /// The newest.
    pub after: Ruling,
}

impl Moved {
    /// What differs in the grounds of the two. Words for people.
    pub fn because(&self) -> Vec<String> {
        let (before, after) = (&self.before.basis, &self.after.basis);
        let mut why = Vec::new();
        for (what, old, new) in [
            ("compiler", &before.toolchain, &after.toolchain),
            ("course", &before.course, &after.course),
            ("jail", &before.jail, &after.jail),
        ] {
            if old != new {
                let short = |text: &str| text.chars().take(12).collect::<String>();
                why.push(format!("{what} {} -> {}", short(old), short(new)));
            }
        }
        if why.is_empty() {
            why.push(if before.key == after.key {
                "the same file, judged on the same ground, ended otherwise".to_owned()
            } else {
                "the exercise's tests changed".to_owned()
            });
        }
        why
    }
}

const NEWEST: &str = "
    SELECT h.learner, h.exercise, h.attempt, h.submitted, h.work,
           r.key, r.judged, r.deflate, v.deflate,
           s.command, s.started, s.jail, s.toolchain, s.course
    FROM hand_ins h
    JOIN rulings r ON r.hand_in = h.id
    JOIN sessions s ON s.id = r.session
    LEFT JOIN verdicts v ON v.key = r.key";

impl Ledger {
    /// Hands every learner to `each`, by id: the id and the name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn learners(&self) -> Result<Vec<(LearnerId, String)>, LedgerError> {
        let mut find = self
            .db
            .prepare("SELECT learner, name FROM learners ORDER BY learner")
            .map_err(self.here())?;
        let rows = find.query_map([], |row| Ok((LearnerId(row.get(0)?), row.get(1)?)));
        rows.and_then(Iterator::collect).map_err(self.here())
    }

    /// What is to be known about a learner's submissions, or about the class.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notes(&self, learner: Option<&LearnerId>) -> Result<Vec<String>, LedgerError> {
        let mut find = self
            .db
            .prepare("SELECT what FROM notes WHERE learner = ?1 ORDER BY what")
            .map_err(self.here())?;
        let learner = learner.map_or("", |learner| &*learner.0);
        let rows = find.query_map([learner], |row| row.get(0));
        rows.and_then(Iterator::collect).map_err(self.here())
    }

    /// Every hand-in that is meant, by learner, exercise and attempt.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hand_ins(&self, narrow: &Narrow) -> Result<Vec<(HandInId, HandIn)>, LedgerError> {
        let mut find = self
            .db
            .prepare(
                "SELECT id, learner, exercise, attempt, submitted, vouched, work, source, origin,
                        (SELECT judged FROM rulings WHERE hand_in = hand_ins.id
                         ORDER BY id DESC LIMIT 1)
                 FROM hand_ins ORDER BY learner, exercise, attempt, id",
            )
            .map_err(self.here())?;
        let mut rows = find.query([]).map_err(self.here())?;
        let mut all = Vec::new();
        while let Some(row) = rows.next().map_err(self.here())? {
            let (hand_in, newest) = self.hand_in_of(row)?;
            let is_late_enough = narrow
                .since
                .is_none_or(|since| newest.is_some_and(|newest| newest >= since));
            if is_late_enough && narrow.holds(&hand_in.1.learner.0, &hand_in.1.exercise) {
                all.push(hand_in);
            }
        }
        Ok(all)
    }

    fn hand_in_of(
        &self,
        row: &Row<'_>,
    ) -> Result<((HandInId, HandIn), Option<Timestamp>), LedgerError> {
        let here = self.here();
        let submitted: Option<String> = row.get(4).map_err(&here)?;
        let vouched: Option<String> = row.get(5).map_err(&here)?;
        let newest: Option<String> = row.get(9).map_err(&here)?;
        let hand_in = HandIn {
            learner: LearnerId(row.get(1).map_err(&here)?),
            exercise: row.get(2).map_err(&here)?,
            attempt: row.get(3).map_err(&here)?,
            submitted: submitted.map(|text| self.time(&text)).transpose()?,
            vouched: match vouched.as_deref() {
                Some("platform") => Some(Vouched::Platform),
                Some("commit") => Some(Vouched::Commit),
                _ => None,
            },
            work: row.get(6).map_err(&here)?,
            source: row.get(7).map_err(&here)?,
            origin: row.get(8).map_err(&here)?,
        };
        let newest = newest.map(|text| self.time(&text)).transpose()?;
        Ok(((HandInId(row.get(0).map_err(&here)?), hand_in), newest))
    }

    /// Hands the newest ruling on every hand-in that is meant to `each`, by learner,
    /// exercise and attempt.
    ///
    /// # Errors
    /// When the file cannot be read, or what `each` says.
    pub fn newest(
        &self,
        narrow: &Narrow,
        depth: Depth,
        mut each: impl FnMut(Ruling),
    ) -> Result<(), LedgerError> {
        let sql = format!(
            "{NEWEST} WHERE r.id = (SELECT max(id) FROM rulings WHERE hand_in = h.id)
             ORDER BY h.learner, h.exercise, h.attempt, h.id"
        );
        let mut find = self.db.prepare(&sql).map_err(self.here())?;
        let mut rows = find.query([]).map_err(self.here())?;
        while let Some(row) = rows.next().map_err(self.here())? {
            let learner: String = row.get(0).map_err(self.here())?;
            let exercise: String = row.get(1).map_err(self.here())?;
            if !narrow.holds(&learner, &exercise) {
                continue;
            }
            let past = self.past(row, depth)?;
            if narrow.since.is_none_or(|since| past.ruling.judged >= since) {
                each(past.ruling);
            }
        }
        Ok(())
    }

    /// Every ruling on what a learner handed in for an exercise, the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, learner: &str, exercise: &str) -> Result<Vec<Past>, LedgerError> {
        let sql = format!("{NEWEST} WHERE h.learner = ?1 AND h.exercise = ?2 ORDER BY r.id");
        let mut find = self.db.prepare(&sql).map_err(self.here())?;
        let mut rows = find
            .query(params![learner, exercise])
            .map_err(self.here())?;
        let mut all = Vec::new();
        while let Some(row) = rows.next().map_err(self.here())? {
            all.push(self.past(row, Depth::Whole)?);
        }
        Ok(all)
    }

    /// The hand-ins on which the newest ruling says something else than the last one
    /// before `since`, or without it, than the one before it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn moved(&self, narrow: &Narrow) -> Result<Vec<Moved>, LedgerError> {
        let sql = format!("{NEWEST} ORDER BY h.learner, h.exercise, h.attempt, h.id, r.id");
        let mut find = self.db.prepare(&sql).map_err(self.here())?;
        let mut rows = find.query([]).map_err(self.here())?;
        let mut by_hand_in: BTreeMap<(String, String, u32, String), Vec<Ruling>> = BTreeMap::new();
        while let Some(row) = rows.next().map_err(self.here())? {
            let ruling = self.past(row, Depth::Gist)?.ruling;
            if narrow.holds(&ruling.learner.0, &ruling.exercise) {
                let key = (
                    ruling.learner.0.clone(),
                    ruling.exercise.clone(),
                    ruling.attempt,
                    ruling.work.clone(),
                );
                by_hand_in.entry(key).or_default().push(ruling);
            }
        }
        let mut moved = Vec::new();
        for mut rulings in by_hand_in.into_values() {
            let Some(after) = rulings.pop() else { continue };
            let before = match narrow.since {
                Some(since) => rulings.into_iter().rfind(|ruling| ruling.judged < since),
                None => rulings.pop(),
            };
            if let Some(before) = before.filter(|before| differ(before, &after)) {
                moved.push(Moved { before, after });
            }
        }
        Ok(moved)
    }

    fn past(&self, row: &Row<'_>, depth: Depth) -> Result<Past, LedgerError> {
        let here = self.here();
        let submitted: Option<String> = row.get(3).map_err(&here)?;
        let own: Option<Vec<u8>> = row.get(7).map_err(&here)?;
        let shared: Option<Vec<u8>> = row.get(8).map_err(&here)?;
        let packed = own
            .or(shared)
            .ok_or_else(|| self.broken(&"a ruling has no report"))?;
        let mut report = self.report_in(&packed)?;
        if depth == Depth::Gist {
            shorten(&mut report);
        }
        let judged: String = row.get(6).map_err(&here)?;
        let started: String = row.get(10).map_err(&here)?;
        let session = Session {
            command: row.get(9).map_err(&here)?,
            started: self.time(&started)?,
            jail: row.get(11).map_err(&here)?,
            toolchain: row.get(12).map_err(&here)?,
            course: row.get(13).map_err(&here)?,
        };
        let ruling = Ruling {
            learner: LearnerId(row.get(0).map_err(&here)?),
            exercise: row.get(1).map_err(&here)?,
            attempt: row.get(2).map_err(&here)?,
            submitted: submitted.map(|text| self.time(&text)).transpose()?,
            work: row.get(4).map_err(&here)?,
            basis: Basis {
                jail: session.jail.clone(),
                toolchain: session.toolchain.clone(),
                course: session.course.clone(),
                key: row.get(5).map_err(&here)?,
            },
            judged: self.time(&judged)?,
            report,
        };
        Ok(Past { session, ruling })
    }

    fn time(&self, text: &str) -> Result<Timestamp, LedgerError> {
        text.parse().map_err(|error| self.broken(&error))
    }
}

fn shorten(report: &mut Report) {
    let tests = report.tests.iter_mut().map(|test| &mut test.verdict);
    for verdict in tests.chain([&mut report.verdict]) {
        verdict.evidence.story = None;
        verdict.evidence.picture = None;
        verdict.evidence.threads = Vec::new();
    }
}

/// Whether two rulings say something else, to a learner or to a mark.
fn differ(one: &Ruling, other: &Ruling) -> bool {
    let said = |ruling: &Ruling| {
        let tests = ruling.report.tests.iter();
        let tests: Vec<_> = tests.map(|test| (test.test.clone(), test.kind())).collect();
        (ruling.report.verdict.kind, tests)
    };
    said(one) != said(other)
}
