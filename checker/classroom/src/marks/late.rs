//! What lateness costs: a pure function of when something was handed in.
//!
//! The clock of the machine plays no part, nor do time zones: due times carry their own
//! offset, and a day is 24 hours. `CLASSROOM.md` tells the same to instructors.
//!
//! | due 23:59, grace 15 min, 10% a day, at most 50%, cut-off 7 days | late by | taken off |
//! |---|---|---|
//! | handed in at 23:59 | in time | nothing |
//! | handed in at 00:14, 15 min after the due time | in time | nothing |
//! | handed in at 00:15 | 1 min, so 1 day | 10% |
//! | handed in 1 day 3 h after the due time | 1 day 2 h 45 min, so 2 days | 20% |
//! | handed in 6 days after the due time | 5 days 23 h 45 min, so 6 days | 50% |
//! | handed in 7 days 16 min after the due time | more than 7 days | it is not accepted |

use std::fmt;

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

use super::length::{DAY, Length};
use super::percent::Percent;
use crate::record::{HandedIn, Points};

/// A point in time, and the offset from UTC in which to show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When it is.
    pub at: Timestamp,
    /// The offset that its author wrote.
    pub offset: Offset,
}

impl Moment {
    /// `at`, shown in the same offset.
    fn show(&self, at: Timestamp) -> Self {
        Self {
            at,
            offset: self.offset,
        }
    }
}

/// `2026-10-05 23:59 +02:00`; with seconds if there are any.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.offset.to_datetime(self.at);
        let (date, hour, minute) = (local.date(), local.hour(), local.minute());
        let second = match local.second() {
            0 => String::new(),
            second => format!(":{second:02}"),
        };
        let sign = if self.offset.is_negative() { '-' } else { '+' };
        let minutes = self.offset.seconds().unsigned_abs() / 60;
        let (hours, minutes) = (minutes / 60, minutes % 60);
        f.pad(&format!(
            "{date} {hour:02}:{minute:02}{second} {sign}{hours:02}:{minutes:02}"
        ))
    }
}

/// What is taken off for lateness, as a share of what the tests earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LatePolicy {
    /// For each day that has begun.
    pub per_day: Percent,
    /// What is late at all loses so much.
    pub at_least: Percent,
    /// Nothing loses more.
    pub at_most: Percent,
    /// What is later than this is not accepted.
    pub cut_off: Option<Length>,
}

impl LatePolicy {
    /// Lateness costs nothing.
    pub const NONE: Self = Self {
        per_day: Percent::ZERO,
        at_least: Percent::ZERO,
        at_most: Percent::ALL,
        cut_off: None,
    };

    /// The share that is taken off what is `late_by` seconds late.
    pub fn taken_off(&self, late_by: u64) -> Percent {
        if late_by == 0 {
            return Percent::ZERO;
        }
        let by_days = self.per_day.times(days(late_by));
        // Not `clamp`, which panics if the bounds are the wrong way round.
        by_days.max(self.at_least).min(self.at_most)
    }

    /// Whether what is `late_by` seconds late is marked at all.
    pub fn accepts(&self, late_by: u64) -> bool {
        self.cut_off
            .is_none_or(|cut_off| late_by <= cut_off.seconds())
    }

    /// By how many seconds something may be late and still earn a part of its points.
    /// `None`: there is no end.
    pub fn earns_until(&self) -> Option<u64> {
        let all_is_off = if self.at_most < Percent::ALL {
            None
        } else if self.at_least == Percent::ALL {
            Some(0)
        } else {
            let days = self.per_day.times_until_all();
            days.map(|days| (days - 1).saturating_mul(DAY))
        };
        let cut_off = self.cut_off.map(Length::seconds);
        all_is_off.into_iter().chain(cut_off).min()
    }

    /// What is left of `earned` when it is `late_by` seconds late. A part of a
    /// hundredth of a point is left to the learner.
    pub fn points(&self, earned: Points, late_by: u64) -> Points {
        if !self.accepts(late_by) {
            return Points(0);
        }
        Points(earned.0 - self.taken_off(late_by).of(earned.0))
    }
}

/// `10% a day, at least 20%, at most 50%, nothing after 7 days`.
impl fmt::Display for LatePolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if self.per_day > Percent::ZERO {
            parts.push(format!("{} a day", self.per_day));
        }
        if self.at_least > Percent::ZERO {
            parts.push(format!("at least {}", self.at_least));
        }
        if self.at_most < Percent::ALL {
            parts.push(format!("at most {}", self.at_most));
        }
        match self.cut_off {
            Some(Length::ZERO) => parts.push("nothing late is accepted".to_owned()),
            Some(cut_off) => parts.push(format!("nothing is accepted after {cut_off}")),
            None => {}
        }
        if parts.is_empty() {
            parts.push("nothing is taken off".to_owned());
        }
        f.pad(&parts.join(", "))
    }
}

/// Days that have begun.
fn days(late_by: u64) -> u64 {
    late_by.div_ceil(DAY)
}

/// When a learner must hand in an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// When it is due for everyone.
    pub due: Moment,
    /// So much later is still in time.
    pub grace: Length,
    /// What this learner was granted.
    pub granted: Option<Granted>,
}

/// An exception for a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// What was granted.
    pub what: Extra,
    /// Why, if the instructor wrote it down.
    pub reason: Option<String>,
}

