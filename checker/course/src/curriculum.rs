//! The plan of the whole course, and how its exercises are named.

use crate::{Error, Exercise, Result};

/// A part of the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its number, from 1.
    pub number: u8,
    /// Its title.
    pub title: &'static str,
}

/// An exercise as planned. It may not be in every copy of the workbook yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// Its number, from 1.
    pub number: u32,
    /// Its topic, as in its folder's name.
    pub topic: &'static str,
    /// The number of the part it belongs to.
    pub part: u8,
}

const fn part(number: u8, title: &'static str) -> Part {
    Part { number, title }
}

/// The parts of the course, in order.
pub const PARTS: &[Part] = &[
    part(1, "Threads"),
    part(2, "Message passing"),
    part(3, "Shared state"),
    part(4, "Atomics"),
    part(5, "Send and Sync"),
    part(6, "Write your own"),
    part(7, "Heisenbug hunts"),
    part(8, "Others' work and capstones"),
];

const fn planned(number: u32, topic: &'static str, part: u8) -> Planned {
    Planned {
        number,
        topic,
        part,
    }
}

/// All exercises of the course, in order.
pub const CURRICULUM: &[Planned] = &[
    planned(1, "spawn_and_join", 1),
    planned(2, "move_into_thread", 1),
    planned(3, "no_order_promised", 1),
    planned(4, "scoped_threads", 1),
    planned(5, "rc_is_not_send", 1),
    planned(6, "thread_panics", 1),
    planned(7, "first_channel", 2),
    planned(8, "many_producers", 2),
    planned(9, "hang_up", 2),
    planned(10, "bounded_channel", 2),
    planned(11, "pipeline", 2),
    planned(12, "reply_channel", 2),
    planned(13, "worker_pool", 2),
    planned(14, "timeouts", 2),
    planned(15, "mutex_counter", 3),
    planned(16, "lost_update", 3),
    planned(17, "guard_scope", 3),
    planned(18, "deadlock", 3),
    planned(19, "poison", 3),
    planned(20, "rwlock_cache", 3),
    planned(21, "condvar_queue", 3),
    planned(22, "barrier_phases", 3),
    planned(23, "once_init", 3),
    planned(24, "dining_philosophers", 3),
    planned(25, "atomic_counter", 4),
    planned(26, "compare_exchange", 4),
    planned(27, "stop_flag", 4),
    planned(28, "publish", 4),
    planned(29, "store_buffer", 4),
    planned(30, "seqlock", 4),
    planned(31, "auto_traits", 5),
    planned(32, "unsafe_impl_send", 5),
    planned(33, "not_send_on_purpose", 5),
    planned(34, "bounds_on_api", 5),
    planned(35, "spin_lock", 6),
    planned(36, "oneshot", 6),
    planned(37, "channel", 6),
    planned(38, "arc", 6),
    planned(39, "semaphore", 6),
    planned(40, "rwlock", 6),
    planned(41, "thread_pool", 6),
    planned(42, "lost_wakeup", 7),
    planned(43, "check_then_act", 7),
    planned(44, "shutdown_hang", 7),
    planned(45, "parallel_iterators", 8),
    planned(46, "channels_and_select", 8),
    planned(47, "link_checker", 8),
    planned(48, "key_value_store", 8),
];

impl Planned {
    /// Its package name, such as `ex05`.
    pub fn package(&self) -> String {
        package(self.number)
    }
}

pub(crate) fn package(number: u32) -> String {
    format!("ex{number:02}")
}

/// What a learner may have meant: a number, or a topic.
enum Name {
    Number(u32),
    Topic(String),
}

fn read_name(text: &str) -> Name {
    let text = text.trim().trim_end_matches('/').to_ascii_lowercase();
    // A path typed with the shell's completion, or handed over by an editor, has
    // the exercise's folder in it.
    let mut folders = text.rsplit(['/', '\\']);
    let last = folders.clone().next().unwrap_or_default();
    let text = folders.find(|name| is_folder(name)).unwrap_or(last);
    let (head, topic) = match text.split_once('_') {
        Some((head, topic)) if number(head).is_some() => (head, Some(topic)),
        _ => (text, None),
    };
    match (number(head), topic) {
        (Some(number), None) => Name::Number(number),
        (_, Some(topic)) => Name::Topic(topic.to_owned()),
        (None, None) => Name::Topic(text.replace('-', "_")),
    }
}

/// Whether it is `ex05_rc_is_not_send`, or has that form.
fn is_folder(name: &str) -> bool {
    name.split_once('_')
        .is_some_and(|(head, _)| head.starts_with("ex") && number(head).is_some())
}

fn number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("ex").unwrap_or(text);
    // `u32::from_str` takes a sign; an exercise has none.
    digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| digits.parse().ok())
        .flatten()
}

