//! The workbook that the command was typed in, and how far its learner is.

use course::{Course, Damage, Exercise, Loaded, Progress};

use crate::console::Console;
use crate::failure::{Failure, Result};

/// A workbook and its progress, as they were when the command began.
#[derive(Debug, Clone)]
pub struct Workbook {
    pub course: Course,
    loaded: Loaded,
}

impl Workbook {
    /// Opens the workbook around the current folder. Changes nothing on disk.
    pub fn open(console: &Console) -> Result<Self> {
        let workbook = Self::find()?;
        if let Some(words) = workbook.damage_in_words() {
            console.note(words);
        }
        Ok(workbook)
    }

    /// As [`Workbook::open`]; what is damaged is told by [`Workbook::damage_in_words`] alone.
    pub fn find() -> Result<Self> {
        let here = std::env::current_dir().map_err(|error| {
            Failure::checker("io", format!("cannot tell which folder this is: {error}"))
                .advise("The folder may have been deleted: go to the workbook with `cd`.")
        })?;
        let course = Course::discover(here)?;
        let loaded = course.progress().load()?;
        Ok(Self { course, loaded })
    }

    /// What to know about a progress file that cannot be read.
    pub fn damage_in_words(&self) -> Option<String> {
        let damage = self.damage()?;
        Some(format!(
            "{} is damaged ({}). Nothing in it is thrown away: the file is moved aside, and \
             a new one begun, when the next verdict is recorded. Put a good copy there before \
             that if you have one.",
            damage.path.display(),
            damage.what,
        ))
    }

    /// Reads the progress again, after verdicts were recorded.
    pub fn refresh(&mut self) -> Result<()> {
        self.loaded = self.course.progress().load()?;
        Ok(())
    }

    /// What is wrong with the progress file, if anything is.
    pub fn damage(&self) -> Option<&Damage> {
        self.loaded.damage.as_ref()
    }

    pub fn progress(&self) -> &Progress {
        &self.loaded.progress
    }

    /// The first exercise that has not passed yet.
    pub fn current(&self) -> Option<&Exercise> {
        self.course
            .exercises()
            .iter()
            .find(|exercise| !self.progress().is_passed(&exercise.package))
    }

    /// The exercise of that name; without a name, the current one.
    pub fn pick(&self, name: Option<&str>) -> Result<&Exercise> {
        match name {
            Some(name) => Ok(self.course.find(name)?),
            None => self.current().ok_or_else(|| {
                Failure::usage(
                    "all-passed",
                    "you have passed every exercise: none is current",
                )
                .advise("Name the one you mean, such as `ex05`.")
            }),
        }
    }

    /// Several by name, each once, in the order asked for.
    pub fn pick_all(&self, names: &[String]) -> Result<Vec<&Exercise>> {
        let mut picked: Vec<&Exercise> = Vec::new();
        for name in names {
            let exercise = self.course.find(name)?;
            if !picked.iter().any(|known| known.number == exercise.number) {
                picked.push(exercise);
            }
        }
        Ok(picked)
    }
}
