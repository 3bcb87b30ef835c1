//! Table by table, from TOML to [`Rules`].

use std::path::Path;

use course::TestId;
use toml::de::DeTable;

use super::extra::extra_time;
use super::{Attempts, ExerciseRules, HiddenTests, MOST_WEIGHT, ONCE, Rules, Show, Terms};
use crate::RawName;
use crate::marks::error::At;
use crate::marks::keys;
use crate::marks::late::LatePolicy;
use crate::marks::percent::Percent;
use crate::marks::read::{Reader, Table, Value};
use crate::record::Points;
use crate::similarity::Settings;

pub(super) fn rules<'t>(reader: &mut Reader<'t>, file: &Path, table: &DeTable<'t>) -> Rules {
    reader.known(table, &keys::TOP);
    let folder = file.parent().unwrap_or(Path::new(""));
    let title = if let Some(value) = table.get("title") {
        reader.text("title", value)
    } else {
        let advice = "Begin the file with what the class is called: title = \"…\".";
        reader.wrong(&(0..0), "there is no `title`", advice);
        None
    };
    let roster = table.get("roster");
    let roster = roster.and_then(|value| reader.text("roster", value));
    let attempts = table.get("attempts").and_then(|value| {
        let words = [("best", Attempts::Best), ("latest", Attempts::Latest)];
        reader.word("attempts", value, &words)
    });
    let require_jail = table.get("require-jail").and_then(|value| {
        let name = reader.text("require-jail", value)?;
        Some(reader.at(&value.span(), name))
    });
    let hidden_tests = table.get("hidden-tests");
    let hidden_tests = hidden_tests.and_then(|value| hidden(reader, folder, value));
    let defaults = table.get("defaults").and_then(|value| {
        let example = "Write it as a table: [defaults], and the keys below it.";
        let table = reader.table("defaults", value, &keys::DEFAULTS, example)?;
        Some(terms(reader, table, Terms::default()))
    });
    let defaults = defaults.unwrap_or_default();
    Rules {
        file: file.to_path_buf(),
        title: title.unwrap_or_default(),
        roster: roster.map(|roster| folder.join(roster)),
        attempts: attempts.unwrap_or_default(),
        require_jail,
        hidden_tests,
        defaults,
        exercises: table
            .get("exercises")
            .map(|value| exercises(reader, value, defaults)),
        extra_time: table
            .get("extra-time")
            .map(|value| extra_time(reader, value))
            .unwrap_or_default(),
        similarity: table
            .get("similarity")
            .and_then(|value| similarity(reader, value))
            .unwrap_or_default(),
    }
}

fn similarity<'t>(reader: &mut Reader<'t>, value: &Value<'t>) -> Option<Settings> {
    let example = "Write it as a table: [similarity], and below it threshold = \"70%\".";
    let table = reader.table("similarity", value, &keys::SIMILARITY, example)?;
    let mut settings = Settings::default();
    for (key, setting, range) in [
        ("gram", &mut settings.gram, 2..=100),
        ("window", &mut settings.window, 1..=100),
        ("least-tokens", &mut settings.least_own_tokens, 1..=1000),
        ("least-shared", &mut settings.least_shared, 1..=1000),
    ] {
        if let Some(value) = table.get(key)
            && let Some(count) = reader.count(key, value, range)
        {
            *setting = count;
        }
    }
    let advice = "Write a whole percentage from 1% to 100%: threshold = \"60%\".";
    if let Some(value) = table.get("threshold")
        && let Some(percent) = reader.parsed::<Percent>("threshold", value, advice)
    {
        match percent.whole() {
            Some(percent) if percent > 0 => settings.threshold = percent as usize,
            _ => {
                let what = format!("`threshold` cannot be {percent}");
                reader.wrong(&value.span(), what, advice);
            }
        }
    }
    Some(settings)
}

fn hidden<'t>(reader: &mut Reader<'t>, folder: &Path, value: &Value<'t>) -> Option<HiddenTests> {
    let example = "Write it as a table: [hidden-tests], and below it folder = \"…\".";
    let table = reader.table("hidden-tests", value, &keys::HIDDEN_TESTS, example)?;
    let show = table.get("show").and_then(|value| {
        let words = [
            ("never", Show::Never),
            ("after-due", Show::AfterDue),
            ("per-learner", Show::PerLearner),
            ("always", Show::Always),
        ];
        reader.word("show", value, &words)
    });
    let Some(inner) = table.get("folder") else {
        let advice = "Say where the tests are: folder = \"…\", from the folder of this file.";
        reader.wrong(&value.span(), "[hidden-tests] has no `folder`", advice);
        return None;
    };
    Some(HiddenTests {
        folder: folder.join(reader.text("folder", inner)?),
        show: show.unwrap_or_default(),
    })
}

