//! The solutions of the workbook, as if learners had handed them in.

use std::fs;
use std::path::{Path, PathBuf};

/// An exercise and what is known of its solutions.
pub struct Exercise {
    /// The package, such as `ex16`.
    pub name: String,
    pub stub: String,
    pub reference: String,
    /// Name and text, in order.
    pub right: Vec<(String, String)>,
    pub wrong: Vec<(String, String)>,
}

impl Exercise {
    /// Stub and reference.
    pub fn given(&self) -> Vec<&str> {
        vec![&self.stub, &self.reference]
    }

    /// Those and the right solutions for which `keep` holds.
    pub fn ground(&self, keep: impl Fn(&str) -> bool) -> Vec<&str> {
        let mut ground = self.given();
        ground.extend(
            self.right
                .iter()
                .filter(|(name, _)| keep(name))
                .map(|(_, text)| text.as_str()),
        );
        ground
    }
}

/// All exercises of the workbook that have solutions, in order.
pub fn all() -> Vec<Exercise> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut exercises = Vec::new();
    for folder in entries(&root.join("solutions")) {
        let Some(name) = folder.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        exercises.push(Exercise {
            name: name.split('_').next().unwrap_or(name).to_owned(),
            stub: read(&root.join("exercises").join(name).join("src/lib.rs")),
            reference: read(&folder.join("lib.rs")),
            right: texts(&folder.join("right")),
            wrong: texts(&folder.join("wrong")),
        });
    }
    exercises
}

fn texts(folder: &Path) -> Vec<(String, String)> {
    entries(folder)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
        .map(|path| {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            (name, read(&path))
        })
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
