//! Which verdicts moved, and why.

use std::collections::BTreeMap;

use course::{TestId, VerdictKind};
use jiff::Timestamp;

use super::attempt::{File, Line, Sessions, current};
use super::{Depth, Ledger, LedgerError, Narrow, SessionId};
use crate::record::Ruling;

/// A state of the ledger that it once was in. Nothing is ever removed, so each can be had
/// back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// As it is.
    Now,
    /// Before this time: what was judged before it.
    Before(Timestamp),
    /// Before this session: what older sessions judged.
    BeforeSession(SessionId),
    /// After this session: what it and older sessions judged.
    AfterSession(SessionId),
}

impl AsOf {
    pub(super) fn knows_session(self, sessions: &Sessions, session: SessionId) -> bool {
        match self {
            Self::Now => true,
            Self::Before(time) => sessions.get(session).started < time,
            Self::BeforeSession(limit) => sessions.rank(session) < sessions.rank(limit),
            Self::AfterSession(limit) => sessions.rank(session) <= sessions.rank(limit),
        }
    }

    pub(super) fn knows_ruling(self, sessions: &Sessions, line: &Line) -> bool {
        match self {
            Self::Before(time) => line.judged < time,
            _ => self.knows_session(sessions, line.session),
        }
    }
}

/// An attempt on which another ruling counts than before, that says something else.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The ruling that counted before.
    pub before: Ruling,
    /// The one that counts since.
    pub after: Ruling,
}

/// What a test said before and after. `None`: it was not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedTest {
    /// The test.
    pub test: TestId,
    /// What it said before.
    pub before: Option<VerdictKind>,
    /// What it says since.
    pub after: Option<VerdictKind>,
}

impl Moved {
    /// What differs in the grounds of the two. Words for people.
    pub fn because(&self) -> Vec<String> {
        let mut why = Vec::new();
        if self.before.work != self.after.work {
            why.push("another file was handed in".to_owned());
        }
        let (before, after) = (&self.before.basis, &self.after.basis);
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

    /// The tests that say something else, by name.
    pub fn tests(&self) -> Vec<MovedTest> {
        let said = |ruling: &Ruling| -> BTreeMap<String, (TestId, VerdictKind)> {
            let tests = ruling.report.tests.iter();
            tests
                .map(|test| (test.test.to_string(), (test.test.clone(), test.kind())))
                .collect()
        };
        let (before, after) = (said(&self.before), said(&self.after));
        let mut all = before.clone();
        all.extend(after.clone());
        all.into_iter()
            .map(|(name, (test, _))| {
                let in_ =
                    |all: &BTreeMap<_, (_, VerdictKind)>| all.get(&name).map(|(_, kind)| *kind);
                MovedTest {
                    test,
                    before: in_(&before),
                    after: in_(&after),
                }
            })
            .filter(|test| test.before != test.after)
            .collect()
    }
}

impl Ledger {
    /// Hands to `each` the attempts whose verdict, or that of a test, was another in one
    /// state of the ledger than in a later one. Both have a ruling on it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn diff(
        &self,
        narrow: &Narrow,
        before: AsOf,
        after: AsOf,
        mut each: impl FnMut(Moved),
    ) -> Result<(), LedgerError> {
        self.for_each_attempt(narrow, |sessions, files| {
            let state = |as_of| {
                let file = current(files, sessions, as_of)?;
                Some((file, file.counts(sessions, as_of)?))
            };
            let (Some(before), Some(after)) = (state(before), state(after)) else {
                return Ok(());
            };
            self.compare(sessions, before, after, &mut each)
        })
    }

    /// The attempts on which the ruling that counts says something else than the one that
    /// counted at [`Narrow::since`], or without it, before the newest session that ruled
    /// on the attempt.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn moved(&self, narrow: &Narrow) -> Result<Vec<Moved>, LedgerError> {
        let mut all = Vec::new();
        self.for_each_attempt(narrow, |sessions, files| {
            let state = |as_of| {
                let file = current(files, sessions, as_of)?;
                Some((file, file.counts(sessions, as_of)?))
            };
            let Some(after) = state(AsOf::Now) else {
                return Ok(());
            };
            let earlier = match narrow.since {
                Some(since) => AsOf::Before(since),
                None => AsOf::BeforeSession(after.1.session),
            };
            let Some(before) = state(earlier) else {
                return Ok(());
            };
            self.compare(sessions, before, after, &mut |moved| all.push(moved))
        })?;
        Ok(all)
    }

    fn compare(
        &self,
        sessions: &Sessions,
        before: (&File, &Line),
        after: (&File, &Line),
        each: &mut dyn FnMut(Moved),
    ) -> Result<(), LedgerError> {
        if before.1.id == after.1.id {
            return Ok(());
        }
        let moved = Moved {
            before: self.ruling(sessions, before.0, before.1, Depth::Gist)?,
            after: self.ruling(sessions, after.0, after.1, Depth::Gist)?,
        };
        let kind = |ruling: &Ruling| ruling.report.verdict.kind;
        if kind(&moved.before) != kind(&moved.after) || !moved.tests().is_empty() {
            each(moved);
        }
        Ok(())
    }
}