/// What `table` says of handing in, and `otherwise` where it says nothing.
fn terms<'t>(reader: &mut Reader<'t>, table: Table<'_, 't>, otherwise: Terms) -> Terms {
    let mut terms = otherwise;
    if let Some(value) = table.get("due") {
        if value.get_ref().as_str() == Some("none") {
            terms.due = None;
        } else if let Some(due) = reader.moment("due", value) {
            terms.due = Some(due);
        }
    }
    if let Some(grace) = table
        .get("grace")
        .and_then(|value| reader.length("grace", value))
    {
        terms.grace = grace;
    }
    if let Some(late) = table.get("late").and_then(|value| late(reader, value)) {
        terms.late = late;
    }
    if let Some(partial) = table
        .get("partial-credit")
        .and_then(|value| reader.yes("partial-credit", value))
    {
        terms.partial_credit = partial;
    }
    terms
}

fn late<'t>(reader: &mut Reader<'t>, value: &Value<'t>) -> Option<LatePolicy> {
    if value.get_ref().as_str() == Some("none") {
        return Some(LatePolicy::NONE);
    }
    let example = "Write late = \"none\", or a table such as late = { per-day = \"10%\", at-most = \
                   \"50%\" }.";
    if let Some(text) = value.get_ref().as_str() {
        let what = format!("`late` cannot be \"{}\"", RawName::from(text));
        reader.wrong(&value.span(), what, example);
        return None;
    }
    let before = reader.problems.len();
    let table = reader.table("late", value, &keys::LATE, example)?;
    let mut percent = |key: &str| {
        let value = table.get(key)?;
        reader.percent(key, value)
    };
    let (per_day, at_least, at_most) =
        (percent("per-day"), percent("at-least"), percent("at-most"));
    let cut_off = table.get("cut-off");
    let cut_off = cut_off.and_then(|value| reader.length("cut-off", value));
    if reader.problems.len() > before {
        return None;
    }
    let policy = LatePolicy {
        per_day: per_day.unwrap_or(Percent::ZERO),
        at_least: at_least.unwrap_or(Percent::ZERO),
        at_most: at_most.unwrap_or(Percent::ALL),
        cut_off,
    };
    if table.is_empty() {
        reader.wrong(&value.span(), "the late policy says nothing", example);
        return None;
    }
    if let Some(cap) = table.get("at-most")
        && per_day.is_none()
    {
        let what = "`at-most` limits nothing: there is no `per-day`";
        let advice = "Add per-day = \"10%\". To take the same off whatever is late, write \
                      at-least = \"50%\" instead.";
        reader.wrong(&cap.span(), what, advice);
        return None;
    }
    if let Some(least) = table.get("at-least")
        && policy.at_least > policy.at_most
    {
        let what = "`at-least` is more than `at-most`";
        reader.wrong(
            &least.span(),
            what,
            "Make it less, or leave one of the two out.",
        );
        return None;
    }
    Some(policy)
}

fn exercises<'t>(
    reader: &mut Reader<'t>,
    value: &Value<'t>,
    defaults: Terms,
) -> Vec<ExerciseRules> {
    let example = "Write a table for each exercise: [exercises.ex16], or ex16 = {} below \
                   [exercises]. Leave `exercises` out to mark all.";
    let Some(table) = value.get_ref().as_table() else {
        let what = "`exercises` is not a table";
        reader.wrong(&value.span(), what, example);
        return Vec::new();
    };
    if table.is_empty() {
        reader.wrong(&value.span(), "[exercises] lists no exercise", example);
    }
    let mut listed = Vec::new();
    for (key, value) in table {
        let package = key.get_ref().as_ref();
        let shown = RawName::from(package).to_string();
        let Some(table) = reader.table(&shown, value, &keys::EXERCISE, example) else {
            continue;
        };
        let above_zero = |reader: &mut Reader<'_>, key: &str, most: Option<u32>| {
            let value = table.get(key)?;
            let number = match most {
                Some(most) => reader.decimal(key, value, most)?,
                None => reader.points(key, value)?.0,
            };
            if number == 0 {
                let what = format!("`{key}` is 0: the exercise would be worth nothing");
                let advice = "Give it a number above 0, or list the exercises that count.";
                reader.wrong(&value.span(), what, advice);
            }
            Some(number)
        };
        let points = above_zero(reader, "points", None);
        let weight = above_zero(reader, "weight", Some(MOST_WEIGHT));
        listed.push(ExerciseRules {
            package: reader.at(&key.span(), package.to_owned()),
            points: points.map(Points),
            weight: weight.unwrap_or(ONCE),
            test_points: table
                .get("test-points")
                .map(|value| test_points(reader, value))
                .unwrap_or_default(),
            terms: terms(reader, table, defaults),
        });
    }
    listed
}

fn test_points<'t>(reader: &mut Reader<'t>, value: &Value<'t>) -> Vec<(At<TestId>, Points)> {
    let advice = "Write a test and its points on each line: \"schedules::name_of_the_test\" = 5.";
    let Some(table) = value.get_ref().as_table() else {
        reader.wrong(&value.span(), "`test-points` is not a table", advice);
        return Vec::new();
    };
    let mut listed = Vec::new();
    for (key, value) in table {
        let shown = RawName::from(key.get_ref().as_ref()).to_string();
        match key.get_ref().parse::<TestId>() {
            Err(_) => {
                reader.wrong(&key.span(), format!("`{shown}` names no test"), advice);
            }
            Ok(test) => {
                if let Some(points) = reader.points(&shown, value) {
                    listed.push((reader.at(&key.span(), test), points));
                }
            }
        }
    }
    listed
}
