//! How far a learner has come, exercise by exercise.
//!
//! [`Progress`] is plain data: it is told what happened and when, and never looks at a clock.
//! [`ProgressStore`] keeps it in a file.
//!
//! # What is counted
//!
//! - **Attempts.** A verdict is an attempt if the learner's file is neither what the verdict
//!   before was about, nor the untouched stub. To judge the same text again is no attempt.
//! - **Time spent**, in seconds. Each save and each verdict is a sign that somebody works on the
//!   exercise. The time between two signs of one exercise counts, but never more than
//!   [`LONGEST_GAP`]: who stays away longer has gone for lunch. The first sign counts nothing. If
//!   the clock is put back, that gap counts nothing, and counting goes on from there.

mod format;
mod merge;
mod store;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::VerdictKind;

pub use format::{Exported, VERSION};
pub use merge::Merged;
pub use store::{Damage, Loaded, ProgressStore};

/// The longest time between two signs of work that counts whole.
pub const LONGEST_GAP: Duration = Duration::from_mins(10);

/// Stands for the fingerprint of a file that is no text, or not there.
const UNREADABLE: &str = "unreadable";

/// Now, in seconds since 1970: what the methods of [`Progress`] want to be told.
pub fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

/// What a learner has achieved, exercise by exercise.
///
/// Exercises go by their package name, such as `ex05`. A topic may be renamed, and exercises may
/// come and go: what is recorded stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    exercises: BTreeMap<String, Record>,
}

/// What is known about one exercise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// When it first passed, in seconds since 1970. It stays passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_at: Option<u64>,
    /// How often it was tried, see [the module](self).
    #[serde(default)]
    pub attempts: u32,
    /// The time spent on it in seconds, see [the module](self).
    #[serde(default)]
    pub seconds: u64,
    /// The last sign of work on it, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<u64>,
    /// The tiers of hints that were opened, from 1.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub hints: BTreeSet<u8>,
    /// The last verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LastVerdict>,
}

/// The last verdict on an exercise, kept so that nothing is judged twice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastVerdict {
    /// Its kind.
    pub kind: VerdictKind,
    /// When it was given, in seconds since 1970. Nobody knows of verdicts that an early checker
    /// recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<u64>,
    /// A fingerprint of the text that was judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// A digest of everything that the verdict rests on. Empty if it must not be taken for a
    /// later one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// The whole report, as the judge wrote it. `null` if the verdict came from another machine.
    #[serde(default, skip_serializing_if = "serde_json::Value::is_null")]
    pub report: serde_json::Value,
}

/// A verdict to be recorded.
#[derive(Debug, Clone)]
pub struct NewVerdict<'a> {
    /// Its kind.
    pub kind: VerdictKind,
    /// The text that was judged; `None` if there was no text to read.
    pub source: Option<&'a str>,
    /// The untouched stub, if it is known.
    pub stub: Option<&'a str>,
    /// See [`LastVerdict::key`].
    pub key: String,
    /// See [`LastVerdict::report`].
    pub report: serde_json::Value,
}

impl Progress {
    /// What is known about the exercise `package`.
    pub fn of(&self, package: &str) -> Option<&Record> {
        self.exercises.get(package)
    }

    /// Every exercise that something is known about, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Record)> {
        self.exercises
            .iter()
            .map(|(package, record)| (package.as_str(), record))
    }

    /// Whether the exercise `package` has ever passed.
    pub fn is_passed(&self, package: &str) -> bool {
        self.solved_at(package).is_some()
    }

    /// When the exercise `package` first passed, in seconds since 1970.
    pub fn solved_at(&self, package: &str) -> Option<u64> {
        self.of(package)?.passed_at
    }

    /// How often the exercise `package` was tried, see [the module](self).
    pub fn attempts(&self, package: &str) -> u32 {
        self.of(package).map_or(0, |record| record.attempts)
    }

    /// The time spent on the exercise `package`, see [the module](self).
    pub fn time_spent(&self, package: &str) -> Duration {
        Duration::from_secs(self.of(package).map_or(0, |record| record.seconds))
    }

    /// The kind of the last verdict on the exercise `package`.
    pub fn last_kind(&self, package: &str) -> Option<VerdictKind> {
        Some(self.of(package)?.last.as_ref()?.kind)
    }

    /// The tiers of hints that were opened in the exercise `package`, from 1, in order.
    pub fn hints_opened(&self, package: &str) -> Vec<u8> {
        self.of(package)
            .map_or_else(Vec::new, |record| record.hints.iter().copied().collect())
    }

    /// The verdict kept for `key`, if that is what the last one rested on.
    pub fn remembered(&self, package: &str, key: &str) -> Option<&LastVerdict> {
        self.of(package)?
            .last
            .as_ref()
            .filter(|last| last.key == key && !key.is_empty())
    }

    /// Records a verdict given at `now`, in seconds since 1970. It is a sign of work too.
    pub fn record_verdict(&mut self, package: &str, verdict: NewVerdict<'_>, now: u64) {
        let record = self.record(package);
        record.sign_of_work(now);
        let source = fingerprint(verdict.source);
        let untouched = verdict.source.is_some() && verdict.source == verdict.stub;
        let before = record.last.as_ref().and_then(|last| last.source.as_ref());
        if !untouched && before != Some(&source) {
            record.attempts = record.attempts.saturating_add(1);
        }
        if verdict.kind.is_pass() {
            record.passed_at.get_or_insert(now);
        }
        record.last = Some(LastVerdict {
            kind: verdict.kind,
            at: Some(now),
            source: Some(source),
            key: verdict.key,
            report: verdict.report,
        });
    }

    /// Records that the learner's file was saved at `now`, in seconds since 1970: a sign of work.
    pub fn record_save(&mut self, package: &str, now: u64) {
        self.record(package).sign_of_work(now);
    }

    /// Records that a tier of hints was opened. It stays open.
    pub fn open_hint(&mut self, package: &str, tier: u8) {
        self.record(package).hints.insert(tier);
    }

    /// Forgets an exercise.
    pub fn forget(&mut self, package: &str) {
        self.exercises.remove(package);
    }

    fn record(&mut self, package: &str) -> &mut Record {
        self.exercises.entry(package.to_owned()).or_default()
    }
}

