//! The entries of `[[extra-time]]`.

use super::ExtraTime;
use crate::RawName;
use crate::marks::error::{At, Problem};
use crate::marks::keys;
use crate::marks::late::{Extra, Granted};
use crate::marks::read::{Reader, Table, Value};
use crate::record::LearnerId;

const EXTRA_EXAMPLE: &str = "Begin each exception with a line [[extra-time]], and below it write \
                             learner = \"…\" and by = \"2d\".";

pub(super) fn extra_time<'t>(reader: &mut Reader<'t>, value: &Value<'t>) -> Vec<ExtraTime> {
    let Some(entries) = value.get_ref().as_array() else {
        let what = "`extra-time` is not a list of tables";
        reader.wrong(&value.span(), what, EXTRA_EXAMPLE);
        return Vec::new();
    };
    let mut granted: Vec<ExtraTime> = Vec::new();
    for entry in entries {
        let Some(table) = reader.table("extra-time", entry, &keys::EXTRA_TIME, EXTRA_EXAMPLE)
        else {
            continue;
        };
        if let Some(extra) = one_extra(reader, entry, table) {
            no_second(reader, entry, &granted, &extra);
            granted.push(extra);
        }
    }
    granted
}

fn one_extra<'t>(
    reader: &mut Reader<'t>,
    entry: &Value<'t>,
    table: Table<'_, 't>,
) -> Option<ExtraTime> {
    let learner = if let Some(value) = table.get("learner") {
        let id = reader.text("learner", value);
        id.map(|id| reader.at(&value.span(), LearnerId(id)))
    } else {
        let what = "this [[extra-time]] does not say for whom it is";
        let advice = "Write the id of the roster: learner = \"…\".";
        reader.wrong(&entry.span(), what, advice);
        None
    };
    let exercises = table.get("exercises").map(|value| names(reader, value));
    let by = table.get("by").and_then(|value| {
        let time = reader.length("by", value)?;
        Some(Extra::Time(time))
    });
    let until = table.get("until").and_then(|value| {
        let until = reader.moment("until", value)?;
        Some(Extra::Until(until))
    });
    let excused = table.get("excused").and_then(|value| {
        if reader.yes("excused", value)? {
            return Some(Extra::Excused);
        }
        let advice = "Write excused = true, or take the entry away.";
        reader.wrong(
            &value.span(),
            "`excused` is false: this grants nothing",
            advice,
        );
        None
    });
    let reason = table.get("reason");
    let reason = reason.and_then(|value| reader.text("reason", value));
    let kinds = ["by", "until", "excused"];
    let count = kinds.iter().filter(|key| table.contains_key(**key)).count();
    if count != 1 {
        let what = match count {
            0 => "this [[extra-time]] grants nothing",
            _ => "this [[extra-time]] grants more than one thing",
        };
        let advice = "Write one of these: by = \"2d\", until = 2026-10-07T23:59:00+02:00, or \
                      excused = true.";
        reader.wrong(&entry.span(), what, advice);
        return None;
    }
    Some(ExtraTime {
        learner: learner?,
        exercises,
        granted: Granted {
            what: by.or(until).or(excused)?,
            reason,
        },
    })
}

fn names(reader: &mut Reader<'_>, value: &Value<'_>) -> Vec<At<String>> {
    let advice = "Write a list: exercises = [\"ex16\"]. Without it the extra time is for all.";
    let Some(list) = value.get_ref().as_array() else {
        reader.wrong(&value.span(), "`exercises` is not a list", advice);
        return Vec::new();
    };
    if list.is_empty() {
        reader.wrong(&value.span(), "`exercises` is empty", advice);
    }
    let mut names = Vec::new();
    for value in list {
        if let Some(name) = reader.text("exercises", value) {
            names.push(reader.at(&value.span(), name));
        }
    }
    names
}

/// Takes down that `extra` and one of `others` are for the same learner and exercise:
/// which one holds would be a guess.
fn no_second(reader: &mut Reader<'_>, entry: &Value<'_>, others: &[ExtraTime], extra: &ExtraTime) {
    let same = |one: &&ExtraTime| one.learner.value == extra.learner.value;
    for other in others.iter().filter(same) {
        let line = other.learner.place.line;
        let learner = RawName::from(&*extra.learner.value.0);
        match (&other.exercises, &extra.exercises) {
            (None, None) => {
                let what =
                    format!("`{learner}` has extra time for all exercises in line {line} too");
                let advice = "Leave one of the two out, or say for which exercises it is.";
                reader.wrong(&entry.span(), what, advice);
            }
            (Some(theirs), Some(ours)) => {
                let twice = ours
                    .iter()
                    .find(|name| theirs.iter().any(|their| their.value == name.value));
                if let Some(At { value, place }) = twice {
                    let name = RawName::from(&**value);
                    reader.problems.push(Problem {
                        place: Some(*place),
                        what: format!("`{learner}` has extra time for `{name}` in line {line} too"),
                        advice: "Leave it out in one of the two.".to_owned(),
                    });
                }
            }
            _ => {}
        }
    }
}
