//! Compile-fail cases, built by trybuild.
//!
//! trybuild compares the compiler's words with a file, to the letter. Those words quote
//! the learner's own lines, and change from one toolchain to the next: a right solution
//! would fail. So trybuild builds the cases and takes down what the compiler says, and
//! [`marks`](crate::marks) tells whether it complained where and why it must.
//!
//! trybuild runs in a process of its own, a second run of the same test. That is how it
//! gets settings of its own (the environment of a running process is not ours to change),
//! and how its chatter stays out of the learner's sight. There it finds a package made
//! for the occasion, which depends on the exercise and on nothing else: the exercise's
//! own dev-dependencies would cost some ten seconds of building.

use crate::marks::{Broken, Built, Case, Complaint, Mistake, check_folder};
use serde_json::Value;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

/// Set in the process where trybuild runs, to the folder of cases it is for.
const INNER: &str = "TESTKIT_CASES";

/// The folder of the cases in the package made for the occasion.
const CASES: &str = "cases";

/// A case of our own, which never compiles. If trybuild does not refuse it, trybuild
/// did not build: then that nothing else was refused proves nothing.
const CANARY: &str = "testkit_canary";
const CANARY_SOURCE: &str = "compile_error!(\"the canary sings\");\nfn main() {}\n";

/// Builds every case in `folder` of the package under test, and panics unless each one
/// that must not compile is refused where it is marked, and each control compiles.
///
/// [`marks`](crate::marks) says what a case looks like.
///
/// # Panics
///
/// When a case breaks its promise, with words for the learner; when the cases are
/// written wrongly; when they cannot be built.
#[track_caller]
pub fn compile_cases(folder: &str) {
    if let Some(inner) = env::var_os(INNER) {
        // This is the process made for trybuild, and this test may not be the one it is for.
        if inner == folder {
            build_with_trybuild();
        }
        return;
    }
    match check(folder) {
        Ok(broken) => {
            if let Some(told) = tell(&broken) {
                panic!("\n\n{told}\n\n");
            }
        }
        Err(trouble) => panic!("\n\n{trouble}\n\n"),
    }
}

/// Controls too are handed over as cases that must not compile. trybuild would run
/// those that must, and it builds all at once if there are none.
fn build_with_trybuild() {
    trybuild::TestCases::new().compile_fail(format!("{CASES}/*.rs"));
}

/// The first case in full, the others by name: one thing to fix, and no wall of text.
fn tell(broken: &[Broken]) -> Option<String> {
    let (first, others) = broken.split_first()?;
    let mut told = first.to_string();
    if !others.is_empty() {
        let names: Vec<String> = others
            .iter()
            .map(|broken| format!("`{}.rs`", broken.case))
            .collect();
        told.push_str("\nNot as they should be either: ");
        told.push_str(&names.join(", "));
        told.push('.');
    }
    Some(told)
}

/// The cases that broke their promise, by name.
fn check(folder: &str) -> Result<Vec<Broken>, Trouble> {
    let package_folder = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package_folder = package_folder.ok_or(Trouble::NotUnderCargo)?;
    let sources = read_cases(&package_folder.join(folder), folder)?;
    let cases = sources
        .iter()
        .map(|(name, source)| Case::parse(name, source))
        .collect::<Result<Vec<Case>, Mistake>>()?;
    check_folder(folder, &cases)?;

    let workshop = Workshop::open(&Package::find(&package_folder)?, &sources)?;
    let output = workshop.run(folder)?;
    if workshop.stderr(CANARY)?.is_none() {
        return Err(Trouble::NotBuilt(output));
    }

    let mut broken = Vec::new();
    for case in &cases {
        if let Err(why) = case.hold(&workshop.built(case)?) {
            broken.push(why);
        }
    }
    Ok(broken)
}

/// The names and sources of the cases, by name.
fn read_cases(folder: &Path, shown: &str) -> Result<Vec<(String, String)>, Trouble> {
    let trouble = |error| Trouble::Folder(shown.to_owned(), error);
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.extension().is_some_and(|extension| extension == "rs")
            && let Some(name) = path.file_stem().and_then(|name| name.to_str())
        {
            let source = fs::read_to_string(&path).map_err(trouble)?;
            sources.push((name.to_owned(), source));
        }
    }
    sources.sort();
    Ok(sources)
}

/// The package under test, as cargo knows it.
struct Package {
    name: String,
    edition: String,
    folder: PathBuf,
    /// Lines of a manifest: what the package depends on, so that a case may name it too.
    dependencies: String,
    workspace: PathBuf,
    target: PathBuf,
}

impl Package {
    fn find(folder: &Path) -> Result<Self, Trouble> {
        let manifest = folder.join("Cargo.toml");
        let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
            .arg("--manifest-path")
            .arg(&manifest)
            .output()
            .map_err(Trouble::NoCargo)?;
        let metadata: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        Self::from_metadata(&metadata, &manifest, folder).ok_or(Trouble::NotBuilt(output))
    }

