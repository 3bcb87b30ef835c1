use proptest::prelude::*;

use super::*;
use crate::Vouched;
use crate::marks::length::{HOUR, MINUTE};

/// Nobody vouches for it.
fn at(at: Timestamp) -> HandedIn {
    let vouched = None;
    HandedIn { at, vouched }
}

fn moment(text: &str) -> Moment {
    let offset = jiff::fmt::temporal::Pieces::parse(text).unwrap();
    Moment {
        at: text.parse().unwrap(),
        offset: offset.to_numeric_offset().unwrap(),
    }
}

fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

fn deadline() -> Deadline {
    Deadline {
        due: moment("2026-10-05T23:59:00+02:00"),
        grace: "15m".parse().unwrap(),
        granted: None,
    }
}

fn granted(what: Extra) -> Deadline {
    Deadline {
        granted: Some(Granted {
            what,
            reason: Some("ill".to_owned()),
        }),
        ..deadline()
    }
}

fn policy() -> LatePolicy {
    LatePolicy {
        per_day: percent("10%"),
        at_least: Percent::ZERO,
        at_most: percent("50%"),
        cut_off: Some("7d".parse().unwrap()),
    }
}

/// What is left of 20 points that were handed in so many seconds after the due time.
fn after(policy: &LatePolicy, deadline: &Deadline, seconds: i64) -> Reckoned {
    let submitted = deadline.due.at + SignedDuration::from_secs(seconds);
    reckon(policy, Some(deadline), Some(at(submitted)), Points(20_00))
}

#[test]
fn the_table_of_the_documentation_is_true() {
    let (minute, day) = (MINUTE.cast_signed(), DAY.cast_signed());
    for (seconds, late_by, points) in [
        (-day, 0, 20_00),
        (0, 0, 20_00),
        (15 * minute, 0, 20_00),
        (15 * minute + 1, 1, 18_00),
        (16 * minute, MINUTE, 18_00),
        (15 * minute + day, DAY, 18_00),
        (15 * minute + day + 1, DAY + 1, 16_00),
        (day + 3 * 60 * minute, DAY + 3 * HOUR - 15 * MINUTE, 16_00),
        (6 * day, 6 * DAY - 15 * MINUTE, 10_00),
        (7 * day + 15 * minute, 7 * DAY, 10_00),
        (7 * day + 16 * minute, 7 * DAY + MINUTE, 0),
    ] {
        let reckoned = after(&policy(), &deadline(), seconds);
        assert_eq!(reckoned.late_by, late_by, "{seconds}");
        assert_eq!(reckoned.points, Points(points), "{seconds}");
        assert_eq!(reckoned.accepted, late_by <= 7 * DAY, "{seconds}");
    }
}

#[test]
fn each_step_is_a_sentence_that_defends_the_mark() {
    let minute = 60;
    let hour = 60 * minute;
    let day = 24 * hour;
    let mut told = String::new();
    let none = LatePolicy::NONE;
    let at_least = LatePolicy {
        at_least: percent("25%"),
        ..none
    };
    let strict = LatePolicy {
        cut_off: Some(Length::ZERO),
        ..none
    };
    let extra = granted(Extra::Time("2d".parse().unwrap()));
    let until = granted(Extra::Until(moment("2026-10-09T12:00:00+02:00")));
    let excused = granted(Extra::Excused);
    for (policy, deadline, seconds) in [
        (policy(), deadline(), -minute),
        (policy(), deadline(), 10 * minute),
        (policy(), deadline(), day + 3 * hour),
        (policy(), deadline(), 8 * day),
        (none, deadline(), day),
        (at_least, deadline(), hour),
        (strict, deadline(), hour),
        (strict, deadline(), 16 * minute + 5),
        (policy(), extra.clone(), day),
        (policy(), extra, 3 * day),
        (policy(), until, 5 * day),
        (policy(), excused.clone(), 30 * day),
        (policy(), excused, 0),
    ] {
        let reckoned = after(&policy, &deadline, seconds);
        told.push_str(&reckoned.steps.join("\n"));
        told.push_str("\n\n");
    }
    let unknown = reckon(&policy(), Some(&deadline()), None, Points(20_00));
    told.push_str(&unknown.steps.join("\n"));
    insta::assert_snapshot!(told);
}

