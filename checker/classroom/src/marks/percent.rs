//! Decimals with two places at most, kept exact.

use std::fmt;
use std::str::FromStr;

/// `7`, `7.5` or `7.25` in hundredths. No sign, no exponent.
pub(crate) fn hundredths(text: &str) -> Option<u32> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(rest) {
        return None;
    }
    // "7.500" is as exact as "7.5".
    let rest = rest.trim_end_matches('0');
    let rest: u32 = match rest.len() {
        0 => 0,
        1 => rest.parse::<u32>().ok()? * 10,
        2 => rest.parse().ok()?,
        _ => return None,
    };
    whole
        .parse::<u32>()
        .ok()?
        .checked_mul(100)?
        .checked_add(rest)
}

/// A share of what was earned, from 0% to 100% in hundredths of a percent.
///
/// Written `"10%"` or `"2.5%"`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Percent(u32);

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// Everything.
    pub const ALL: Self = Self(10_000);

    /// `hundredths` of a percent, and 100% if it is more than that.
    #[must_use]
    pub fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths.min(Self::ALL.0))
    }

    /// `times` as much, and 100% if it is more than that.
    #[must_use]
    pub fn times(self, times: u64) -> Self {
        let hundredths = u64::from(self.0).saturating_mul(times);
        Self::from_hundredths(u32::try_from(hundredths).unwrap_or(u32::MAX))
    }

    /// In whole per cent, if it is.
    pub fn whole(self) -> Option<u32> {
        self.0.is_multiple_of(100).then_some(self.0 / 100)
    }

    /// How many times of it are everything. `None`: no number of times.
    pub fn times_until_all(self) -> Option<u64> {
        let times = Self::ALL.0.checked_add(self.0.checked_sub(1)?)? / self.0;
        Some(times.into())
    }

    /// So much of `amount`, rounded down.
    pub fn of(self, amount: u32) -> u32 {
        let part = u64::from(amount) * u64::from(self.0) / u64::from(Self::ALL.0);
        // A share is never more than the whole.
        u32::try_from(part).unwrap_or(amount)
    }
}

/// A text that is no percentage. `Display` says what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoPercent {
    /// It is no number with `%`.
    #[error("is no percentage")]
    Malformed,
    /// It is more than everything.
    #[error("is more than 100%")]
    TooMuch,
}

impl FromStr for Percent {
    type Err = NoPercent;

    fn from_str(text: &str) -> Result<Self, NoPercent> {
        let number = text.trim_matches(' ').strip_suffix('%');
        let number = number.ok_or(NoPercent::Malformed)?.trim_end_matches(' ');
        let hundredths = hundredths(number).ok_or(NoPercent::Malformed)?;
        if hundredths > Self::ALL.0 {
            return Err(NoPercent::TooMuch);
        }
        Ok(Self(hundredths))
    }
}

/// `10%`, `2.5%`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}%", crate::record::Points(self.0)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::Points;

    #[test]
    fn decimals_are_exact() {
        for (text, value) in [
            ("7", Some(700)),
            ("7.5", Some(750)),
            ("7.25", Some(725)),
            ("0.1", Some(10)),
            ("0.01", Some(1)),
            ("07.500", Some(750)),
            ("7.255", None),
            ("7.", None),
            (".5", None),
            ("-1", None),
            ("+1", None),
            ("1e3", None),
            ("inf", None),
            ("", None),
            ("42949673", None),
        ] {
            assert_eq!(hundredths(text), value, "{text}");
        }
    }

    #[test]
    fn percentages_end_in_a_sign_and_stay_below_all() {
        let parse = str::parse::<Percent>;
        assert_eq!(parse("10%").unwrap().to_string(), "10%");
        assert_eq!(parse(" 2.5 % ").unwrap().to_string(), "2.5%");
        assert_eq!(parse("100%"), Ok(Percent::ALL));
        assert_eq!(parse("100.01%"), Err(NoPercent::TooMuch));
        for text in ["10", "0.1", "%", "-5%", "ten%", "1.234%"] {
            assert_eq!(parse(text), Err(NoPercent::Malformed), "{text}");
        }
    }

    #[test]
    fn a_part_is_rounded_down() {
        let third = "33.33%".parse::<Percent>().unwrap();
        assert_eq!(third.of(1000), 333);
        assert_eq!(third.times(4), Percent::ALL);
        assert_eq!(third.whole(), None);
        assert_eq!(Percent::ALL.whole(), Some(100));
        assert_eq!(third.times_until_all(), Some(4));
        assert_eq!(Percent::ALL.times_until_all(), Some(1));
        assert_eq!(Percent::ZERO.times_until_all(), None);
        assert_eq!(Percent::ALL.of(u32::MAX), u32::MAX);
        assert_eq!(third.times(u64::MAX), Percent::ALL);
    }

    proptest! {
        #[test]
        fn points_read_back(value in any::<u32>()) {
            prop_assert_eq!(hundredths(&Points(value).to_string()), Some(value));
        }
    }
}
