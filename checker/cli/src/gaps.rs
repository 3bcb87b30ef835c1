//! What an author still has to write in an exercise that `new` laid out.

use std::fs;
use std::path::{Path, PathBuf};

use course::{Course, Exercise};

use crate::commands::GAP;
use crate::failure::{Failure, Result};

/// A line that still has the words in it.
#[derive(Debug)]
pub struct Gap {
    file: PathBuf,
    line: usize,
}

impl Gap {
    pub fn is_in(&self, file: &Path) -> bool {
        self.file == file
    }

    /// `hints/ex09_hang_up.md:5`
    pub fn shown(&self, course: &Course) -> String {
        let below = self.file.strip_prefix(course.root()).unwrap_or(&self.file);
        format!(
            "{}:{}",
            below.display().to_string().replace('\\', "/"),
            self.line
        )
    }
}

/// Every gap in the files of an exercise, its hints and its solutions.
pub fn find(course: &Course, exercise: &Exercise) -> Result<Vec<Gap>> {
    let mut files = Vec::new();
    for folder in [exercise.dir.clone(), course.solutions_folder(exercise)] {
        collect(&folder, &mut files)?;
    }
    files.push(course.hints_file(exercise));
    files.sort();
    let mut gaps = Vec::new();
    for file in files {
        // What is no text has no gaps; what is missing is another row's business.
        let text = fs::read_to_string(&file).unwrap_or_default();
        for (index, line) in text.lines().enumerate() {
            if line.contains(GAP) {
                gaps.push(Gap {
                    file: file.clone(),
                    line: index + 1,
                });
            }
        }
    }
    Ok(gaps)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::io("read", folder, &error)),
    };
    for entry in entries {
        let path = entry
            .map_err(|error| Failure::io("read", folder, &error))?
            .path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|end| end == "rs" || end == "toml")
        {
            files.push(path);
        }
    }
    Ok(())
}