#[test]
fn a_time_says_on_whose_word_it_is() {
    let steps = |vouched, days: u64| {
        let at = deadline().due.at + SignedDuration::from_secs((days * DAY).cast_signed());
        let handed_in = Some(HandedIn { at, vouched });
        let reckoned = reckon(&policy(), Some(&deadline()), handed_in, Points(20_00));
        reckoned.steps[0].clone()
    };
    let told = [
        steps(Some(Vouched::Commit), 0),
        steps(Some(Vouched::Commit), 1),
        steps(Some(Vouched::Platform), 1),
        steps(None, 1),
    ];
    insta::assert_snapshot!(told.join("\n"), @r"
    Handed in at 2026-10-05 23:59 +02:00 (by the commit's own word), due at 2026-10-05 23:59 +02:00: in time.
    Handed in at 2026-10-06 23:59 +02:00 (by the commit's own word), 1 day after the due time 2026-10-05 23:59 +02:00; the grace is 15 min: 1 day late.
    Handed in at 2026-10-06 23:59 +02:00 (by the platform's word), 1 day after the due time 2026-10-05 23:59 +02:00; the grace is 15 min: 1 day late.
    Handed in at 2026-10-06 23:59 +02:00, 1 day after the due time 2026-10-05 23:59 +02:00; the grace is 15 min: 1 day late.
    ");
}

#[test]
fn without_a_due_time_nothing_is_late() {
    let reckoned = reckon(&policy(), None, Some(at(Timestamp::MAX)), Points(5_00));
    assert_eq!(reckoned.points, Points(5_00));
    assert_eq!(reckoned.late_by, 0);
    assert!(reckoned.steps.is_empty());
}

#[test]
fn the_last_call_is_the_last_second_that_earns_something() {
    let last = |policy: &LatePolicy, deadline: &Deadline| {
        let last = deadline.last_call(policy)?;
        Some(last.duration_since(deadline.due.at).as_secs())
    };
    let (day, grace) = (DAY.cast_signed(), 15 * MINUTE.cast_signed());
    let by = granted(Extra::Time("2d".parse().unwrap()));
    assert_eq!(last(&policy(), &deadline()), Some(7 * day + grace));
    assert_eq!(last(&policy(), &by), Some(9 * day + grace));
    assert_eq!(last(&policy(), &granted(Extra::Excused)), None);
    assert_eq!(last(&LatePolicy::NONE, &deadline()), None);
    let harsh = LatePolicy {
        per_day: percent("50%"),
        ..LatePolicy::NONE
    };
    assert_eq!(last(&harsh, &deadline()), Some(day + grace));
    let at_once = LatePolicy {
        at_least: Percent::ALL,
        ..LatePolicy::NONE
    };
    assert_eq!(last(&at_once, &deadline()), Some(grace));
}

#[test]
fn extra_time_never_makes_a_due_time_earlier() {
    let earlier = granted(Extra::Until(moment("2026-10-01T12:00:00+02:00")));
    assert_eq!(earlier.due_for_learner(), deadline().due);
    assert_eq!(after(&policy(), &earlier, 0).points, Points(20_00));
}

#[test]
fn the_night_when_clocks_change_is_as_long_as_any_other() {
    // Central Europe sets its clocks back on 25 October 2026: the wall clock says that
    // 24 hours after this is 22:59.
    let deadline = Deadline {
        due: moment("2026-10-24T23:59:00+02:00"),
        grace: Length::ZERO,
        granted: None,
    };
    let at = |text: &str| {
        let submitted = Some(at(moment(text).at));
        let reckoned = reckon(&policy(), Some(&deadline), submitted, Points(10_00));
        (reckoned.late_by, reckoned.points)
    };
    assert_eq!(at("2026-10-25T22:59:00+01:00"), (DAY, Points(9_00)));
    assert_eq!(at("2026-10-25T22:59:01+01:00"), (DAY + 1, Points(8_00)));
    assert_eq!(at("2026-10-25T21:59:00Z"), (DAY, Points(9_00)));
}

#[test]
fn parts_of_a_second_do_not_count() {
    let submitted = deadline().in_time_until() + SignedDuration::from_millis(999);
    assert_eq!(deadline().late_by(submitted), 0);
}

#[test]
fn the_ends_of_time_do_no_harm() {
    let far = Deadline {
        due: Moment {
            at: Timestamp::MAX,
            offset: Offset::UTC,
        },
        grace: "3660d".parse().unwrap(),
        granted: None,
    };
    assert_eq!(far.late_by(Timestamp::MAX), 0);
    assert_eq!(far.late_by(Timestamp::MIN), 0);
    let reckoned = reckon(
        &policy(),
        Some(&deadline()),
        Some(at(Timestamp::MAX)),
        Points(1),
    );
    assert_eq!(reckoned.points, Points(0));
}

fn policies() -> impl Strategy<Value = LatePolicy> {
    let percent = || (0u32..=10_000).prop_map(Percent::from_hundredths);
    let cut_off = proptest::option::of((0u64..20 * DAY).prop_map(Length::from_seconds));
    (percent(), percent(), percent(), cut_off).prop_map(|(per_day, one, other, cut_off)| {
        LatePolicy {
            per_day,
            at_least: one.min(other),
            at_most: one.max(other),
            cut_off,
        }
    })
}

fn extras() -> impl Strategy<Value = Option<Granted>> {
    let until = moment("2026-10-07T08:00:00Z");
    proptest::option::of(prop_oneof![
        (0u64..10 * DAY).prop_map(|seconds| Extra::Time(Length::from_seconds(seconds))),
        Just(Extra::Until(until)),
        Just(Extra::Excused),
    ])
    .prop_map(|extra| extra.map(|what| Granted { what, reason: None }))
}

proptest! {
    #[test]
    fn later_never_earns_more(
        policy in policies(),
        granted in extras(),
        grace in 0u64..2 * DAY,
        earned in any::<u32>(),
        (one, other) in (-1_000_000i64..3_000_000, -1_000_000i64..3_000_000),
    ) {
        let grace = Length::from_seconds(grace);
        let deadline = Deadline { grace, granted, ..deadline() };
        let left = |seconds| {
            let submitted = deadline.due.at + SignedDuration::from_secs(seconds);
            reckon(&policy, Some(&deadline), Some(at(submitted)), Points(earned))
        };
        let (early, late) = (left(one.min(other)), left(one.max(other)));
        prop_assert!(early.points >= late.points);
        prop_assert!(early.late_by <= late.late_by);
        prop_assert!(early.points <= Points(earned));
    }

    #[test]
    fn the_caps_are_honoured(policy in policies(), earned in any::<u32>(), late_by in 1u64..40 * DAY) {
        let left = policy.points(Points(earned), late_by);
        if policy.accepts(late_by) {
            let off = earned - left.0;
            prop_assert!(off <= policy.at_most.of(earned));
            prop_assert!(off >= policy.at_least.of(earned));
        } else {
            prop_assert_eq!(left, Points(0));
        }
    }

    #[test]
    fn nothing_is_earned_after_the_end_and_something_until_then(
        policy in policies(),
        earned in 10_000u32..,
        past in 1u64..40 * DAY,
    ) {
        if let Some(end) = policy.earns_until() {
            prop_assert!(policy.points(Points(earned), end) > Points(0));
            prop_assert_eq!(policy.points(Points(earned), end + past), Points(0));
        } else {
            prop_assert!(policy.points(Points(earned), past) > Points(0));
        }
    }

    #[test]
    fn no_policy_changes_nothing(earned in any::<u32>(), late_by in any::<u64>()) {
        prop_assert_eq!(LatePolicy::NONE.points(Points(earned), late_by), Points(earned));
    }

    #[test]
    fn a_grant_never_costs_anything(
        policy in policies(),
        granted in extras(),
        earned in any::<u32>(),
        seconds in -1_000_000i64..3_000_000,
    ) {
        let left = |deadline: &Deadline| {
            let submitted = deadline.due.at + SignedDuration::from_secs(seconds);
            reckon(&policy, Some(deadline), Some(at(submitted)), Points(earned)).points
        };
        let favoured = Deadline { granted, ..deadline() };
        prop_assert!(left(&favoured) >= left(&deadline()));
    }
}
