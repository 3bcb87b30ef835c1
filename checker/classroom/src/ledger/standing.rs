//! For whom a verdict holds.

use course::VerdictKind;
use judge::Report;

/// For whom a verdict holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// For nobody: the grader failed, in the whole or in one test. It is recorded, and
    /// tried again.
    Fault,
    /// For the hand-in it was given on. A test ran out of time, which a busy machine may
    /// be to blame for; so nobody else is judged by it, not even with the same file. The
    /// hand-in itself is not judged again unless somebody asks: a file that hangs would
    /// otherwise hold up every run.
    Once,
    /// For whatever has the same key: judging it again would end in the same way.
    Lasting,
}

impl Standing {
    /// For whom this report holds.
    ///
    /// It looks at every test, where [`Report::is_lasting`] looks at the verdict alone:
    /// partial credit rests on each of them.
    pub fn of(report: &Report) -> Self {
        let any = |kind: VerdictKind| {
            report.verdict.kind == kind || report.tests.iter().any(|test| test.kind() == kind)
        };
        if any(VerdictKind::GraderError) {
            Self::Fault
        } else if any(VerdictKind::TimedOut) || !report.is_lasting() {
            Self::Once
        } else {
            Self::Lasting
        }
    }

    /// The word for it, in the ledger and for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Once => "once",
            Self::Lasting => "lasting",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        [Self::Fault, Self::Once, Self::Lasting]
            .into_iter()
            .find(|standing| standing.word() == word)
    }
}
