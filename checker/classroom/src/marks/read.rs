//! Reads values of a `classroom.toml`, and remembers everything that is wrong.
//!
//! A derived deserialiser stops at its first error, and knows no key's neighbours. This
//! one goes on, so that an instructor sees all mistakes at once, each at its place.

use std::ops::{Range, RangeInclusive};

use jiff::tz::Offset;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::error::{At, Place, Problem};
use super::keys::{Keys, nearest, quoted};
use super::late::Moment;
use super::length::Length;
use super::percent::{Percent, hundredths};
use crate::RawName;
use crate::record::Points;

pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// A table whose keys are all known.
pub(super) type Table<'v, 't> = &'v DeTable<'t>;

/// Points of an exercise or a test are at most this many hundredths.
const MOST_POINTS: u32 = 1_000_000;

pub(super) struct Reader<'t> {
    text: &'t str,
    pub problems: Vec<Problem>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            problems: Vec::new(),
        }
    }

    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::of(self.text, span.start)
    }

    pub(super) fn at<T>(&self, span: &Range<usize>, value: T) -> At<T> {
        let place = self.place(span);
        At { value, place }
    }

    /// Takes down a problem at `span`.
    pub(super) fn wrong(
        &mut self,
        span: &Range<usize>,
        what: impl Into<String>,
        advice: impl Into<String>,
    ) {
        let place = Some(self.place(span));
        self.problems.push(Problem {
            place,
            what: what.into(),
            advice: advice.into(),
        });
    }

    /// Takes down that `value` is of the wrong type for `key`.
    fn wrong_type(&mut self, key: &str, value: &Value<'_>, advice: &str) {
        let what = format!("`{key}` is {}", type_of(value.get_ref()));
        self.wrong(&value.span(), what, advice);
    }

    /// The table `value`, once keys that nobody knows were taken down.
    pub(super) fn table<'v>(
        &mut self,
        key: &str,
        value: &'v Value<'t>,
        keys: &Keys,
        example: &str,
    ) -> Option<Table<'v, 't>> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, example);
            return None;
        };
        self.known(table, keys);
        Some(table)
    }

    /// Takes down the keys of `table` that are not among `keys`.
    pub(super) fn known(&mut self, table: &DeTable<'_>, keys: &Keys) {
        for (key, _) in table {
            let name = key.get_ref().as_ref();
            if !keys.names.contains(&name) {
                let what = format!("`{}` is no key here", RawName::from(name));
                self.wrong(&key.span(), what, keys.instead_of(name));
            }
        }
    }

    /// A text that says something, and could be printed as it is.
    pub(super) fn text(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            let advice = format!("Write it in quotation marks: {key} = \"…\".");
            self.wrong_type(key, value, &advice);
            return None;
        };
        let text = text.trim();
        if text.is_empty() {
            let advice = "Write something between the quotation marks, or leave the key out.";
            self.wrong(&value.span(), format!("`{key}` is empty"), advice);
            return None;
        }
        if text.chars().any(char::is_control) {
            let what = format!("there are control characters in `{key}`");
            self.wrong(&value.span(), what, "Write it on one line, without tabs.");
            return None;
        }
        Some(text.to_owned())
    }

    /// One of `words`.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &str,
        value: &Value<'_>,
        words: &[(&str, T)],
    ) -> Option<T> {
        let names: Vec<_> = words
            .iter()
            .map(|(name, _)| format!("\"{name}\""))
            .collect();
        let choice = format!("Write {}.", names.join(" or "));
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, &choice);
            return None;
        };
        let found = words.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            let meant = nearest(text, words.iter().map(|(name, _)| *name));
            let advice = meant.map_or(choice, |meant| format!("Did you mean \"{meant}\"?"));
            let what = format!("`{key}` cannot be \"{}\"", RawName::from(text));
            self.wrong(&value.span(), what, advice);
        }
        found.map(|(_, value)| *value)
    }

    /// `true` or `false`.
    pub(super) fn yes(&mut self, key: &str, value: &Value<'_>) -> Option<bool> {
        let found = value.get_ref().as_bool();
        if found.is_none() {
            let advice = "Write true or false, without quotation marks.";
            self.wrong_type(key, value, advice);
        }
        found
    }

    /// A length of time.
    pub(super) fn length(&mut self, key: &str, value: &Value<'_>) -> Option<Length> {
        let advice = format!(
            "Write numbers with d, h, m or s, the longest first: {key} = \"15m\" or \"1d 12h\"."
        );
        self.parsed(key, value, &advice)
    }

    /// A percentage.
    pub(super) fn percent(&mut self, key: &str, value: &Value<'_>) -> Option<Percent> {
        let advice = format!("Write a number from 0 to 100 with a percent sign: {key} = \"10%\".");
        self.parsed(key, value, &advice)
    }

    /// A text that parses.
    pub(super) fn parsed<T>(&mut self, key: &str, value: &Value<'_>, advice: &str) -> Option<T>
    where
        T: std::str::FromStr<Err: std::fmt::Display>,
    {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, advice);
            return None;
        };
        match text.parse() {
            Ok(found) => Some(found),
            Err(error) => {
                let what = format!("`{key}`: \"{}\" {error}", RawName::from(text));
                self.wrong(&value.span(), what, advice);
                None
            }
        }
    }

    /// Points: a whole number or a decimal with two places at most.
    pub(super) fn points(&mut self, key: &str, value: &Value<'_>) -> Option<Points> {
        self.decimal(key, value, MOST_POINTS).map(Points)
    }

    /// A decimal with two places at most, in hundredths.
    pub(super) fn decimal(&mut self, key: &str, value: &Value<'_>, most: u32) -> Option<u32> {
        let advice = format!(
            "Write a number from 0 to {} with at most two decimal places, such as 7 or 7.5.",
            Points(most)
        );
        let number = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
            DeValue::Float(float) => float.as_str(),
            DeValue::Integer(_) => {
                self.wrong(
                    &value.span(),
                    format!("`{key}` is no decimal number"),
                    advice,
                );
                return None;
            }
            _ => {
                self.wrong_type(key, value, &advice);
                return None;
            }
        };
        let found = hundredths(number).filter(|found| *found <= most);
        if found.is_none() {
            let what = format!("`{key}` cannot be {}", RawName::from(number));
            self.wrong(&value.span(), what, advice);
        }
        found
    }

    /// A whole number in `range`.
    pub(super) fn count(
        &mut self,
        key: &str,
        value: &Value<'_>,
        range: RangeInclusive<usize>,
    ) -> Option<usize> {
        let advice = format!(
            "Write a whole number from {} to {}.",
            range.start(),
            range.end()
        );
        let number = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
            DeValue::Integer(_) | DeValue::Float(_) => {
                let what = format!("`{key}` is no whole decimal number");
                self.wrong(&value.span(), what, advice);
                return None;
            }
            _ => {
                self.wrong_type(key, value, &advice);
                return None;
            }
        };
        let found = number.parse().ok().filter(|found| range.contains(found));
        if found.is_none() {
            let what = format!("`{key}` cannot be {}", RawName::from(number));
            self.wrong(&value.span(), what, advice);
        }
        found
    }

    /// A date-time with its offset.
    pub(super) fn moment(&mut self, key: &str, value: &Value<'_>) -> Option<Moment> {
        match value.get_ref() {
            DeValue::Datetime(written) => {
                let found = moment(written);
                if let Err((what, advice)) = &found {
                    self.wrong(&value.span(), format!("`{key}` {what}"), advice);
                }
                found.ok()
            }
            DeValue::String(text) if text.parse::<Datetime>().is_ok() => {
                let advice = format!("Take the quotation marks away: {key} = {text}.");
                self.wrong_type(key, value, &advice);
                None
            }
            _ => {
                let advice = format!(
                    "Write date, time and offset from UTC: {key} = 2026-10-05T23:59:00+02:00."
                );
                self.wrong_type(key, value, &advice);
                None
            }
        }
    }
}

