//! `progress`: how far you are, in short, and how to take it to another machine.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use course::progress::{Exported, Merged};
use course::{Course, Progress};
use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::{Exit, Failure, Result};
use crate::report::Report;
use crate::screen::Page;
use crate::screen::style::{CODE, DIM, HEAD, paint};
use crate::view::{self, ExerciseView, State, TotalView};
use crate::workbook::Workbook;

pub fn run(asked: &args::Progress, console: &Console) -> Result<Box<dyn Report>> {
    let workbook = Workbook::open(console)?;
    Ok(match &asked.command {
        None => Box::new(Summary::of(&workbook)),
        Some(args::ProgressCommand::Export(asked)) => Box::new(export(&workbook, asked)?),
        Some(args::ProgressCommand::Import(asked)) => {
            Box::new(import(&workbook, &asked.file, console)?)
        }
    })
}

/// The name by which documents and messages call it.
pub fn name(asked: &args::Progress) -> &'static str {
    match &asked.command {
        None => SUMMARY,
        Some(args::ProgressCommand::Export(_)) => EXPORT,
        Some(args::ProgressCommand::Import(_)) => IMPORT,
    }
}

const SUMMARY: &str = "progress";
const EXPORT: &str = "progress export";
const IMPORT: &str = "progress import";

/// How far the learner is.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// Where it is kept, below the workbook's root.
    file: String,
    failing: usize,
    open: usize,
    total: TotalView,
}

impl Summary {
    fn of(workbook: &Workbook) -> Self {
        let course = &workbook.course;
        let states: Vec<State> = course
            .exercises()
            .iter()
            .map(|exercise| ExerciseView::new(workbook, exercise).state)
            .collect();
        let count = |state| states.iter().filter(|s| **s == state).count();
        Self {
            file: below_root(course, &course.progress().path()),
            failing: count(State::Failing),
            open: count(State::Open),
            total: view::total(workbook),
        }
    }
}

fn below_root(course: &Course, path: &Path) -> String {
    let below = path.strip_prefix(course.root()).unwrap_or(path);
    below.display().to_string().replace('\\', "/")
}

impl Report for Summary {
    fn command(&self) -> &'static str {
        SUMMARY
    }

    fn draw(&self, page: &mut Page) {
        self.total.draw(page);
        page.line(format_args!(
            "  {} failing, {} open",
            self.failing, self.open
        ));
        page.gap();
        page.field("kept in", &self.file);
        page.field("more", paint(CODE, "cargo checker list"));
        page.field(
            "move it",
            format_args!(
                "{} {}",
                paint(CODE, "cargo checker progress export FILE"),
                paint(DIM, "here, and import FILE there")
            ),
        );
    }
}

/// Progress written out.
#[derive(Debug, Serialize)]
pub struct Export {
    /// Where it was written to; nothing if it was printed.
    file: Option<PathBuf>,
    exercises: usize,
    /// The whole of it, as it stands in an exported file.
    progress: Exported,
    #[serde(skip)]
    text: String,
}

fn export(workbook: &Workbook, asked: &args::Export) -> Result<Export> {
    if let Some(damage) = workbook.damage() {
        let message = format!("{} is damaged: {}", damage.path.display(), damage.what);
        return Err(Failure::checker("damaged", message)
            .at(&damage.path)
            .advise("Put a good copy there if you have one. Nothing was exported."));
    }
    let progress = workbook.progress().export();
    let text = serde_json::to_string_pretty(&progress)
        .map_err(|error| Failure::checker("json", format!("cannot write JSON: {error}")))?
        + "\n";
    if let Some(file) = &asked.file {
        write(file, &text, asked.force)?;
    }
    Ok(Export {
        file: asked.file.clone(),
        exercises: workbook.progress().iter().count(),
        progress,
        text,
    })
}

/// The file is there whole or not at all.
fn write(file: &Path, text: &str, force: bool) -> Result<()> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::usage(
            "file-exists",
            format!("{} is there already", file.display()),
        )
        .at(file)
        .advise("Choose another name, or say `--force` to replace it."),
        _ => Failure::io("write", file, &error),
    };
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    // It is to be carried elsewhere, so it gets the rights of any other file.
    let mut new = tempfile::Builder::new()
        .make_in(folder, |path| File::create_new(path))
        .map_err(failed)?;
    new.write_all(text.as_bytes())
        .and_then(|()| new.as_file().sync_all())
        .map_err(failed)?;
    let kept = if force {
        new.persist(file)
    } else {
        new.persist_noclobber(file)
    };
    kept.map(drop).map_err(|error| failed(error.error))
}

