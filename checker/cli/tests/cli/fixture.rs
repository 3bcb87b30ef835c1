//! A small workbook with three exercises, and the checker run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use assert_cmd::Command;
use course::Course;
use judge::{Config, Judge};
use tempfile::TempDir;

/// The files of the small workbook.
const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/workbook");
/// The real one, for what the small one borrows from it.
pub const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// How long we wait for something that must come. Only a broken checker takes so long.
const PATIENCE: Duration = Duration::from_mins(1);

/// The small workbook in a folder.
pub struct Workbook {
    folder: Folder,
}

enum Folder {
    Own(TempDir),
    Shared(PathBuf),
}

impl Workbook {
    /// A workbook of its own for one test. Nothing in it can be judged: the explorer is not there.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        lay_out(folder.path());
        Self {
            folder: Folder::Own(folder),
        }
        .sealed()
    }

    /// The workbook in which things are judged, as good as new. Its explorer is built once and
    /// kept, so the tests that use it take turns: `#[serial(judged)]`.
    pub fn judged() -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workbook");
        for name in [
            ".progress",
            "exercises",
            "hints",
            "solutions",
            "checker/course",
        ] {
            remove(&root.join(name));
        }
        lay_out(&root);
        // The last two are not built: their text is a part of what verdicts rest on.
        for name in ["interleave", "testkit", "judge", "course"] {
            let tool = Path::new("checker").join(name);
            drop_strangers(&Path::new(REAL).join(&tool), &root.join(&tool));
            copy(&Path::new(REAL).join(&tool), &root.join(&tool));
        }
        remove(&root.join(course::PRISTINE));
        // Cargo strikes out of the lock file what is not here: it is copied when the real one
        // changes, not each time.
        let real = Path::new(REAL).join("Cargo.lock");
        let seen = root.join("Cargo.lock.seen");
        if fs::read(&seen).ok() != Some(fs::read(&real).unwrap()) {
            fs::copy(&real, root.join("Cargo.lock")).unwrap();
            fs::copy(&real, &seen).unwrap();
        }
        let workbook = Self {
            folder: Folder::Shared(root),
        }
        .sealed();
        // Whichever test comes first must not see the explorer being built.
        let course = Course::open(workbook.root()).unwrap();
        Judge::prepare(&course, Config::default(), &mut |_| ()).unwrap();
        workbook
    }

    /// With sealed copies, so that what a learner does to a file can be told.
    fn sealed(self) -> Self {
        self.checker(&["seal", "--all"]).assert().success();
        self
    }

    pub fn root(&self) -> &Path {
        match &self.folder {
            Folder::Own(folder) => folder.path(),
            Folder::Shared(folder) => folder,
        }
    }

    /// Puts the reference, or another solution such as `wrong/nothing`, in the learner's place.
    pub fn solve(&self, folder: &str, solution: &str) {
        let from = self.root().join("solutions").join(folder);
        let text = fs::read_to_string(from.join(solution).with_extension("rs")).unwrap();
        fs::write(self.source(folder), text).unwrap();
    }

    /// What is recorded of an exercise.
    pub fn record(&self, name: &str) -> serde_json::Value {
        let text = fs::read_to_string(self.root().join(".progress/progress.json")).unwrap();
        let progress: serde_json::Value = serde_json::from_str(&text).unwrap();
        progress["exercises"][name].clone()
    }

    /// The checker, started in the workbook's root.
    pub fn checker(&self, arguments: &[&str]) -> Command {
        checker(self.root(), arguments)
    }

    /// The learner's file of an exercise.
    pub fn source(&self, folder: &str) -> PathBuf {
        self.root()
            .join("exercises")
            .join(folder)
            .join("src/lib.rs")
    }

    /// What a command prints, the workbook's place left out.
    pub fn screen(&self, arguments: &[&str]) -> String {
        let output = self.checker(arguments).output().unwrap();
        self.anonymous(&String::from_utf8(output.stdout).unwrap())
    }

    /// Both what a command prints and what it complains about.
    pub fn both(&self, arguments: &[&str]) -> String {
        let output = self.checker(arguments).output().unwrap();
        let text = format!(
            "{}--- stderr\n{}--- exit {}",
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
            output.status.code().unwrap(),
        );
        self.anonymous(&text)
    }

    pub fn anonymous(&self, text: &str) -> String {
        text.replace(&*self.root().to_string_lossy(), "[workbook]")
    }

    /// Writes progress as if these exercises had passed.
    pub fn with_passed(self, names: &[&str]) -> Self {
        let records: Vec<String> = names
            .iter()
            .map(|name| format!(r#""{name}": {{"passed_at": 1700000000, "attempts": 2}}"#))
            .collect();
        let text = format!(
            r#"{{"version": 1, "exercises": {{{}}}}}"#,
            records.join(", ")
        );
        self.with_progress(&text)
    }

    pub fn with_progress(self, text: &str) -> Self {
        let file = self.root().join(".progress/progress.json");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self
    }

    /// Every file with its content, so that a test can say that nothing changed.
    pub fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(self.root(), &mut files);
        files.sort();
        files
    }
}

/// Waits until something is so.
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !is_so() {
        assert!(begin.elapsed() < PATIENCE, "in vain: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// The checker, started in `folder`, in surroundings that are the same on every machine.
pub fn checker(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("checker").unwrap();
    command
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C.UTF-8");
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
        command.env_remove(variable);
    }
    command
}

fn lay_out(root: &Path) {
    fs::create_dir_all(root).unwrap();
    copy(Path::new(FILES), root);
    fs::create_dir_all(root.join(".cargo")).unwrap();
    for file in ["rust-toolchain.toml", ".cargo/config.toml"] {
        copy_file(&Path::new(REAL).join(file), &root.join(file));
    }
    fs::write(root.join("Cargo.toml"), manifest()).unwrap();
}

/// The real manifest, with the few members that are here.
fn manifest() -> String {
    let real = fs::read_to_string(Path::new(REAL).join("Cargo.toml")).unwrap();
    let mut in_a_list = false;
    let mut text = String::new();
    for line in real.lines() {
        let key = line.split(" = ").next();
        if key == Some("members") {
            text += r#"members = ["checker/interleave", "checker/testkit", "exercises/*"]"#;
            text += "\n";
        }
        if matches!(key, Some("members" | "default-members")) {
            in_a_list = true;
        }
        // A list may stand on one line or on several.
        if in_a_list {
            in_a_list = !line.trim_end().ends_with(']');
        } else {
            text += line;
            text += "\n";
        }
    }
    text
}

fn remove(path: &Path) {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    if let Err(error) = removed {
        assert_eq!(
            error.kind(),
            std::io::ErrorKind::NotFound,
            "{}",
            path.display()
        );
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let from = entry.unwrap().path();
        let to = to.join(from.file_name().unwrap());
        if from.is_dir() {
            copy(&from, &to);
        } else {
            copy_file(&from, &to);
        }
    }
}

/// Removes from `to` what `from` has not, or no longer.
fn drop_strangers(from: &Path, to: &Path) {
    for entry in fs::read_dir(to).into_iter().flatten() {
        let to = entry.unwrap().path();
        let from = from.join(to.file_name().unwrap());
        if from.is_dir() != to.is_dir() || !from.exists() {
            remove(&to);
        } else if to.is_dir() {
            drop_strangers(&from, &to);
        }
    }
}

/// Copies a file unless it is there already: cargo takes a new time for a new file.
fn copy_file(from: &Path, to: &Path) {
    let content = fs::read(from).unwrap();
    if fs::read(to).ok().as_ref() != Some(&content) {
        fs::write(to, content).unwrap();
    }
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
}