/// The moment that is `written`, or what is wrong with it and what to do.
fn moment(written: &Datetime) -> Result<Moment, (String, String)> {
    let advice = |example: &str| {
        format!(
            "Write date, time and offset from UTC: {example}+02:00 for Berlin in summer, \
             {example}+01:00 in winter, {example}Z for UTC."
        )
    };
    let Some(date) = written.date else {
        let what = "has a time but no date".to_owned();
        return Err((what, advice(&format!("2026-10-05T{written}"))));
    };
    if written.time.is_none() {
        let what = "has a date but no time".to_owned();
        return Err((what, advice(&format!("{date}T23:59:00"))));
    }
    let Some(offset) = written.offset else {
        let what = "does not say in which time zone it is".to_owned();
        return Err((what, advice(&written.to_string())));
    };
    let minutes = match offset {
        toml::value::Offset::Z => 0,
        toml::value::Offset::Custom { minutes } => minutes,
    };
    let offset = Offset::from_seconds(i32::from(minutes) * 60);
    match (written.to_string().parse(), offset) {
        (Ok(at), Ok(offset)) => Ok(Moment { at, offset }),
        _ => Err((
            "is no date that there is".to_owned(),
            advice("2026-10-05T23:59:00"),
        )),
    }
}

fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The advice when `name` is no exercise of the course.
pub(super) fn which_exercise(name: &str, known: &[&str]) -> String {
    // People call exercises by their folder too: `ex16_lost_update`.
    let short = name.split('_').next().unwrap_or(name);
    let meant = known
        .iter()
        .copied()
        .find(|known| known.eq_ignore_ascii_case(short))
        .or_else(|| nearest(name, known.iter().copied()));
    match (meant, known) {
        (Some(meant), _) => format!("Did you mean `{meant}`?"),
        (None, []) => "There is no exercise at all.".to_owned(),
        (None, [only]) => format!("The only exercise is `{only}`."),
        (None, [first, second]) => format!("The exercises are {}.", quoted(&[first, second])),
        (None, [first, .., last]) => {
            format!("The exercises go by their packages, `{first}` to `{last}`.")
        }
    }
}
