//! Lengths of time as `classroom.toml` writes them.

use std::fmt;
use std::str::FromStr;

/// A length of time in whole seconds.
///
/// Written `"15m"`, `"2d"` or `"1d 12h"`: numbers with `w`, `d`, `h`, `m` or `s`, the
/// longest unit first. A day is 24 hours, whatever the clocks do on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Length(u64);

pub(super) const MINUTE: u64 = 60;
pub(super) const HOUR: u64 = 60 * MINUTE;
pub(super) const DAY: u64 = 24 * HOUR;
const WEEK: u64 = 7 * DAY;

const UNITS: [(char, u64); 5] = [
    ('w', WEEK),
    ('d', DAY),
    ('h', HOUR),
    ('m', MINUTE),
    ('s', 1),
];

/// Nothing in a class takes longer than ten years.
const LONGEST: u64 = 3660 * DAY;

impl Length {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// `seconds`.
    pub const fn from_seconds(seconds: u64) -> Self {
        Self(seconds)
    }

    /// In seconds.
    pub const fn seconds(self) -> u64 {
        self.0
    }
}

/// A text that is no length of time. `Display` says what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoLength {
    /// It is not numbers with units.
    #[error("is no length of time")]
    Malformed,
    /// It is longer than anything in a class.
    #[error("is more than ten years")]
    TooLong,
}

impl FromStr for Length {
    type Err = NoLength;

    fn from_str(text: &str) -> Result<Self, NoLength> {
        let mut rest = text.trim_matches(' ');
        if rest.is_empty() {
            return Err(NoLength::Malformed);
        }
        let mut units = UNITS.iter();
        let mut total: u64 = 0;
        while !rest.is_empty() {
            let digits = rest
                .find(|c: char| !c.is_ascii_digit())
                .ok_or(NoLength::Malformed)?;
            let (number, tail) = rest.split_at(digits);
            let mut letters = tail.chars();
            let letter = letters.next();
            // Each unit once, and no longer one after a shorter one: "1h 1h" is a slip.
            let seconds = units
                .find(|(unit, _)| Some(*unit) == letter)
                .map(|(_, seconds)| *seconds)
                .filter(|_| !number.is_empty())
                .ok_or(NoLength::Malformed)?;
            let number: u64 = number.parse().map_err(|_| NoLength::TooLong)?;
            total = number
                .checked_mul(seconds)
                .and_then(|part| total.checked_add(part))
                .filter(|total| *total <= LONGEST)
                .ok_or(NoLength::TooLong)?;
            rest = letters.as_str().trim_start_matches(' ');
        }
        Ok(Self(total))
    }
}

/// For people: `1 day 3 h`, `15 min`, `2 days`.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        match self.0 / DAY {
            0 => {}
            1 => parts.push("1 day".to_owned()),
            days => parts.push(format!("{days} days")),
        }
        for (count, unit) in [
            (self.0 % DAY / HOUR, "h"),
            (self.0 % HOUR / MINUTE, "min"),
            (self.0 % MINUTE, "s"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {unit}"));
            }
        }
        if parts.is_empty() {
            parts.push("0 s".to_owned());
        }
        f.pad(&parts.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_with_units_are_lengths() {
        for (text, seconds, shown) in [
            ("15m", 900, "15 min"),
            ("1h", 3600, "1 h"),
            ("2d", 172_800, "2 days"),
            ("1d 12h", 129_600, "1 day 12 h"),
            ("1d12h", 129_600, "1 day 12 h"),
            ("1w", 604_800, "7 days"),
            (" 90s ", 90, "1 min 30 s"),
            ("0m", 0, "0 s"),
            ("3660d", LONGEST, "3660 days"),
        ] {
            let length: Length = text.parse().unwrap();
            assert_eq!(length.seconds(), seconds, "{text}");
            assert_eq!(length.to_string(), shown);
        }
    }

    #[test]
    fn everything_else_is_not() {
        for text in [
            "", " ", "15", "m", "-1d", "1.5h", "1h 1h", "1h 1d", "15 m", "15M", "1d,", "1d\t2h",
            "ü", "1ü",
        ] {
            assert_eq!(text.parse::<Length>(), Err(NoLength::Malformed), "{text:?}");
        }
        for text in ["3661d", "99999999999999999999s", "18446744073709551615w"] {
            assert_eq!(text.parse::<Length>(), Err(NoLength::TooLong), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*|[0-9wdhms ]{0,12}") {
            if let Ok(length) = text.parse::<Length>() {
                prop_assert!(length.seconds() <= LONGEST);
            }
        }

        #[test]
        fn what_is_written_out_reads_back(w in 0u64..9, d in 0u64..7, h in 0u64..24, s in 0u64..60) {
            let length: Length = format!("{w}w {d}d{h}h {s}s").parse().unwrap();
            prop_assert_eq!(length.seconds(), w * WEEK + d * DAY + h * HOUR + s);
        }
    }
}
