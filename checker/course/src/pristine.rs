//! Exercises as their authors left them.
//!
//! A learner edits `src/lib.rs`, and now and then a test. What a judgement
//! rests on must not move with them, and must be there in a copy of the
//! workbook that came without its history. So every finished exercise has a
//! sealed copy, plain files below [`PRISTINE`]. Authors seal an
//! exercise when they change it; a test holds the two together. An exercise that
//! was never sealed is still being written: its own folder is what counts.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::listing::{self, TestId};
use crate::{Error, Exercise, Lint, PRISTINE, Result};

/// An exercise as its author left it.
#[derive(Debug, Clone)]
pub struct Pristine {
    /// Where the files are read from.
    from: PathBuf,
    /// Where the tests are read from: the same, or an instructor's folder.
    tests_from: PathBuf,
    /// Where the sealed copy is, or would be.
    sealed: PathBuf,
    /// The exercise's own folder.
    dir: PathBuf,
}

/// A file of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedFile {
    /// Its path within the exercise, with `/`: `tests/schedules.rs`.
    pub path: String,
    /// What is in it.
    pub content: Vec<u8>,
}

const STUB: &str = "src/lib.rs";

impl Pristine {
    pub(crate) fn of(root: &Path, exercise: &Exercise) -> Self {
        let sealed = root.join(PRISTINE).join(exercise.folder());
        let from = if sealed.is_dir() {
            sealed.clone()
        } else {
            exercise.dir.clone()
        };
        Self {
            tests_from: from.clone(),
            from,
            sealed,
            dir: exercise.dir.clone(),
        }
    }

    /// The exercise as it stands in its folder now, edited or not. Authors judge
    /// with this.
    pub fn as_it_stands(exercise: &Exercise) -> Self {
        Self {
            from: exercise.dir.clone(),
            tests_from: exercise.dir.clone(),
            sealed: exercise.dir.clone(),
            dir: exercise.dir.clone(),
        }
    }

    /// The same exercise with other tests: those in `folder`, laid out as the
    /// exercise's own (`tests/schedules.rs`, `tests/behaviour.rs`,
    /// `tests/compile_fail/*.rs`). For tests that learners do not have.
    #[must_use]
    pub fn with_tests_of(&self, folder: impl Into<PathBuf>) -> Self {
        Self {
            tests_from: folder.into(),
            ..self.clone()
        }
    }

    /// Whether the tests are ones that learners do not have.
    pub fn is_secret(&self) -> bool {
        self.tests_from != self.from
    }

    /// Whether there is a sealed copy.
    pub fn is_sealed(&self) -> bool {
        self.sealed.is_dir()
    }

    /// The untouched `src/lib.rs`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn stub(&self) -> Result<String> {
        let file = self.from.join(STUB);
        fs::read_to_string(&file).map_err(|e| Error::io("read", &file, e))
    }

    /// The tests, in the order in which they are judged.
    ///
    /// # Errors
    /// When a test file cannot be read.
    pub fn tests(&self) -> Result<Vec<TestId>> {
        listing::tests_in(&self.tests_from)
    }

    /// The lints, in the order in which the compiler must be told about them.
    ///
    /// # Errors
    /// When the `Cargo.toml` is not as it should be.
    pub fn lints(&self) -> Result<Vec<Lint>> {
        Ok(Exercise::read(&self.from)?.lints)
    }

    /// Every file but `src/lib.rs`, in path order: `Cargo.toml` and what is
    /// below `tests/`.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn files(&self) -> Result<Vec<SealedFile>> {
        files(&self.from, &self.tests_from)
    }

    /// The files that differ from the sealed copy, `src/lib.rs` left out: it
    /// is there to be edited.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn edited(&self) -> Result<Vec<String>> {
        if !self.is_sealed() || self.is_secret() {
            return Ok(Vec::new());
        }
        let sealed = files_around_source(&self.sealed)?;
        let standing = files_around_source(&self.dir)?;
        let differing = |a: &[SealedFile], b: &[SealedFile]| {
            a.iter()
                .filter(|file| !b.contains(file))
                .map(|file| file.path.clone())
                .collect::<Vec<_>>()
        };
        let mut edited = differing(&sealed, &standing);
        edited.extend(differing(&standing, &sealed));
        edited.sort();
        edited.dedup();
        Ok(edited)
    }

    /// Replaces the sealed copy by the exercise as it stands. For authors.
    ///
    /// # Errors
    /// When `src/lib.rs` is a solution rather than a stub, or a file cannot be
    /// written.
    pub fn seal(&self, exercise: &Exercise) -> Result<()> {
        let source = exercise.source();
        let stub = fs::read_to_string(&source).map_err(|e| Error::io("read", &source, e))?;
        if exercise.stub.kind == crate::VerdictKind::Incomplete && !reaches_todo(&stub) {
            return Err(Error::broken(
                &source,
                None,
                "has no todo!() left: this is a solution, not a stub",
                "Put the stub back before you seal the exercise.",
            ));
        }
        let mut files = files_around_source(&exercise.dir)?;
        files.push(SealedFile {
            path: STUB.to_owned(),
            content: stub.into_bytes(),
        });
        if let Err(error) = fs::remove_dir_all(&self.sealed)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(Error::io("replace", &self.sealed, error));
        }
        for file in files {
            write_below(&self.sealed, &file)?;
        }
        Ok(())
    }

    /// Writes the untouched exercise to `folder`, without its `src/lib.rs`.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn lay_out(&self, folder: &Path) -> Result<()> {
        for file in self.files()? {
            write_below(folder, &file)?;
        }
        Ok(())
    }
}