    fn from_metadata(metadata: &Value, manifest: &Path, folder: &Path) -> Option<Self> {
        let packages = metadata["packages"].as_array()?;
        let package = packages
            .iter()
            .find(|package| package["manifest_path"].as_str().map(Path::new) == Some(manifest))?;
        let mut dependencies = String::new();
        for dependency in package["dependencies"].as_array()? {
            if dependency["kind"].is_null() && dependency["target"].is_null() {
                dependencies.push_str(&dependency_line(dependency)?);
            }
        }
        Some(Self {
            name: package["name"].as_str()?.to_owned(),
            edition: package["edition"].as_str()?.to_owned(),
            folder: folder.to_owned(),
            dependencies,
            workspace: metadata["workspace_root"].as_str()?.into(),
            target: metadata["target_directory"].as_str()?.into(),
        })
    }

    /// The manifest of a package with the cases, and with no dev-dependencies.
    fn manifest_for_cases(&self) -> String {
        let Self {
            name,
            edition,
            dependencies,
            ..
        } = self;
        // A string of JSON is one of TOML as well.
        let path = Value::from(self.folder.to_string_lossy());
        format!(
            "[package]\nname = \"{name}-cases\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
             [[bin]]\nname = \"{name}-cases\"\npath = \"main.rs\"\n\n\
             [dependencies]\n{name} = {{ path = {path} }}\n{dependencies}\n\
             [workspace]\n"
        )
    }
}

/// What `cargo metadata` tells of a dependency, as a line of a manifest.
fn dependency_line(dependency: &Value) -> Option<String> {
    let name = dependency["name"].as_str()?;
    let alias = dependency["rename"].as_str().unwrap_or(name);
    let mut line = format!(
        "{alias} = {{ package = \"{name}\", version = {}, default-features = {}, features = {}",
        dependency["req"], dependency["uses_default_features"], dependency["features"],
    );
    if let path @ Value::String(_) = &dependency["path"] {
        write!(line, ", path = {path}").ok()?;
    }
    line.push_str(" }\n");
    Some(line)
}

/// The folder with the package made for the occasion. It goes when this does.
struct Workshop {
    folder: PathBuf,
    /// Where trybuild builds. One place for all exercises: they share what they depend on.
    target: PathBuf,
}

impl Workshop {
    fn open(package: &Package, sources: &[(String, String)]) -> Result<Self, Trouble> {
        // Two runs at once must not meet.
        static OPENED: AtomicUsize = AtomicUsize::new(0);
        let number = OPENED.fetch_add(1, Ordering::Relaxed);
        let all = package.target.join("testkit");
        let workshop = Self {
            folder: all.join(format!("{}-{}-{number}", package.name, std::process::id())),
            target: all.join("build"),
        };
        workshop.furnish(package, sources).map_err(Trouble::Io)?;
        Ok(workshop)
    }

