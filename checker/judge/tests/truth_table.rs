//! The truth table of the workbook: every solution file is judged, and must be
//! judged as it says of itself. One named test a file.
//!
//! A row that was green, and of which nothing has changed since, is not judged
//! again. With `TRUTH_TABLE=all` in the environment every row is.

use std::process::ExitCode;
use std::sync::Arc;

use course::Course;
use judge::table::{self, Greens, Row};
use judge::{Cancel, Config, Judge};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match trials(arguments.list) {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What all rows share.
struct Table {
    course: Course,
    judge: Judge,
    greens: Greens,
}

fn trials(list_only: bool) -> Result<Vec<Trial>, String> {
    let course = Course::discover(env!("CARGO_MANIFEST_DIR"))
        .map_err(|error| format!("{error}\n{}", error.advice()))?;
    let mut rows = Vec::new();
    for exercise in course.exercises() {
        rows.extend(table::rows(&course, exercise).map_err(|error| error.to_string())?);
    }
    if list_only {
        let nothing = |row: Row| Trial::test(row.label(), || Ok(()));
        return Ok(rows.into_iter().map(nothing).collect());
    }

    // Rows run side by side; within a row one thing comes after another. Each is
    // another file, so that there is little to reuse.
    let mut config = Config::default();
    config.eager = false;
    config.reuse = false;
    let judge = Judge::prepare(&course, config, &mut |_| {
        eprintln!("Building the explorer. This happens once.");
    })
    .map_err(|error| format!("{error}\n{}", error.advice()))?;
    let table = Arc::new(Table {
        greens: Greens::of(&course),
        course,
        judge,
    });

    let judge_all = std::env::var_os("TRUTH_TABLE").is_some_and(|value| value == "all");
    let mut unchanged = 0;
    let mut trials = Vec::new();
    for row in rows {
        let key = row.key(&table.course, &table.judge);
        let is_green = !judge_all && key.as_ref().is_some_and(|key| table.greens.hold(&row, key));
        unchanged += usize::from(is_green);
        let table = Arc::clone(&table);
        trials.push(Trial::test(row.label().to_owned(), move || {
            if is_green {
                return Ok(());
            }
            row.run(&table.course, &table.judge, &Cancel::new())
                .map_err(Failed::from)?;
            if let Some(key) = key {
                table.greens.remember(&row, &key);
            }
            Ok(())
        }));
    }
    if unchanged > 0 {
        eprintln!(
            "{unchanged} rows were green before, and nothing that they rest on has changed. \
             TRUTH_TABLE=all judges them again."
        );
    }
    Ok(trials)
}