impl Record {
    fn sign_of_work(&mut self, now: u64) {
        let gap = now.saturating_sub(self.seen_at.unwrap_or(now));
        let counted = gap.min(LONGEST_GAP.as_secs());
        self.seconds = self.seconds.saturating_add(counted);
        self.seen_at = Some(now);
    }
}

/// Tells one text from another. No secret: it says nothing about what is in the text.
fn fingerprint(source: Option<&str>) -> String {
    match source {
        Some(text) => blake3::hash(text.as_bytes()).to_hex()[..16].to_owned(),
        None => UNREADABLE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(kind: VerdictKind, source: &str) -> NewVerdict<'_> {
        NewVerdict {
            kind,
            source: Some(source),
            stub: Some("todo"),
            key: format!("key of {source}"),
            report: serde_json::Value::Null,
        }
    }

    #[test]
    fn a_changed_file_is_an_attempt_and_the_same_file_is_none() {
        use VerdictKind::{Incomplete, Passed, Race};
        let mut progress = Progress::default();
        for (source, kind, attempts) in [
            ("todo", Incomplete, 0),
            ("first", Race, 1),
            ("first", Race, 1),
            ("second", Passed, 2),
            ("todo", Incomplete, 2),
            ("second", Passed, 3),
        ] {
            progress.record_verdict("ex05", verdict(kind, source), 1);
            assert_eq!(progress.attempts("ex05"), attempts, "{source}");
            assert_eq!(progress.last_kind("ex05"), Some(kind));
        }
        assert_eq!(progress.attempts("ex06"), 0);
        assert_eq!(progress.last_kind("ex06"), None);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_one_change_however_often() {
        let mut progress = Progress::default();
        let mut unreadable = verdict(VerdictKind::CompileError, "");
        unreadable.source = None;
        progress.record_verdict("ex05", unreadable.clone(), 1);
        progress.record_verdict("ex05", unreadable, 2);
        assert_eq!(progress.attempts("ex05"), 1);
    }

    #[test]
    fn the_first_pass_counts_and_stays() {
        let mut progress = Progress::default();
        progress.record_verdict("ex05", verdict(VerdictKind::Race, "a"), 10);
        assert_eq!(progress.solved_at("ex05"), None);
        progress.record_verdict("ex05", verdict(VerdictKind::Passed, "b"), 20);
        progress.record_verdict("ex05", verdict(VerdictKind::Deadlock, "c"), 30);
        progress.record_verdict("ex05", verdict(VerdictKind::Passed, "d"), 40);
        assert_eq!(progress.solved_at("ex05"), Some(20));
        assert!(progress.is_passed("ex05"));
    }

    #[test]
    fn what_is_remembered_is_what_it_rested_on() {
        let mut progress = Progress::default();
        progress.record_verdict("ex05", verdict(VerdictKind::Race, "a"), 10);
        assert!(progress.remembered("ex05", "key of a").is_some());
        assert!(progress.remembered("ex05", "key of b").is_none());
        let mut keyless = verdict(VerdictKind::TimedOut, "a");
        keyless.key.clear();
        progress.record_verdict("ex05", keyless, 20);
        assert!(progress.remembered("ex05", "").is_none());
    }

    #[test]
    fn time_is_the_sum_of_the_gaps_and_a_long_gap_is_a_break() {
        const MINUTE: u64 = 60;
        let mut progress = Progress::default();
        let mut spent = |kind: &str, now| {
            match kind {
                "save" => progress.record_save("ex05", now),
                _ => progress.record_verdict("ex05", verdict(VerdictKind::Race, "a"), now),
            }
            progress.time_spent("ex05").as_secs()
        };
        assert_eq!(spent("save", 1_000), 0, "the first sign counts nothing");
        assert_eq!(spent("verdict", 1_002), 2);
        assert_eq!(spent("verdict", 1_002), 2);
        assert_eq!(spent("save", 1_002 + 9 * MINUTE), 2 + 9 * MINUTE);
        // A night.
        assert_eq!(spent("save", 50_000), 2 + 19 * MINUTE);
        // The clock is put back, and counting goes on from there.
        assert_eq!(spent("verdict", 20_000), 2 + 19 * MINUTE);
        assert_eq!(spent("save", 20_005), 7 + 19 * MINUTE);
        // Other exercises have a time of their own.
        progress.record_save("ex06", 20_006);
        assert_eq!(progress.time_spent("ex06"), Duration::ZERO);
        assert_eq!(progress.time_spent("ex07"), Duration::ZERO);
    }

    #[test]
    fn an_opened_hint_stays_open() {
        let mut progress = Progress::default();
        assert!(progress.hints_opened("ex05").is_empty());
        for tier in [2, 1, 2] {
            progress.open_hint("ex05", tier);
        }
        assert_eq!(progress.hints_opened("ex05"), [1, 2]);
        assert_eq!(progress.attempts("ex05"), 0);
        assert_eq!(progress.time_spent("ex05"), Duration::ZERO);
    }
}
