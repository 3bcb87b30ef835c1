//! Everything about one learner and exercise, and everything since a time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rusqlite::params;

use super::attempt::{File, Line, Sessions, current};
use super::diff::AsOf;
use super::write::stamp;
use super::{Depth, HandIn, HandInId, Ledger, LedgerError, Narrow, Session, SessionId, Standing};
use crate::Vouched;
use crate::record::{HandedIn, LearnerId, Ruling};

/// One ruling on a hand-in, and the session that it was given in.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// The session's number.
    pub session_id: SessionId,
    /// The session.
    pub session: Session,
    /// The ruling.
    pub ruling: Ruling,
    /// For whom the verdict holds.
    pub standing: Standing,
    /// How long judging took, in milliseconds. 0: the verdict was known already.
    pub millis: u64,
    /// Whether this is the ruling that counts for its attempt.
    pub counts: bool,
}

/// That a session found a hand-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The session's number.
    pub session: SessionId,
    /// When that session began.
    pub found: Timestamp,
    /// When it had been handed in, if the source said so.
    pub submitted: Option<Timestamp>,
    /// On whose word.
    pub vouched: Option<Vouched>,
    /// Where it was found.
    pub origin: String,
}

impl Finding {
    /// When it had been handed in, and on whose word, if the source said so.
    pub fn handed_in(&self) -> Option<HandedIn> {
        Some(HandedIn {
            at: self.submitted?,
            vouched: self.vouched,
        })
    }
}

/// What one or more sessions found, all alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact<'a> {
    /// The finding of the oldest of them.
    pub first: &'a Finding,
    /// How many sessions found it.
    pub sessions: usize,
}

/// A hand-in, and who found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its place in the ledger.
    pub id: HandInId,
    /// What was handed in.
    pub hand_in: HandIn,
    /// The oldest first.
    pub findings: Vec<Finding>,
    /// Whether it is the content that counts for its attempt.
    pub counts: bool,
}

impl Found {
    /// What was found, each fact once, in the order in which they were first found.
    pub fn facts(&self) -> Vec<Fact<'_>> {
        let says = |finding: &Finding| (finding.handed_in(), finding.origin.clone());
        let mut facts: Vec<(&Finding, BTreeSet<SessionId>)> = Vec::new();
        for finding in &self.findings {
            match facts
                .iter_mut()
                .find(|(first, _)| says(first) == says(finding))
            {
                Some((_, sessions)) => {
                    sessions.insert(finding.session);
                }
                None => facts.push((finding, BTreeSet::from([finding.session]))),
            }
        }
        let facts = facts.into_iter();
        facts
            .map(|(first, sessions)| Fact {
                first,
                sessions: sessions.len(),
            })
            .collect()
    }
}

/// Something to be known about a learner's submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// When the session began that noted it.
    pub noted: Timestamp,
    /// What it noted.
    pub what: String,
    /// How many sessions noted it.
    pub sessions: usize,
}

/// All that a learner's mark in an exercise rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Everything {
    /// The learner.
    pub learner: LearnerId,
    /// Their name. May be empty.
    pub name: String,
    /// The exercise's package.
    pub exercise: String,
    /// What they handed in for it, by attempt.
    pub hand_ins: Vec<Found>,
    /// The texts of those, by digest.
    pub sources: BTreeMap<String, String>,
    /// What the judge said of them, the oldest first.
    pub rulings: Vec<Past>,
    /// What was noted about their submissions, the oldest first.
    pub notes: Vec<Remark>,
}

