//! The keys that `classroom.toml` knows. A test holds the schema and the reference
//! against these lists.

/// The keys of a table.
#[derive(Debug)]
pub(super) struct Keys {
    /// Where the table is, in words.
    pub place: &'static str,
    /// Its keys.
    pub names: &'static [&'static str],
}

pub(super) const TOP: Keys = Keys {
    place: "the top of the file, above the first [table]",
    names: &[
        "title",
        "roster",
        "attempts",
        "require-jail",
        "hidden-tests",
        "defaults",
        "exercises",
        "extra-time",
        "similarity",
    ],
};

pub(super) const HIDDEN_TESTS: Keys = Keys {
    place: "[hidden-tests]",
    names: &["folder", "show"],
};

pub(super) const DEFAULTS: Keys = Keys {
    place: "[defaults]",
    names: &["due", "grace", "late", "partial-credit"],
};

pub(super) const EXERCISE: Keys = Keys {
    place: "an exercise, such as [exercises.ex16]",
    names: &[
        "points",
        "weight",
        "test-points",
        "partial-credit",
        "due",
        "grace",
        "late",
    ],
};

pub(super) const LATE: Keys = Keys {
    place: "a late policy, such as [defaults.late]",
    names: &["per-day", "at-least", "at-most", "cut-off"],
};

pub(super) const EXTRA_TIME: Keys = Keys {
    place: "an entry of [[extra-time]]",
    names: &["learner", "exercises", "by", "until", "excused", "reason"],
};

pub(super) const SIMILARITY: Keys = Keys {
    place: "[similarity]",
    names: &[
        "gram",
        "window",
        "least-tokens",
        "least-shared",
        "threshold",
    ],
};

const ALL: [&Keys; 7] = [
    &TOP,
    &HIDDEN_TESTS,
    &DEFAULTS,
    &EXERCISE,
    &LATE,
    &EXTRA_TIME,
    &SIMILARITY,
];

impl Keys {
    /// What to write instead of `wrong`, which is none of these keys.
    pub(super) fn instead_of(&self, wrong: &str) -> String {
        if let Some(meant) = nearest(wrong, self.names.iter().copied()) {
            // Elsewhere a key may have just this name.
            if !ALL.iter().any(|keys| keys.names.contains(&wrong)) {
                return format!("Did you mean `{meant}`?");
            }
        }
        let homes: Vec<_> = ALL
            .iter()
            .filter(|keys| keys.names.contains(&wrong))
            .map(|keys| keys.place)
            .collect();
        if homes.is_empty() {
            format!("What can stand here is {}.", quoted(self.names))
        } else {
            format!("`{wrong}` belongs to {}.", homes.join(" or to "))
        }
    }
}

/// The one of `known` that `wrong` is most likely meant to be.
pub(super) fn nearest<'k>(wrong: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    // Below this, two words merely share a few letters.
    const CLOSE: f64 = 0.85;
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let wrong = plain(wrong);
    known
        .map(|known| (strsim::jaro_winkler(&wrong, &plain(known)), known))
        .filter(|(likeness, _)| *likeness >= CLOSE)
        // Of equals the first: `max_by` would take the last.
        .fold(None, |best: Option<(f64, &str)>, one| match best {
            Some(best) if best.0 >= one.0 => Some(best),
            _ => Some(one),
        })
        .map(|(_, known)| known)
}

/// `` `a`, `b` and `c` ``.
pub(super) fn quoted<T: std::fmt::Display>(names: &[T]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::marks) const EVERY: [&Keys; 7] = ALL;

    #[test]
    fn a_slip_is_told_from_a_key_in_the_wrong_place() {
        assert_eq!(DEFAULTS.instead_of("gracs"), "Did you mean `grace`?");
        assert_eq!(
            DEFAULTS.instead_of("partial_credit"),
            "Did you mean `partial-credit`?"
        );
        assert_eq!(
            TOP.instead_of("due"),
            "`due` belongs to [defaults] or to an exercise, such as [exercises.ex16]."
        );
        assert_eq!(
            HIDDEN_TESTS.instead_of("colour"),
            "What can stand here is `folder` and `show`."
        );
    }

    #[test]
    fn the_nearest_is_near() {
        let known = ["ex16", "ex18", "ex05"];
        assert_eq!(nearest("ex61", known.into_iter()), Some("ex16"));
        assert_eq!(nearest("ex99", known.into_iter()), None);
        assert_eq!(nearest("EX16", known.into_iter()), Some("ex16"));
        assert_eq!(nearest("ex1", known.into_iter()), Some("ex16"));
        assert_eq!(nearest("", known.into_iter()), None);
    }
}