    fn furnish(&self, package: &Package, sources: &[(String, String)]) -> io::Result<()> {
        fs::create_dir_all(self.folder.join(CASES))?;
        fs::create_dir_all(&self.target)?;
        fs::write(self.folder.join("Cargo.toml"), package.manifest_for_cases())?;
        fs::write(self.folder.join("main.rs"), "fn main() {}\n")?;
        match fs::read(package.workspace.join("Cargo.lock")) {
            Ok(lock) => fs::write(self.folder.join("Cargo.lock"), lock)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        fs::write(self.case(CANARY, "rs"), CANARY_SOURCE)?;
        for (name, source) in sources {
            fs::write(self.case(name, "rs"), source)?;
        }
        Ok(())
    }

    fn case(&self, name: &str, extension: &str) -> PathBuf {
        self.folder.join(CASES).join(name).with_extension(extension)
    }

    /// Runs this very test once more, in a process where `compile_cases` is trybuild's.
    fn run(&self, folder: &str) -> Result<Output, Trouble> {
        let mut command = Command::new(env::current_exe().map_err(Trouble::Io)?);
        match thread::current().name() {
            // With one test at a time this is the main thread: then all tests run, and
            // those that are not meant return at once.
            None | Some("main") => {}
            Some(test) => {
                command.args(["--exact", test]);
            }
        }
        command
            .args(["--include-ignored", "--nocapture", "--test-threads=1"])
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .env(INNER, folder)
            .env("TRYBUILD", "overwrite")
            .env("CARGO_MANIFEST_DIR", &self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .output()
            .map_err(Trouble::Io)
    }

    fn built(&self, case: &Case) -> Result<Built, Trouble> {
        let stderr = self.stderr(&case.name)?;
        Ok(stderr.map_or(Built::Compiled, |stderr| {
            Built::Refused(complaints(&stderr, case))
        }))
    }

    /// What trybuild took down about a case. It writes a file for those that were refused.
    fn stderr(&self, name: &str) -> Result<Option<String>, Trouble> {
        match fs::read_to_string(self.case(name, "stderr")) {
            Ok(stderr) => Ok(Some(stderr)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Trouble::Io(error)),
        }
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // What stays behind lies in the target folder and harms nobody.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The errors in a case's own file, from the compiler's words.
fn complaints(stderr: &str, case: &Case) -> Vec<Complaint> {
    let file = format!("{CASES}/{}.rs", case.name);
    let mut found = Vec::new();
    let mut headline = None;
    for line in stderr.lines() {
        if line.starts_with("error") {
            headline = parse_headline(line);
        } else if line.starts_with("warning") {
            headline = None;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            // The first place is the error's own. Others belong to notes.
            if let Some((code, message)) = headline.take()
                && let Some(line) = line_in(place, &file)
            {
                found.push(Complaint {
                    text: case.line(line).to_owned(),
                    line,
                    code,
                    message,
                });
            }
        }
    }
    found
}

/// `error[E0277]: words` or `error: words`.
fn parse_headline(line: &str) -> Option<(Option<String>, String)> {
    let rest = line.strip_prefix("error")?;
    let (code, message) = rest.split_once(": ")?;
    let code = match code {
        "" => None,
        code => Some(code.strip_prefix('[')?.strip_suffix(']')?.to_owned()),
    };
    Some((code, message.to_owned()))
}

/// The line in `path/to/file.rs:8:5`, if it is in `file`.
fn line_in(place: &str, file: &str) -> Option<usize> {
    let mut parts = place.rsplitn(3, ':');
    let _column = parts.next()?;
    let line = parts.next()?.parse().ok()?;
    let path = parts.next()?.replace('\\', "/");
    path.ends_with(file).then_some(line)
}

/// Why the cases could not be judged at all.
#[derive(Debug)]
enum Trouble {
    Mistake(Mistake),
    NotUnderCargo,
    Folder(String, io::Error),
    NoCargo(io::Error),
    NotBuilt(Output),
    Io(io::Error),
}

impl From<Mistake> for Trouble {
    fn from(mistake: Mistake) -> Self {
        Self::Mistake(mistake)
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const OURS: &str = "The compile-fail cases could not be built. This is not about your code";
        match self {
            Self::Mistake(mistake) => mistake.fmt(f),
            Self::NotUnderCargo => write!(f, "{OURS}: run this test with `cargo test`."),
            Self::Folder(folder, error) => write!(
                f,
                "{OURS}: the folder `{folder}` of the exercise cannot be read: {error}."
            ),
            Self::NoCargo(error) => write!(f, "{OURS}: cargo cannot be started: {error}."),
            Self::Io(error) => write!(f, "{OURS}: {error}."),
            Self::NotBuilt(output) => write!(
                f,
                "{OURS}. What cargo and trybuild said:\n\n{}{}",
                String::from_utf8_lossy(&output.stderr),
                String::from_utf8_lossy(&output.stdout),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, complaints, dependency_line};
    use serde_json::json;

    const STDERR: &str = "\
warning: unused variable: `x`
 --> cases/rc.rs:3:9
  |
error[E0277]: `Rc<i32>` cannot be sent between threads safely
  --> cases/rc.rs:8:15
   |
8  |     ex05::run(rc);
   |     --------- ^^ `Rc<i32>` cannot be sent between threads safely
note: required by a bound in `run`
  --> $DIR/src/lib.rs
   |
error: lifetime may not live long enough
  --> C:\\somewhere\\cases\\rc.rs:11:5
error[E0308]: mismatched types
  --> $RUST/std/src/thread.rs:5:1
error: an error without a place
warning: unused import
 --> cases/rc.rs:1:5
";

    #[test]
    fn complaints_are_those_in_the_case_at_their_first_place() {
        let source = "//! A case.\n\n\n\n\n\nfn main() {\n    run(rc); //~ E0277\n}\n";
        let case = Case::parse("rc", source).unwrap();
        let found = complaints(STDERR, &case);
        assert_eq!(found[0].text, "run(rc);");
        let found: Vec<_> = found
            .iter()
            .map(|c| (c.line, c.code.as_deref(), c.message.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                (
                    8,
                    Some("E0277"),
                    "`Rc<i32>` cannot be sent between threads safely"
                ),
                (11, None, "lifetime may not live long enough"),
            ]
        );
    }

    #[test]
    fn a_dependency_is_told_as_the_manifest_would() {
        let rayon = json!({
            "name": "rayon", "req": "^1.11", "rename": null, "features": [],
            "uses_default_features": true, "path": null,
        });
        assert_eq!(
            dependency_line(&rayon).unwrap(),
            "rayon = { package = \"rayon\", version = \"^1.11\", default-features = true, \
             features = [] }\n"
        );
        let local = json!({
            "name": "a", "req": "*", "rename": "b", "features": ["c"],
            "uses_default_features": false, "path": "/a \"quoted\" place",
        });
        assert_eq!(
            dependency_line(&local).unwrap(),
            "b = { package = \"a\", version = \"*\", default-features = false, \
             features = [\"c\"], path = \"/a \\\"quoted\\\" place\" }\n"
        );
    }
}