impl Ledger {
    /// All that a learner's mark in an exercise rests on. `None`: the ledger does not know
    /// the learner. One who handed in nothing for the exercise has empty lists.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn everything(
        &self,
        learner: &str,
        exercise: &str,
    ) -> Result<Option<Everything>, LedgerError> {
        let mut known = self.learners()?.into_iter();
        let Some((learner, name)) = known.find(|(id, _)| id.0 == learner) else {
            return Ok(None);
        };
        let mut all = Everything {
            notes: self.remarks(&learner)?,
            rulings: Vec::new(),
            hand_ins: Vec::new(),
            sources: BTreeMap::new(),
            exercise: exercise.to_owned(),
            learner,
            name,
        };
        self.for_each_attempt(&one(&all.learner.0, exercise), |sessions, files| {
            let counting = current(files, sessions, AsOf::Now).map(|file| file.id);
            for file in files {
                let counts = counting == Some(file.id);
                self.pasts(sessions, file, counts, &mut all.rulings)?;
                if let Some(hash) = &file.source
                    && let Some(text) = self.source(hash)?
                {
                    all.sources.insert(hash.clone(), text);
                }
                all.hand_ins.push(found(sessions, file, counts));
            }
            Ok(())
        })?;
        // Stable, so that those of one time stay by attempt.
        all.rulings.sort_by_key(|past| past.ruling.judged);
        Ok(Some(all))
    }

    /// Every ruling on what a learner handed in for an exercise, the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, learner: &str, exercise: &str) -> Result<Vec<Past>, LedgerError> {
        let mut all = Vec::new();
        self.for_each_attempt(&one(learner, exercise), |sessions, files| {
            let counting = current(files, sessions, AsOf::Now).map(|file| file.id);
            files.iter().try_for_each(|file| {
                self.pasts(sessions, file, counting == Some(file.id), &mut all)
            })
        })?;
        all.sort_by_key(|past| past.ruling.judged);
        Ok(all)
    }

    /// Hands every ruling that was judged at `since` or later to `each`, the oldest first;
    /// also those that count no more. [`Narrow::since`] does not matter here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rulings_since(
        &self,
        since: Timestamp,
        narrow: &Narrow,
        depth: Depth,
        mut each: impl FnMut(Past),
    ) -> Result<(), LedgerError> {
        let here = self.here();
        let mut find = self
            .db
            .prepare_cached(
                "SELECT r.id, r.hand_in, h.learner, h.exercise, h.attempt
                 FROM rulings r JOIN hand_ins h ON h.id = r.hand_in
                 WHERE r.judged >= ?1
                 ORDER BY r.judged, h.learner, h.exercise, h.attempt, r.id",
            )
            .map_err(&here)?;
        let mut rows = find.query([stamp(since)]).map_err(&here)?;
        let mut sessions = None;
        while let Some(row) = rows.next().map_err(&here)? {
            let sessions = match &sessions {
                Some(sessions) => sessions,
                None => &*sessions.insert(self.all_sessions()?),
            };
            let (learner, exercise): (String, String) =
                (row.get(2).map_err(&here)?, row.get(3).map_err(&here)?);
            if !narrow.holds(&learner, &exercise) {
                continue;
            }
            let (id, hand_in, attempt): (i64, i64, u32) = (
                row.get(0).map_err(&here)?,
                row.get(1).map_err(&here)?,
                row.get(4).map_err(&here)?,
            );
            let files = self.files(&learner, &exercise, attempt, sessions)?;
            let counting = current(&files, sessions, AsOf::Now).map(|file| file.id);
            for file in files.iter().filter(|file| file.id.0 == hand_in) {
                let counts = counting == Some(file.id);
                let newest = file.counts(sessions, AsOf::Now).map(|line| line.id);
                for line in file.lines.iter().filter(|line| line.id == id) {
                    let counts = counts && newest == Some(id);
                    each(self.past(sessions, file, line, depth, counts)?);
                }
            }
        }
        Ok(())
    }

    fn files(
        &self,
        learner: &str,
        exercise: &str,
        attempt: u32,
        sessions: &Sessions,
    ) -> Result<Vec<File>, LedgerError> {
        let ids: Vec<i64> = self
            .db
            .prepare_cached(
                "SELECT id FROM hand_ins
                 WHERE learner = ?1 AND exercise = ?2 AND attempt = ?3 ORDER BY work",
            )
            .and_then(|mut find| {
                find.query_map(params![learner, exercise, attempt], |row| row.get(0))?
                    .collect()
            })
            .map_err(self.here())?;
        let mut files = Vec::new();
        for id in ids {
            files.extend(self.file(HandInId(id), sessions)?);
        }
        Ok(files)
    }

    fn pasts(
        &self,
        sessions: &Sessions,
        file: &File,
        counts: bool,
        all: &mut Vec<Past>,
    ) -> Result<(), LedgerError> {
        let newest = file.counts(sessions, AsOf::Now).map(|line| line.id);
        for line in &file.lines {
            let counts = counts && newest == Some(line.id);
            all.push(self.past(sessions, file, line, Depth::Whole, counts)?);
        }
        Ok(())
    }

    fn past(
        &self,
        sessions: &Sessions,
        file: &File,
        line: &Line,
        depth: Depth,
        counts: bool,
    ) -> Result<Past, LedgerError> {
        Ok(Past {
            session_id: line.session,
            session: sessions.get(line.session).clone(),
            ruling: self.ruling(sessions, file, line, depth)?,
            standing: line.standing,
            millis: line.millis,
            counts,
        })
    }

    fn remarks(&self, learner: &LearnerId) -> Result<Vec<Remark>, LedgerError> {
        let rows: Vec<(String, String, i64)> = self
            .db
            .prepare_cached(
                "SELECT min(s.started), n.what, count(DISTINCT n.session)
                 FROM notes n JOIN sessions s ON s.id = n.session
                 WHERE n.learner = ?1 GROUP BY n.what ORDER BY 1, 2",
            )
            .and_then(|mut find| {
                find.query_map([&learner.0], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?
                .collect()
            })
            .map_err(self.here())?;
        rows.into_iter()
            .map(|(noted, what, sessions)| {
                Ok(Remark {
                    noted: self.time(&noted)?,
                    what,
                    sessions: usize::try_from(sessions).unwrap_or_default(),
                })
            })
            .collect()
    }
}

fn one(learner: &str, exercise: &str) -> Narrow {
    Narrow {
        learners: vec![learner.to_owned()],
        exercises: vec![exercise.to_owned()],
        since: None,
    }
}

fn found(sessions: &Sessions, file: &File, counts: bool) -> Found {
    let findings = file.seen.iter().map(|seen| Finding {
        session: seen.session,
        found: sessions.get(seen.session).started,
        submitted: seen.submitted,
        vouched: seen.vouched,
        origin: seen.origin.clone(),
    });
    Found {
        id: file.id,
        hand_in: file.hand_in(),
        findings: findings.collect(),
        counts,
    }
}
