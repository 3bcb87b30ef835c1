//! `export`: marks as files for spreadsheets, programs and course platforms.

use std::path::Path;
use std::{fs, io};

use classroom::Roster;
use classroom::export::{
    AUTOGRADER_GRADE, AUTOGRADER_PREPARE, Autograder, Bom, CourseAt, GITHUB_GRADE, Graded, LeftOut,
    MoodleKey, Numbers, Scale, Unmarked, Upload, Workflow, Worksheet, canvas_upload,
    github_workflow, gradescope_autograder, junit, marks_json, matrix, moodle_upload,
    moodle_worksheet,
};
use classroom::ledger::{Depth, Ledger};
use classroom::record::Gradebook;
use jiff::Timestamp;

use super::session;
use crate::args::{Class, Export, Exported, MoodleColumn, Platform};
use crate::book;
use crate::failure::{Exit, Failure, Result};
use crate::files::write_whole;

pub fn run(path: &Path, asked: &Export) -> Result<Exit> {
    let course = session::course()?;
    match &asked.what {
        Exported::Csv { class, bom, comma } => {
            let bom = if *bom { Bom::With } else { Bom::Without };
            let numbers = if *comma {
                Numbers::Comma
            } else {
                Numbers::Point
            };
            marks(path, class, Depth::Gist, |book| {
                write_whole(&asked.out, |out| matrix(book, numbers, bom, out))
            })
        }
        Exported::Json { class } => marks(path, class, Depth::Whole, |book| {
            write_whole(&asked.out, |out| marks_json(book, Timestamp::now(), out))
        }),
        Exported::Junit { class } => marks(path, class, Depth::Gist, |book| {
            write_whole(&asked.out, |out| junit(book, out))
        }),
        Exported::Canvas(platform) => upload(path, platform, |upload| {
            write_listing(&asked.out, |out| canvas_upload(upload, out))
        }),
        Exported::Moodle {
            platform,
            worksheet: Some(file),
            exercise,
            scale,
            ..
        } => {
            let exercise = exercise.as_deref().map(|name| course.find(name));
            let exercise = exercise.transpose()?.map(|found| found.package.as_str());
            let graded = exercise.map_or(Graded::Total, Graded::Exercise);
            let scale = if *scale {
                Scale::ToMaximum
            } else {
                Scale::Keep
            };
            fill_in(path, platform, file, graded, scale, &asked.out)
        }
        Exported::Moodle { platform, by, .. } => {
            let key = match by {
                MoodleColumn::Email => MoodleKey::Email,
                MoodleColumn::IdNumber => MoodleKey::IdNumber,
                MoodleColumn::Username => MoodleKey::Username,
            };
            upload(path, platform, |upload| {
                write_listing(&asked.out, |out| moodle_upload(upload, key, out))
            })
        }
        Exported::Gradescope => {
            let autograder = Autograder {
                course: course.root(),
                extras: &[],
                prepare: AUTOGRADER_PREPARE,
                grade: AUTOGRADER_GRADE,
            };
            let mut failed = None;
            let written = write_whole(&asked.out, |out| {
                gradescope_autograder(&autograder, out).map_err(|error| {
                    let words = io::Error::other(error.to_string());
                    failed = Some(error);
                    words
                })
            });
            if let Some(error) = failed {
                return Err(Failure::usage(error.to_string(), error.advice()));
            }
            written
        }
        Exported::Github { course, reference } => {
            let course = CourseAt::new(course, reference).map_err(|error| {
                Failure::usage(
                    error.to_string(),
                    "Write it as in `checker export github school/concurrency v1 --out grade.yml`.",
                )
            })?;
            let workflow = Workflow {
                course: &course,
                grade: GITHUB_GRADE,
            };
            write_whole(&asked.out, |out| github_workflow(&workflow, out))
        }
    }?;
    anstream::println!("{} is written.", asked.out.display());
    Ok(Exit::Done)
}

fn marks(
    path: &Path,
    class: &Class,
    depth: Depth,
    write: impl FnOnce(&Gradebook) -> Result<()>,
) -> Result<()> {
    let course = session::course()?;
    let ledger = Ledger::open_read_only(path)?;
    let rules = class.class.as_deref();
    write(&book::reckon(
        &course,
        &ledger,
        rules,
        class.roster.as_ref(),
        depth,
    )?)
}

/// Fills in the worksheet of an assignment.
fn fill_in(
    path: &Path,
    platform: &Platform,
    file: &Path,
    graded: Graded<'_>,
    scale: Scale,
    out: &Path,
) -> Result<()> {
    let bytes = fs::read(file).map_err(|error| {
        Failure::usage(
            format!("cannot read {}: {error}", file.display()),
            "See whether the path is spelt right and you may read it.",
        )
    })?;
    let worksheet = Worksheet::parse(file, bytes)
        .map_err(|error| Failure::usage(error.to_string(), &*error.advice))?;
    let class = &platform.class;
    let rules = book::rules(class.class.as_deref())?;
    let roster = book::roster(class.roster.as_ref(), &rules)?;
    marks(path, class, Depth::Gist, |book| {
        let mut text = Vec::new();
        let filled = moodle_worksheet(
            book,
            roster.as_ref(),
            &worksheet,
            graded,
            unmarked(platform),
            scale,
            &mut text,
        )
        .map_err(|error| Failure::usage(error.to_string(), error.advice()))?;
        write_whole(out, |out| out.write_all(&text))?;
        for kept in &filled.kept {
            anstream::eprintln!("note: {kept}");
        }
        for one in &filled.left_out {
            anstream::eprintln!("note: {one}");
        }
        anstream::println!(
            "{} filled in.",
            match filled.grades {
                1 => "1 grade is".to_owned(),
                more => format!("{more} grades are"),
            }
        );
        Ok(())
    })
}

fn unmarked(platform: &Platform) -> Unmarked {
    if platform.zero {
        Unmarked::Zero
    } else {
        Unmarked::NoMark
    }
}

/// Marks for a platform, which knows learners by what the roster says of them.
fn upload(
    path: &Path,
    platform: &Platform,
    write: impl FnOnce(&Upload<'_>) -> Result<Vec<LeftOut>>,
) -> Result<()> {
    let class = &platform.class;
    let rules = book::rules(class.class.as_deref())?;
    let roster: Roster = book::roster(class.roster.as_ref(), &rules)?.ok_or_else(|| {
        Failure::usage(
            "a platform's file needs a roster, which says what the platform calls each learner",
            "Name it with `--roster FILE`, or as `roster` in classroom.toml.",
        )
    })?;
    marks(path, class, Depth::Gist, |book| {
        let left_out = write(&Upload {
            book,
            roster: &roster,
            unmarked: unmarked(platform),
        })?;
        for one in &left_out {
            anstream::eprintln!("note: {one}");
        }
        Ok(())
    })
}

/// Writes a file, and hands on what the writer says is not in it.
fn write_listing(
    path: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<Vec<LeftOut>>,
) -> Result<Vec<LeftOut>> {
    let mut left_out = Vec::new();
    write_whole(path, |out| {
        left_out = write(out)?;
        Ok(())
    })?;
    Ok(left_out)
}
