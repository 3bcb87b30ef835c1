//! The files of an autograder, in order.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file or folder to add to an autograder.
#[derive(Debug, Clone, Copy)]
pub struct Extra<'a> {
    /// Where it goes, such as `classroom.toml` or `hidden`, with `/` between folders.
    pub at: &'a str,
    /// Where it is.
    pub from: &'a Path,
}

/// Why there is no autograder. `Display` says what is wrong,
/// [`AutograderError::advice`] what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AutograderError {
    /// A file or folder cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// The system's own words.
        source: io::Error,
    },
    /// There is something else than files and folders.
    #[error("{} is neither a file nor a folder", .0.display())]
    OddFile(PathBuf),
    /// A name has characters that are no letters everywhere.
    #[error("the name of {} is not UTF-8, or has a backslash or control characters", .0.display())]
    OddName(PathBuf),
    /// Two files would have one name.
    #[error("two files would be `{0}`")]
    Twice(String),
    /// An extra file has no place.
    #[error("`{0}` is no place in an archive")]
    NoPlace(String),
    /// The archive cannot be written.
    #[error("the archive cannot be written: {0}")]
    Write(#[from] io::Error),
}

impl AutograderError {
    /// What to do about it. One sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "See whether it is there and you may read it.",
            Self::OddFile(_) => "Replace it by a plain file, or remove it.",
            Self::OddName(_) => "Rename it.",
            Self::Twice(_) => "Put the extra file somewhere else.",
            Self::NoPlace(_) => {
                "Give a path below the archive's root, with `/` between folders and without `..`."
            }
            Self::Write(_) => "See whether the disk is full, and whether you may write there.",
        }
    }
}

/// What a file holds.
#[derive(Debug)]
pub(super) enum Content {
    /// What stands in this file.
    Of(PathBuf),
    /// This.
    Text(String),
}

#[derive(Debug)]
pub(super) struct Collected {
    pub content: Content,
    /// Whether it can be started.
    pub starts: bool,
}

/// Files by where they go. A map is in order, whatever order the system lists folders in.
#[derive(Debug, Default)]
pub(super) struct Files(BTreeMap<String, Collected>);

/// What a grader is built from and needs. The solutions are for authors.
const OF_THE_COURSE: [&str; 8] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "checker",
    "hints",
    "rust-toolchain.toml",
];

impl Files {
    /// The workbook at `root` as its authors left it.
    pub fn of_course(root: &Path) -> Result<Self, AutograderError> {
        let mut files = Self::default();
        for name in OF_THE_COURSE {
            files.add(name, &root.join(name))?;
        }
        // An instructor may have solved an exercise in place: the sealed copy counts.
        for (name, path) in listed(&root.join(course::EXERCISES))? {
            let sealed = root.join(course::PRISTINE).join(&name);
            let from = if sealed.is_dir() { sealed } else { path };
            files.add(&format!("{}/{name}", course::EXERCISES), &from)?;
        }
        Ok(files)
    }

    /// Adds `extra`.
    pub fn add_extra(&mut self, extra: Extra<'_>) -> Result<(), AutograderError> {
        let is_name = |name: &str| !matches!(name, "" | "." | "..") && is_plain(name);
        if !extra.at.split('/').all(is_name) {
            return Err(AutograderError::NoPlace(extra.at.to_owned()));
        }
        self.add(extra.at, extra.from)
    }

    /// Adds a text of our own that can be started.
    pub fn add_script(&mut self, at: &str, text: String) -> Result<(), AutograderError> {
        let content = Content::Text(text);
        let starts = true;
        self.put(at.to_owned(), Collected { content, starts })
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Collected)> {
        self.0.iter().map(|(at, file)| (at.as_str(), file))
    }

    fn add(&mut self, at: &str, from: &Path) -> Result<(), AutograderError> {
        let about = fs::symlink_metadata(from).map_err(unreadable(from))?;
        if about.is_dir() {
            for (name, path) in listed(from)? {
                self.add(&format!("{at}/{name}"), &path)?;
            }
            Ok(())
        } else if about.is_file() {
            let content = Content::Of(from.to_path_buf());
            let starts = starts(&about);
            self.put(at.to_owned(), Collected { content, starts })
        } else {
            Err(AutograderError::OddFile(from.to_path_buf()))
        }
    }

    fn put(&mut self, at: String, file: Collected) -> Result<(), AutograderError> {
        // Where a file is, no folder can be.
        let folders = at.match_indices('/').map(|(end, _)| &at[..end]);
        let mut taken = folders.filter(|folder| self.0.contains_key(*folder));
        if let Some(folder) = taken.next() {
            return Err(AutograderError::Twice(folder.to_owned()));
        }
        let below = format!("{at}/");
        if self
            .0
            .range(below.clone()..)
            .next()
            .is_some_and(|(next, _)| next.starts_with(&below))
        {
            return Err(AutograderError::Twice(at));
        }
        match self.0.entry(at) {
            Entry::Occupied(there) => Err(AutograderError::Twice(there.key().clone())),
            Entry::Vacant(free) => {
                free.insert(file);
                Ok(())
            }
        }
    }
}

/// What is in `folder` and not made by tools: their names and paths.
fn listed(folder: &Path) -> Result<Vec<(String, PathBuf)>, AutograderError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(name) = name.filter(|name| is_plain(name)) else {
            return Err(AutograderError::OddName(path));
        };
        if !is_made_by_tools(name) {
            found.push((name.to_owned(), path));
        }
    }
    Ok(found)
}

/// Hidden files are settings, histories and progress of whoever works there.
fn is_made_by_tools(name: &str) -> bool {
    name.starts_with('.') || name == "target" || name.ends_with(".snap.new")
}

fn is_plain(name: &str) -> bool {
    !name.contains('\\') && !name.chars().any(char::is_control)
}

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> AutograderError {
    let path = path.to_path_buf();
    move |source| AutograderError::Unreadable { path, source }
}

#[cfg(unix)]
fn starts(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    about.permissions().mode() & 0o100 != 0
}

/// Elsewhere no file says so.
#[cfg(not(unix))]
fn starts(_: &fs::Metadata) -> bool {
    false
}
