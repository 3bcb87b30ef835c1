//! Two records of the same learner put together, such as those of two machines.
//!
//! Nothing that either knows is undone. What was done on both counts once: of two numbers the
//! larger one is taken, so that importing the same file twice changes nothing.

use std::collections::btree_map::Entry;

use super::{LastVerdict, Progress, Record};

/// What a merge did to one exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merged {
    /// Nothing was known about it before.
    New,
    /// More is known about it now.
    More,
    /// Everything was known.
    Same,
}

impl Progress {
    /// Takes in what `other` knows. Says what that did to each exercise of `other`.
    pub fn merge(&mut self, other: &Self) -> Vec<(String, Merged)> {
        let mut done = Vec::new();
        for (package, theirs) in &other.exercises {
            let what = match self.exercises.entry(package.clone()) {
                Entry::Vacant(entry) => {
                    entry.insert(theirs.clone());
                    Merged::New
                }
                Entry::Occupied(mut entry) => {
                    let ours = entry.get_mut();
                    let before = ours.clone();
                    ours.merge(theirs);
                    if *ours == before {
                        Merged::Same
                    } else {
                        Merged::More
                    }
                }
            };
            done.push((package.clone(), what));
        }
        done
    }
}

impl Record {
    fn merge(&mut self, theirs: &Self) {
        let passed = self.passed_at.into_iter().chain(theirs.passed_at);
        self.passed_at = passed.min();
        self.attempts = self.attempts.max(theirs.attempts);
        self.seconds = self.seconds.max(theirs.seconds);
        self.seen_at = self.seen_at.max(theirs.seen_at);
        self.hints.extend(&theirs.hints);
        // Ours wins a tie: it has the whole report.
        let at = |last: &Option<LastVerdict>| last.as_ref().map(|last| last.at);
        if at(&theirs.last) > at(&self.last) {
            self.last.clone_from(&theirs.last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::VerdictKind;

    fn last(kind: VerdictKind, at: Option<u64>) -> LastVerdict {
        LastVerdict {
            kind,
            at,
            source: None,
            key: "key".to_owned(),
            report: serde_json::json!({"of": kind}),
        }
    }

    /// Records of every sort: each field at each of several values.
    fn records() -> Vec<Record> {
        let mut all = vec![Record::default()];
        let mut vary = |change: &dyn Fn(&mut Record, u64)| {
            for base in all.clone() {
                for value in [1, 2] {
                    let mut record = base.clone();
                    change(&mut record, value);
                    all.push(record);
                }
            }
        };
        vary(&|record, value| record.passed_at = Some(value));
        vary(&|record, value| {
            record.attempts = u32::try_from(value).unwrap();
            record.seconds = 3 - value;
        });
        vary(&|record, value| {
            record.hints.insert(u8::try_from(value).unwrap());
        });
        vary(&|record, value| {
            let kind = [VerdictKind::Race, VerdictKind::Passed];
            let at = (value > 1).then_some(value);
            record.last = Some(last(kind[usize::try_from(value).unwrap() - 1], at));
            record.seen_at = at;
        });
        all
    }

    fn merged(ours: &Record, theirs: &Record) -> Record {
        let mut record = ours.clone();
        record.merge(theirs);
        record
    }

    #[test]
    fn nothing_done_is_undone() {
        for ours in records() {
            for theirs in records() {
                let both = merged(&ours, &theirs);
                for one in [&ours, &theirs] {
                    let passed = one.passed_at.is_none_or(|at| both.passed_at <= Some(at));
                    assert!(passed && both.passed_at.is_some() >= one.passed_at.is_some());
                    assert!(both.attempts >= one.attempts);
                    assert!(both.seconds >= one.seconds);
                    assert!(both.seen_at >= one.seen_at);
                    assert!(both.hints.is_superset(&one.hints));
                    let at = |record: &Record| record.last.as_ref().map(|last| last.at);
                    assert!(at(&both) >= at(one));
                }
            }
        }
    }

    #[test]
    fn twice_is_once_and_the_order_does_not_matter() {
        for ours in records() {
            assert_eq!(merged(&ours, &ours), ours);
            for theirs in records() {
                let both = merged(&ours, &theirs);
                assert_eq!(merged(&both, &theirs), both);
                assert_eq!(merged(&theirs, &ours), both);
            }
        }
    }

    #[test]
    fn the_report_at_hand_survives_the_one_that_was_left_out() {
        let ours = Record {
            last: Some(last(VerdictKind::Race, Some(5))),
            ..Record::default()
        };
        let mut theirs = ours.clone();
        theirs.last.as_mut().unwrap().report = serde_json::Value::Null;
        assert_eq!(merged(&ours, &theirs), ours);
    }

    #[test]
    fn each_exercise_is_told() {
        let record = |attempts| Record {
            attempts,
            ..Record::default()
        };
        let mut ours = Progress::default();
        ours.exercises.insert("ex01".into(), record(2));
        ours.exercises.insert("ex02".into(), record(2));
        ours.exercises.insert("ex09".into(), record(2));
        let mut theirs = Progress::default();
        theirs.exercises.insert("ex01".into(), record(1));
        theirs.exercises.insert("ex02".into(), record(3));
        theirs.exercises.insert("ex03".into(), record(1));
        let told = ours.merge(&theirs);
        let told: Vec<_> = told.iter().map(|(name, what)| (&**name, *what)).collect();
        assert_eq!(
            told,
            [
                ("ex01", Merged::Same),
                ("ex02", Merged::More),
                ("ex03", Merged::New)
            ]
        );
        let attempts = ["ex01", "ex02", "ex03", "ex09"].map(|name| ours.attempts(name));
        assert_eq!(attempts, [2, 3, 1, 2]);
    }
}