fn reaches_todo(source: &str) -> bool {
    let tokens = crate::source::tokens(source);
    tokens
        .windows(2)
        .any(|pair| pair[0].is_word("todo") && pair[1].is_sign("!"))
}

fn write_below(folder: &Path, file: &SealedFile) -> Result<()> {
    let path = folder.join(&file.path);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(|e| Error::io("create", parent, e))?;
    fs::write(&path, &file.content).map_err(|e| Error::io("write", &path, e))
}

fn files_around_source(dir: &Path) -> Result<Vec<SealedFile>> {
    files(dir, dir)
}

fn files(dir: &Path, tests_of: &Path) -> Result<Vec<SealedFile>> {
    let mut files = vec![read_file(dir, "Cargo.toml".to_owned())?];
    collect(tests_of, "tests", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(dir: &Path, below: &str, files: &mut Vec<SealedFile>) -> Result<()> {
    let folder = dir.join(below);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io("read", &folder, error)),
    };
    for entry in entries {
        let entry = entry.map_err(|e| Error::io("read", &folder, e))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{below}/{name}");
        let kind = entry
            .file_type()
            .map_err(|e| Error::io("read", &entry.path(), e))?;
        if kind.is_dir() {
            collect(dir, &path, files)?;
        } else if Path::new(&name).extension().is_some_and(|e| e == "rs") {
            // Editors and systems leave other files about; they are no tests.
            files.push(read_file(dir, path)?);
        }
    }
    Ok(())
}

fn read_file(dir: &Path, path: String) -> Result<SealedFile> {
    let file = dir.join(&path);
    let content = fs::read(&file).map_err(|e| Error::io("read", &file, e))?;
    // Git may write other line ends on Windows: that is no edit.
    let content = match String::from_utf8(content) {
        Ok(text) => text.replace("\r\n", "\n").into_bytes(),
        Err(error) => error.into_bytes(),
    };
    Ok(SealedFile { path, content })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_tests_come_with_the_same_lints() {
        let root = tempfile::tempdir().unwrap();
        let (own, other) = (root.path().join("own"), root.path().join("other"));
        for (folder, test) in [(&own, "fn known"), (&other, "fn hidden")] {
            fs::create_dir_all(folder.join("tests")).unwrap();
            let text = format!("#[test]\n{test}() {{}}\n");
            fs::write(folder.join("tests/behaviour.rs"), text).unwrap();
        }
        fs::write(own.join("Cargo.toml"), "").unwrap();
        let pristine = Pristine {
            from: own.clone(),
            tests_from: own.clone(),
            sealed: own.clone(),
            dir: own,
        };
        let names = |pristine: &Pristine| -> Vec<String> {
            let tests = pristine.tests().unwrap();
            tests.into_iter().map(|test| test.to_string()).collect()
        };
        let hidden = pristine.with_tests_of(&other);
        assert!(hidden.is_secret() && !pristine.is_secret());
        assert_eq!(names(&pristine), ["behaviour::known"]);
        assert_eq!(names(&hidden), ["behaviour::hidden"]);
        let files = hidden.files().unwrap();
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["Cargo.toml", "tests/behaviour.rs"]);
        assert!(String::from_utf8_lossy(&files[1].content).contains("hidden"));
        assert_eq!(hidden.edited().unwrap(), Vec::<String>::new());
    }
}
