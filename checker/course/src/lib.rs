//! What a course is: its exercises, their order, hints, solutions and points,
//! and how far a learner has come. Plain data and files; nothing is run here.
//!
//! A [`Course`] is a folder with `exercises/` and `hints/` in it. Open it with
//! [`Course::discover`], pick an [`Exercise`] with [`Course::find`], and keep
//! what a learner achieved in a [`ProgressStore`].

mod curriculum;
mod error;
mod exercise;
mod hints;
mod kind;
mod listing;
mod pristine;
pub mod progress;
mod solutions;
pub mod source;

use std::path::{Path, PathBuf};

pub use curriculum::{CURRICULUM, PARTS, Part, Planned};
pub use error::{Error, Result};
pub use exercise::{Exercise, Lint, LintLevel, TestPoints};
pub use hints::Hints;
pub use kind::{UnknownKind, VerdictKind};
pub use listing::{Target, TestId, UnknownTest};
pub use pristine::{Pristine, SealedFile};
pub use progress::{Damage, LastVerdict, Loaded, NewVerdict, Progress, ProgressStore, Record};
pub use solutions::{Expectation, Group, Solution};

/// The folder with the exercises, below the workbook's root.
pub const EXERCISES: &str = "exercises";
/// The folder with the hints, below the workbook's root.
pub const HINTS: &str = "hints";
/// The folder with the solutions, below the workbook's root.
pub const SOLUTIONS: &str = "solutions";
/// The folder with the sealed copies of the exercises, below the workbook's root.
pub const PRISTINE: &str = "checker/course/pristine";
/// The folder in which progress is kept, below the workbook's root.
pub const PROGRESS: &str = ".progress";

/// A workbook on disk.
#[derive(Debug, Clone)]
pub struct Course {
    root: PathBuf,
    exercises: Vec<Exercise>,
}

impl Course {
    /// Opens the workbook whose root is `root`.
    ///
    /// # Errors
    /// When `root` is no workbook, or an exercise's `Cargo.toml` is not as it
    /// should be. The error names the file and says what to do.
    pub fn open(root: impl AsRef<Path>) -> Result<Self> {
        let root = root.as_ref();
        if !is_workbook(root) {
            return Err(Error::NotAWorkbook {
                from: root.to_path_buf(),
            });
        }
        // Messages show paths as the learner would type them, and tools are
        // started from other folders: an absolute root serves both.
        let root = std::path::absolute(root).map_err(|e| Error::io("find", root, e))?;
        let exercises = exercise::read_all(&root)?;
        Ok(Self { root, exercises })
    }

    /// Opens the workbook that `from` is in, walking up to its root.
    ///
    /// # Errors
    /// As [`Course::open`]; the error for a folder outside any workbook says how
    /// to get into one.
    pub fn discover(from: impl AsRef<Path>) -> Result<Self> {
        let from = from.as_ref();
        let start = std::path::absolute(from).map_err(|e| Error::io("find", from, e))?;
        match start.ancestors().find(|folder| is_workbook(folder)) {
            Some(root) => Self::open(root),
            None => Err(Error::NotAWorkbook { from: start }),
        }
    }

    /// The workbook's root, an absolute path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The exercises, in order.
    pub fn exercises(&self) -> &[Exercise] {
        &self.exercises
    }

    /// The exercise a learner means by `ex05`, `5`, `05`, `rc_is_not_send`,
    /// `ex05_rc_is_not_send` or a path with that folder in it, in any case.
    ///
    /// # Errors
    /// [`Error::NoSuchExercise`] with the nearest names.
    pub fn find(&self, name: &str) -> Result<&Exercise> {
        curriculum::find(&self.exercises, name)
    }

    /// The hints of an exercise.
    ///
    /// # Errors
    /// When the file is missing or lacks one of its headings.
    pub fn hints(&self, exercise: &Exercise) -> Result<Hints> {
        Hints::read(&self.hints_file(exercise))
    }

    /// The file in which the hints of an exercise are.
    pub fn hints_file(&self, exercise: &Exercise) -> PathBuf {
        self.root
            .join(HINTS)
            .join(exercise.folder())
            .with_extension("md")
    }

    /// The reference solution of an exercise.
    pub fn reference(&self, exercise: &Exercise) -> PathBuf {
        self.solutions_folder(exercise).join("lib.rs")
    }

    /// The folder with the solutions of an exercise.
    pub fn solutions_folder(&self, exercise: &Exercise) -> PathBuf {
        self.root.join(SOLUTIONS).join(exercise.folder())
    }

    /// Every solution file of an exercise: the reference, then `right/`, then
    /// `wrong/`, each in name order.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn solutions(&self, exercise: &Exercise) -> Result<Vec<Solution>> {
        solutions::list(&self.solutions_folder(exercise))
    }

    /// The exercise as its author left it, whatever a learner did to it since.
    pub fn pristine(&self, exercise: &Exercise) -> Pristine {
        Pristine::of(&self.root, exercise)
    }

    /// Where progress through this workbook is kept.
    pub fn progress(&self) -> ProgressStore {
        ProgressStore::new(&self.root)
    }
}

fn is_workbook(folder: &Path) -> bool {
    folder.join("Cargo.toml").is_file()
        && folder.join(EXERCISES).is_dir()
        && folder.join(HINTS).is_dir()
}