pub(crate) fn find<'a>(exercises: &'a [Exercise], asked: &str) -> Result<&'a Exercise> {
    let name = read_name(asked);
    let found = exercises.iter().find(|exercise| match &name {
        Name::Number(number) => exercise.number == *number,
        Name::Topic(topic) => exercise.topic == *topic,
    });
    if let Some(exercise) = found {
        return Ok(exercise);
    }
    let planned = CURRICULUM.iter().find(|planned| match &name {
        Name::Number(number) => planned.number == *number,
        Name::Topic(topic) => planned.topic == topic,
    });
    if let Some(planned) = planned {
        return Err(Error::NotYetHere {
            package: planned.package(),
            topic: planned.topic.to_owned(),
        });
    }
    Err(Error::NoSuchExercise {
        asked: asked.to_owned(),
        nearest: nearest(exercises, &name),
    })
}

/// Up to three names close to the one asked for, the closest first.
fn nearest(exercises: &[Exercise], name: &Name) -> Vec<String> {
    let topic = match name {
        Name::Topic(topic) => topic,
        Name::Number(number) => {
            // Someone past the last exercise wants to know which that is.
            return exercises
                .iter()
                .min_by_key(|exercise| exercise.number.abs_diff(*number))
                .map(|exercise| exercise.package.clone())
                .into_iter()
                .collect();
        }
    };
    let mut scored: Vec<_> = exercises
        .iter()
        .flat_map(|exercise| [&exercise.topic, &exercise.package])
        .map(|candidate| {
            // Half a name is a common way to ask: it counts as close.
            let part = topic.len() >= 3 && candidate.contains(topic.as_str());
            let likeness = strsim::jaro_winkler(topic, candidate);
            (if part { 1.0 } else { likeness }, candidate)
        })
        .filter(|(likeness, _)| *likeness >= 0.78)
        .collect();
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    scored
        .into_iter()
        .map(|(_, candidate)| candidate.clone())
        .take(3)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::tests::exercise;

    fn exercises() -> Vec<Exercise> {
        vec![
            exercise(1, "spawn_and_join"),
            exercise(5, "rc_is_not_send"),
            exercise(16, "lost_update"),
        ]
    }

    #[test]
    fn the_plan_counts_from_one_and_its_parts_rise() {
        for (index, planned) in CURRICULUM.iter().enumerate() {
            assert_eq!(planned.number as usize, index + 1);
        }
        assert!(CURRICULUM.is_sorted_by_key(|planned| planned.part));
        assert_eq!(CURRICULUM.len(), 48);
        for (index, part) in PARTS.iter().enumerate() {
            assert_eq!(usize::from(part.number), index + 1);
            assert!(CURRICULUM.iter().any(|p| p.part == part.number));
        }
    }

    #[test]
    fn one_exercise_has_many_names() {
        let all = exercises();
        for name in [
            "ex05",
            "5",
            "05",
            "EX5",
            "rc_is_not_send",
            "rc-is-not-send",
            "ex05_rc_is_not_send",
            "exercises/ex05_rc_is_not_send/",
            "exercises/ex05_rc_is_not_send/src/lib.rs",
            "C:\\ex16_class\\exercises\\ex05_rc_is_not_send\\tests\\schedules.rs",
            " ex05 ",
        ] {
            assert_eq!(find(&all, name).unwrap().number, 5, "{name}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_answered_with_the_nearest_name() {
        let all = exercises();
        for (name, expected) in [
            ("lost_updte", "lost_update"),
            ("update", "lost_update"),
            ("spawn", "spawn_and_join"),
        ] {
            match find(&all, name) {
                Err(Error::NoSuchExercise { nearest, .. }) => {
                    assert_eq!(nearest.first().unwrap(), expected);
                }
                other => panic!("{name}: {other:?}"),
            }
        }
        match find(&all, "zebra") {
            Err(Error::NoSuchExercise { nearest, .. }) => assert!(nearest.is_empty()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_planned_exercise_is_told_from_an_unknown_one() {
        let all = exercises();
        assert!(matches!(find(&all, "30"), Err(Error::NotYetHere { .. })));
        assert!(matches!(
            find(&all, "seqlock"),
            Err(Error::NotYetHere { .. })
        ));
        match find(&all, "99") {
            Err(Error::NoSuchExercise { nearest, .. }) => assert_eq!(nearest, ["ex16"]),
            other => panic!("{other:?}"),
        }
        assert!(matches!(
            find(&all, "+5"),
            Err(Error::NoSuchExercise { .. })
        ));
        assert!(matches!(find(&all, ""), Err(Error::NoSuchExercise { .. })));
    }
}