/// What a learner may be granted. It never makes a due time earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    /// So much more time.
    Time(Length),
    /// Another due time.
    Until(Moment),
    /// Lateness costs nothing, whatever it is.
    Excused,
}

impl Deadline {
    /// When it is due for this learner.
    pub fn due_for_learner(&self) -> Moment {
        match self.granted.as_ref().map(|granted| granted.what) {
            Some(Extra::Until(until)) if until.at > self.due.at => until,
            Some(Extra::Time(extra)) => self.due.show(later(self.due.at, extra)),
            _ => self.due,
        }
    }

    /// The last moment that is in time for this learner.
    pub fn in_time_until(&self) -> Timestamp {
        later(self.due_for_learner().at, self.grace)
    }

    /// The last second in which this learner can hand in and still earn something.
    /// `None`: there is none, because nothing ends it.
    pub fn last_call(&self, policy: &LatePolicy) -> Option<Timestamp> {
        if matches!(&self.granted, Some(granted) if granted.what == Extra::Excused) {
            return None;
        }
        let late = Length::from_seconds(policy.earns_until()?);
        Some(later(self.in_time_until(), late))
    }

    /// By how many seconds `submitted` is late. A part of a second does not count.
    pub fn late_by(&self, submitted: Timestamp) -> u64 {
        let past = submitted.duration_since(self.in_time_until()).as_secs();
        u64::try_from(past).unwrap_or(0)
    }
}

fn later(at: Timestamp, length: Length) -> Timestamp {
    let seconds = i64::try_from(length.seconds()).unwrap_or(i64::MAX);
    at.checked_add(SignedDuration::from_secs(seconds))
        .unwrap_or(Timestamp::MAX)
}

/// What came of a hand-in's time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoned {
    /// What is left of what was earned.
    pub points: Points,
    /// By how many seconds it was late.
    pub late_by: u64,
    /// Whether it came before the cut-off.
    pub accepted: bool,
    /// How it was reckoned, a sentence a step.
    pub steps: Vec<String>,
}

/// What is left of `earned` under `policy` when it was `handed_in` for `deadline`.
///
/// Without a deadline nothing is late. What nobody knows the time of is not late either.
/// Handing in later never leaves more.
pub fn reckon(
    policy: &LatePolicy,
    deadline: Option<&Deadline>,
    handed_in: Option<HandedIn>,
    earned: Points,
) -> Reckoned {
    let in_time = |steps| Reckoned {
        points: earned,
        late_by: 0,
        accepted: true,
        steps,
    };
    let Some(deadline) = deadline else {
        return in_time(Vec::new());
    };
    let due = deadline.due_for_learner();
    let Some(handed_in) = handed_in else {
        let step = format!(
            "It was due at {due}. When it was handed in is not known: it counts as in time."
        );
        return in_time(vec![step]);
    };
    let mut steps: Vec<_> = deadline
        .granted
        .as_ref()
        .map(granted_step)
        .into_iter()
        .collect();
    let submitted = handed_in.at;
    let at = format!("{}{}", due.show(submitted), handed_in.by_whom());
    let late_by = deadline.late_by(submitted);
    if late_by == 0 {
        let step = if submitted > due.at {
            format!(
                "Handed in at {at}, after the due time {due} but within the grace of {}: in time.",
                deadline.grace
            )
        } else {
            format!("Handed in at {at}, due at {due}: in time.")
        };
        steps.push(step);
        return in_time(steps);
    }
    let after = submitted.duration_since(due.at).as_secs();
    let after = Length::from_seconds(u64::try_from(after).unwrap_or(0));
    let grace = match deadline.grace {
        Length::ZERO => String::new(),
        grace => format!("; the grace is {grace}"),
    };
    let days_late = match days(late_by) {
        1 => "1 day late".to_owned(),
        days => format!("{days} days late"),
    };
    steps.push(format!(
        "Handed in at {at}, {after} after the due time {due}{grace}: {days_late}."
    ));
    if matches!(&deadline.granted, Some(granted) if granted.what == Extra::Excused) {
        steps.push("The lateness is excused: nothing is taken off.".to_owned());
        return Reckoned {
            late_by,
            ..in_time(steps)
        };
    }
    let points = policy.points(earned, late_by);
    let accepted = policy.accepts(late_by);
    steps.push(if accepted {
        policy_step(policy, late_by, earned, points)
    } else {
        format!("Late policy: {policy}. It came too late: 0 points.")
    });
    Reckoned {
        points,
        late_by,
        accepted,
        steps,
    }
}

fn granted_step(granted: &Granted) -> String {
    let reason = match &granted.reason {
        Some(reason) => format!(" ({reason})"),
        None => String::new(),
    };
    match granted.what {
        Extra::Time(extra) => format!("Extra time: {extra}{reason}."),
        Extra::Until(until) => format!("Extra time: until {until}{reason}."),
        Extra::Excused => format!("Lateness is excused{reason}."),
    }
}

fn policy_step(policy: &LatePolicy, late_by: u64, earned: Points, points: Points) -> String {
    if *policy == LatePolicy::NONE {
        return "Late policy: none, nothing is taken off.".to_owned();
    }
    match policy.taken_off(late_by) {
        Percent::ZERO => format!("Late policy: {policy}. Nothing is taken off."),
        share => {
            format!("Late policy: {policy}. {share} off: {points} of {earned} points are left.")
        }
    }
}

#[cfg(test)]
mod tests;
