//! `reset`: an exercise as it began. What it replaces is kept in a backup.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use course::{Course, Exercise};
use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::{Failure, Result};
use crate::report::Report;
use crate::screen::Page;
use crate::screen::style::{DIM, HEAD, paint};
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct Reset {
    exercises: Vec<Done>,
}

#[derive(Debug, Serialize)]
pub struct Done {
    exercise: String,
    /// The files put back, below the exercise's folder.
    pub files: Vec<String>,
    /// Where the replaced files are now, below the workbook's root.
    pub backup: Option<String>,
}

pub fn run(asked: &args::Reset, console: &Console) -> Result<Reset> {
    let workbook = Workbook::open(console)?;
    let course = &workbook.course;
    let exercises = match &asked.exercise {
        Some(name) => vec![course.find(name)?],
        None => course.exercises().iter().collect(),
    };
    let mut done = Vec::new();
    for exercise in exercises {
        done.push(reset(course, exercise)?);
    }
    Ok(Reset { exercises: done })
}

/// Puts back whatever is not as the author left it: the learner's file, and tests that were edited.
pub fn reset(course: &Course, exercise: &Exercise) -> Result<Done> {
    let pristine = course.pristine(exercise);
    let mut wanted = pristine.files()?;
    wanted.push(course::SealedFile {
        path: "src/lib.rs".to_owned(),
        content: pristine.stub()?.into_bytes(),
    });
    wanted.retain(|file| {
        let standing = fs::read(exercise.dir.join(&file.path));
        !standing.is_ok_and(|content| content == file.content)
    });
    let backup = keep(
        course,
        exercise,
        wanted.iter().map(|file| file.path.as_str()),
    )?;
    for file in &wanted {
        let path = exercise.dir.join(&file.path);
        put_back(&path, &file.content).map_err(|error| Failure::io("write", &path, &error))?;
    }
    Ok(Done {
        exercise: exercise.package.clone(),
        files: wanted.into_iter().map(|file| file.path).collect(),
        backup,
    })
}

/// Keeps what is about to be replaced in a new folder, and says where that is below the root.
fn keep<'a>(
    course: &Course,
    exercise: &Exercise,
    paths: impl Iterator<Item = &'a str>,
) -> Result<Option<String>> {
    let standing: Vec<&str> = paths
        .filter(|path| fs::symlink_metadata(exercise.dir.join(path)).is_ok())
        .collect();
    if standing.is_empty() {
        return Ok(None);
    }
    let folder = new_folder(course, exercise)?;
    for path in standing {
        let (from, to) = (exercise.dir.join(path), folder.join(path));
        let kept = fs::create_dir_all(to.parent().unwrap_or(&folder))
            .and_then(|()| move_or_copy(&from, &to));
        if let Err(error) = kept {
            // Half a backup would pass for a whole one. What was moved there stays: it is nowhere else.
            if fs::symlink_metadata(&from).is_ok() {
                let _ = fs::remove_file(&to);
            }
            return Err(Failure::io("back up", &from, &error));
        }
    }
    let below = folder.strip_prefix(course.root()).unwrap_or(&folder);
    Ok(Some(below.display().to_string().replace('\\', "/")))
}

/// The first free `.progress/backups/ex05_rc_is_not_send/1`, `2`, ...: no backup replaces another.
fn new_folder(course: &Course, exercise: &Exercise) -> Result<PathBuf> {
    let folder = course
        .root()
        .join(course::PROGRESS)
        .join("backups")
        .join(exercise.folder());
    fs::create_dir_all(&folder).map_err(|error| Failure::io("create", &folder, &error))?;
    let mut number = 1_u32;
    loop {
        let backup = folder.join(number.to_string());
        match fs::create_dir(&backup) {
            Ok(()) => return Ok(backup),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(Failure::io("create", &backup, &error)),
        }
    }
}

/// A file is copied, and is on the disk when this returns. A folder or a link that stands in a
/// file's place is moved.
fn move_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(from)?.is_file() {
        return fs::rename(from, to);
    }
    fs::copy(from, to)?;
    fs::File::open(to)?.sync_all()
}

/// Replaces the file whole, so that a full disk leaves the learner's file as it was.
fn put_back(file: &Path, content: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let beside = file.with_extension("rs.new");
    let written = fs::File::create(&beside)
        .and_then(|mut new| new.write_all(content).and_then(|()| new.sync_all()))
        .and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

impl Report for Reset {
    fn command(&self) -> &'static str {
        "reset"
    }

    fn draw(&self, page: &mut Page) {
        for done in self.exercises.iter().filter(|done| !done.files.is_empty()) {
            page.line(format_args!(
                "{} is as it began: {}",
                paint(HEAD, &done.exercise),
                done.files.join(", ")
            ));
            if let Some(backup) = &done.backup {
                page.line(format_args!(
                    "  {} {backup}",
                    paint(DIM, "yours is kept in")
                ));
            }
        }
        let untouched = |done: &Done| done.files.is_empty();
        if let [one] = self.exercises.as_slice()
            && untouched(one)
        {
            page.line(format_args!(
                "{} is as it began: nothing to put back",
                one.exercise
            ));
        } else if self.exercises.iter().all(untouched) {
            page.line("Every exercise is as it began: nothing to put back.");
        }
    }
}