impl Report for Export {
    fn command(&self) -> &'static str {
        EXPORT
    }

    fn draw(&self, page: &mut Page) {
        let Some(file) = &self.file else {
            page.line(self.text.trim_end());
            return;
        };
        let file = file.display();
        page.line(format_args!(
            "  {} holds what you did in {}",
            paint(HEAD, &file),
            exercises(self.exercises),
        ));
        page.gap();
        let import = format!("cargo checker progress import {file}");
        page.field("there", paint(CODE, import));
    }
}

/// Progress taken in from a file.
#[derive(Debug, Serialize)]
pub struct Import {
    file: PathBuf,
    /// Every exercise in the file.
    exercises: Vec<Imported>,
    /// Whether anything is known now that was not known before.
    changed: bool,
    /// What there is now.
    total: TotalView,
}

#[derive(Debug, Serialize)]
struct Imported {
    exercise: String,
    change: Change,
    /// Whether it counts as passed here for the first time.
    newly_passed: bool,
    /// Whether this copy of the workbook has it.
    here: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Change {
    /// Nothing was known about it before.
    New,
    /// More is known about it now.
    More,
    /// Everything was known.
    Same,
}

fn import(workbook: &Workbook, file: &Path, console: &Console) -> Result<Import> {
    // Whatever is wrong with the file is told before anything is changed.
    let theirs = Progress::import(file).map_err(|error| {
        let mut failure = Failure::from(error);
        failure.exit = Exit::Failed;
        failure.advice = failure.advice.map(|advice| {
            let nothing = "Nothing was imported, and your progress is as it was.";
            format!("{nothing} {advice}")
        });
        failure
    })?;
    let course = &workbook.course;
    let mut done = Vec::new();
    let mut passed = Vec::new();
    let loaded = course.progress().update(|ours| {
        let before = ours.clone();
        done = ours.merge(&theirs);
        passed.extend(
            done.iter()
                .map(|(name, _)| ours.is_passed(name) && !before.is_passed(name)),
        );
    })?;
    if let Some(damage) = &loaded.damage {
        console.note(format!(
            "The damaged progress file is now {}. A new one was begun.",
            damage.path.display()
        ));
    }
    let exercises: Vec<Imported> = done
        .into_iter()
        .zip(passed)
        .map(|((exercise, merged), newly_passed)| Imported {
            change: match merged {
                Merged::New => Change::New,
                Merged::More => Change::More,
                Merged::Same => Change::Same,
            },
            newly_passed,
            here: course.exercises().iter().any(|e| e.package == exercise),
            exercise,
        })
        .collect();
    Ok(Import {
        file: file.to_owned(),
        changed: exercises.iter().any(|e| e.change != Change::Same),
        exercises,
        total: view::total_of(course, &loaded.progress),
    })
}

impl Report for Import {
    fn command(&self) -> &'static str {
        IMPORT
    }

    fn draw(&self, page: &mut Page) {
        let names = |wanted: &dyn Fn(&Imported) -> bool| {
            let names = self.exercises.iter().filter(|e| wanted(e));
            names
                .map(|e| e.exercise.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        };
        page.line(format_args!(
            "  {} in {}",
            exercises(self.exercises.len()),
            paint(HEAD, self.file.display())
        ));
        page.gap();
        for (label, names) in [
            ("new", names(&|e| e.change == Change::New)),
            ("more", names(&|e| e.change == Change::More)),
            ("known", names(&|e| e.change == Change::Same)),
            ("passed", names(&|e| e.newly_passed)),
            ("not here", names(&|e| !e.here)),
        ] {
            if !names.is_empty() {
                page.field(label, names);
            }
        }
        page.gap();
        if !self.changed {
            page.line("  Nothing in it was news.");
        }
        self.total.draw(page);
    }
}

fn exercises(count: usize) -> String {
    match count {
        1 => "1 exercise".to_owned(),
        count => format!("{count} exercises"),
    }
}
