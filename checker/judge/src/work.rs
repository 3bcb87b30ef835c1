//! What one judgement lays out, and the commands that it runs there.
//!
//! The desk looks like the workbook with a single exercise in it, so that every path
//! in a message is one that the learner knows. The tests are the pristine ones;
//! only `src/lib.rs` is the judged file.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use course::{EXERCISES, Exercise, Lint, Pristine, Target, TestId};

use crate::seat::Seat;
use crate::sworn;
use crate::tools::Tools;

/// The edition that every exercise is written in.
const EDITION: &str = "2024";

/// What runs the tests of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Harness {
    /// Ours, see [`sworn`]: for verdicts.
    Sworn,
    /// The compiler's: for people who run a test by hand.
    Standard,
}

/// A run of the compiler, and what it may read.
pub(crate) struct Compilation {
    pub command: Command,
    pub reads: Reads,
}

/// What a run of the compiler reads.
pub(crate) struct Reads {
    /// Where the compiler writes it down.
    list: PathBuf,
    /// What it may read, from the desk on. A folder stands for all that is in it.
    may_read: Vec<String>,
}

pub(crate) struct Work<'a> {
    tools: &'a Tools,
    seat: Seat,
    /// The seat's desk: what the workbook's root is to the learner.
    root: PathBuf,
    package: String,
    /// The exercise's folder below the root, with `/`.
    home: String,
    lints: Vec<Lint>,
    /// Whether the tests are ones that learners do not have.
    secret: bool,
    /// Whether the compiler may reuse what it built before.
    reuse: bool,
    /// Whether a debugger will want to know its way around.
    debug: bool,
    /// How many runs of the compiler there were.
    runs: AtomicUsize,
}

impl<'a> Work<'a> {
    /// Lays out the exercise with `source` as its `src/lib.rs`.
    pub(crate) fn lay_out(
        seat: Seat,
        tools: &'a Tools,
        exercise: &Exercise,
        tests: &Pristine,
        source: &str,
        reuse: bool,
    ) -> Result<Self, String> {
        let words = |path: &Path, error: &io::Error| format!("{}: {error}", path.display());
        let root = seat.desk();
        seat.clear().map_err(|e| words(&root, &e))?;
        let work = Self {
            tools,
            seat,
            root,
            package: exercise.package.clone(),
            home: format!("{EXERCISES}/{}", exercise.folder()),
            lints: tests.lints().map_err(|e| e.to_string())?,
            secret: tests.is_secret(),
            reuse,
            debug: false,
            runs: AtomicUsize::new(0),
        };
        let home = work.root.join(&work.home);
        tests.lay_out(&home).map_err(|e| e.to_string())?;
        for folder in [home.join("src"), work.out()] {
            fs::create_dir_all(&folder).map_err(|e| words(&folder, &e))?;
        }
        let file = home.join("src").join("lib.rs");
        fs::write(&file, source).map_err(|e| words(&file, &e))?;
        Ok(work)
    }

    /// Has programs built for a debugger, and leaves the desk as it is when the
    /// work is done: the next one there clears it.
    pub(crate) fn for_a_debugger(mut self) -> Self {
        self.debug = true;
        self.seat.leave_as_it_is();
        self
    }

    /// Makes the compiler forget what it built for a file of tests before.
    /// Whether there was anything that it might have reused.
    pub(crate) fn forget(&self, target: Target) -> bool {
        self.reuse && fs::remove_dir_all(self.warm(target)).is_ok()
    }

    fn warm(&self, target: Target) -> PathBuf {
        self.seat.warm().join(target.name())
    }

    /// Where results go.
    pub(crate) fn out(&self) -> PathBuf {
        self.root.join("out")
    }

    /// The judged file, as messages show it.
    pub(crate) fn source(&self) -> String {
        format!("{}/src/lib.rs", self.home)
    }

    /// A compile-fail case, as messages show it.
    pub(crate) fn case(&self, name: &str) -> String {
        format!("{}/tests/compile_fail/{name}.rs", self.home)
    }

    /// A path in the work folder.
    pub(crate) fn path(&self, shown: &str) -> PathBuf {
        self.root.join(shown)
    }

    /// Paths as the learner knows them, in a text of the compiler's.
    pub(crate) fn shown(&self, text: &str) -> String {
        let here = self.root.to_string_lossy();
        text.replace(&format!("{here}{}", std::path::MAIN_SEPARATOR), "")
            .replace("/tests/../src/", "/src/")
    }

    /// The compiler on the learner's file as a library.
    pub(crate) fn compile_library(&self) -> Compilation {
        let mut command = self.rustc(&self.source(), &self.package);
        command.args(["--crate-type", "lib", "--emit", "metadata,link"]);
        self.add_lints(&mut command);
        self.reading(command, vec![self.source()])
    }

    /// The compiler on the tests that the learner wrote in the file.
    pub(crate) fn check_own_tests(&self) -> Compilation {
        let mut command = self.rustc(&self.source(), &self.package);
        command.args(["--test", "--emit", "metadata"]);
        self.add_lints(&mut command);
        self.reading(command, vec![self.source()])
    }

    /// Makes a file of tests a program whose word can be believed.
    pub(crate) fn swear_in(&self, target: Target, tests: &[&TestId]) -> Result<(), String> {
        let file = self.root.join(self.tests(target));
        let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        let program = sworn::program(&text, target, tests)?;
        fs::write(&file, program).map_err(|error| error.to_string())
    }

    fn tests(&self, target: Target) -> String {
        format!("{}/tests/{target}.rs", self.home)
    }

    /// Where a test begins, if the learner has it.
    pub(crate) fn place_of(&self, test: &TestId) -> Option<(String, u32)> {
        let file = self.tests(test.target);
        if self.secret {
            return None;
        }
        let source = fs::read_to_string(self.path(&file)).ok()?;
        let head = format!("fn {}()", test.name);
        let line = source.lines().position(|line| line.starts_with(&head))?;
        Some((file, u32::try_from(line).ok()? + 1))
    }

    /// The compiler on a file of tests, for the standard harness or sworn in.
    pub(crate) fn compile_tests(&self, target: Target, harness: Harness) -> Compilation {
        let mut command = self.rustc(&self.tests(target), target.name());
        command.args(["--emit", "link"]);
        match harness {
            Harness::Sworn => command.args(["--crate-type", "bin"]),
            Harness::Standard => command.arg("--test"),
        };
        if self.reuse {
            let warm = self.seat.warm().join(target.name());
            command
                .arg("-C")
                .arg(option("incremental=", warm.as_os_str()));
        }
        self.add_lints(&mut command);
        for folder in &self.tools.dependencies {
            command
                .arg("-L")
                .arg(option("dependency=", folder.as_os_str()));
        }
        for (name, library) in [
            ("interleave", &self.tools.interleave),
            ("testkit", &self.tools.testkit),
        ] {
            command
                .arg("--extern")
                .arg(option(&format!("{name}="), library.as_os_str()));
        }
        // Under the explorer the file is a module of the tests, not a library.
        let mut may_read = vec![format!("{}/tests", self.home)];
        if target == Target::Behaviour {
            self.add_library(&mut command);
        } else {
            may_read.push(self.source());
        }
        self.reading(command, may_read)
    }

    /// The compiler on a file that nobody can object to, just as on the learner's.
    pub(crate) fn compile_control(&self) -> io::Result<Compilation> {
        let file = "control.rs";
        fs::write(self.path(file), "pub fn control() {}\n")?;
        let mut command = self.rustc(file, "control");
        command.args(["--crate-type", "lib", "--emit", "metadata,link"]);
        Ok(self.reading(command, vec![file.to_owned()]))
    }

    /// The compiler on a compile-fail case.
    pub(crate) fn compile_case(&self, name: &str) -> Compilation {
        self.check_program(&self.case(name), name)
    }

    /// The compiler on several compile-fail cases, as modules of one program.
    pub(crate) fn compile_cases(&self, names: &[&str]) -> io::Result<Compilation> {
        let program = format!("all_{}", names[0]);
        let file = format!("{program}.rs");
        let mut text = String::from("fn main() {}\n");
        for name in names {
            // The file's own `fn main` is a function like any other here.
            let _ = writeln!(text, "#[path = {:?}] mod {name};", self.case(name));
        }
        fs::write(self.path(&file), text)?;
        Ok(self.check_program(&file, &program))
    }

    fn check_program(&self, file: &str, name: &str) -> Compilation {
        let mut command = self.rustc(file, name);
        command.args(["--crate-type", "bin", "--emit", "metadata"]);
        command.args(["--cap-lints", "allow"]);
        self.add_library(&mut command);
        self.reading(
            command,
            vec![file.to_owned(), format!("{}/tests", self.home)],
        )
    }

    /// Has the compiler write down what it reads.
    fn reading(&self, mut command: Command, may_read: Vec<String>) -> Compilation {
        let run = self.runs.fetch_add(1, Ordering::Relaxed);
        let list = self.out().join(format!("read-{run}.d"));
        command
            .arg("--emit")
            .arg(option("dep-info=", list.as_os_str()));
        Compilation {
            command,
            reads: Reads { list, may_read },
        }
    }

    /// A file that a run of the compiler has read and may not read. The file is looked
    /// through for what would make it read another one; if something slips through
    /// there, it shows here.
    pub(crate) fn another_file(&self, reads: &Reads) -> io::Result<Option<String>> {
        let list = fs::read_to_string(&reads.list)?;
        let may_be_read = |file: &String| {
            let file = plain(&self.root.join(file));
            let mut allowed = reads.may_read.iter();
            allowed.any(|allowed| file.starts_with(self.root.join(allowed)))
        };
        let mut others = files(&list).filter(|file| !may_be_read(file));
        Ok(others.next())
    }

    /// Whether the tests are ones that learners do not have.
    pub(crate) fn is_secret(&self) -> bool {
        self.secret
    }

    /// Whether a place that the compiler names is in the standard library or in the
    /// compiler itself.
    pub(crate) fn is_of_the_toolchain(&self, file: &str) -> bool {
        let folder = self.tools.toolchain.folder();
        file.starts_with('<')
            || file.starts_with("/rustc/")
            || file.contains("/rustlib/src/")
            || folder.is_some_and(|folder| Path::new(file).starts_with(folder))
    }

    /// Any program, started as the compiler is: in the same folder, with the same
    /// environment.
    #[cfg(all(feature = "jail", target_os = "linux"))]
    pub(crate) fn instead_of_the_compiler(&self, program: &Path) -> Command {
        let compiler = self.compile_library().command;
        let mut command = Command::new(program);
        for (name, value) in compiler.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.current_dir(&self.root);
        command
    }

    /// The program that runs a file of tests.
    pub(crate) fn test_program(&self, target: Target) -> PathBuf {
        self.out()
            .join(format!("{target}{}", std::env::consts::EXE_SUFFIX))
    }

    /// A command that runs one test of a program that is sworn in. Which, it is told.
    pub(crate) fn run_sworn(&self, target: Target, deadline: Duration, pictures: bool) -> Command {
        let mut command = self.run(target, deadline);
        if pictures {
            // The explorer's listener gets it, not a file.
            command.env("INTERLEAVE_SVG", "1");
        }
        command
    }

    /// A command that runs one test, as cargo would.
    pub(crate) fn run_test(&self, test: &TestId, report: &Path, deadline: Duration) -> Command {
        let mut command = self.run(test.target, deadline);
        command
            .args(["--exact", &test.name])
            .args(["--nocapture", "--test-threads=1", "--color=never"])
            .env("INTERLEAVE_REPORT", report);
        command
    }

    fn run(&self, target: Target, deadline: Duration) -> Command {
        let mut command = Command::new(self.test_program(target));
        command.current_dir(self.root.join(&self.home));
        self.add_package_variables(&mut command);
        for (variable, _) in std::env::vars_os() {
            let name = variable.to_string_lossy();
            if ["RUST_TEST_", "INTERLEAVE_", "TESTKIT_"]
                .iter()
                .any(|prefix| name.starts_with(prefix))
            {
                command.env_remove(&variable);
            }
        }
        command
            .env("RUST_BACKTRACE", "0")
            // The checker sets stories in by two, in a terminal of 80 columns.
            .env("INTERLEAVE_WIDTH", "76")
            .env("INTERLEAVE_SOURCE_ROOT", &self.root)
            // The judge sees more from outside, so it speaks first. This one is for
            // the case that the judge itself is killed.
            .env(
                "TESTKIT_DEADLINE_SECONDS",
                (10 * deadline.as_secs() + 60).to_string(),
            );
        command
    }

    fn rustc(&self, source: &str, name: &str) -> Command {
        let mut command = self.tools.toolchain.rustc();
        command
            .arg(source)
            .args([
                "--crate-name",
                &name.replace('-', "_"),
                "--edition",
                EDITION,
            ])
            .args(["--error-format", "json", "-C", "embed-bitcode=no"])
            .arg("--out-dir")
            .arg(self.out())
            .arg("--remap-path-prefix")
            .arg(format!("{0}/tests/../src={0}/src", self.home))
            // As cargo does it: from the root, with relative paths.
            .current_dir(&self.root)
            // The linker's own files: behind walls there is no other place.
            .env("TMPDIR", self.out());
        if self.debug {
            command.args(["-C", "debuginfo=2"]);
        } else {
            // Places come from panics and from the explorer; nobody debugs this.
            command.args(["-C", "debuginfo=0", "-C", "strip=debuginfo"]);
        }
        if !self.reuse {
            // Pieces pay when some of them can be reused. Otherwise one is less work.
            command.args(["-C", "codegen-units=1"]);
        }
        self.add_package_variables(&mut command);
        command
    }

    /// What a compiler needs of the files, to be put behind walls.
    #[cfg(all(feature = "jail", target_os = "linux"))]
    pub(crate) fn cell_to_compile(&self) -> crate::jail::Cell {
        let libraries = [&self.tools.interleave, &self.tools.testkit];
        let folders = self.tools.dependencies.iter().chain(libraries);
        let toolchain = self.tools.toolchain.folder();
        crate::jail::Cell {
            read: folders
                .cloned()
                .chain(toolchain)
                .chain([self.root.clone()])
                .collect(),
            run: Vec::new(),
            write: vec![self.out()],
            rights: crate::jail::Rights::to_compile(),
        }
    }

    /// What a test needs of the files: the program, and the sources that the explorer
    /// quotes. Tests that learners do not have are not quoted.
    #[cfg(all(feature = "jail", target_os = "linux"))]
    pub(crate) fn cell_to_run(&self, target: Target) -> crate::jail::Cell {
        let home = self.root.join(&self.home);
        let mut read = vec![home.join("src")];
        if !self.secret {
            read.push(home.join("tests"));
        }
        crate::jail::Cell {
            read,
            run: vec![self.test_program(target)],
            write: Vec::new(),
            rights: crate::jail::Rights::to_run(),
        }
    }

    /// Lets a test program be run, but not read: what the tests say stands in it.
    #[cfg(all(feature = "jail", target_os = "linux"))]
    pub(crate) fn close(&self, target: Target) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        let program = self.test_program(target);
        // A link would lead out of the desk, and take whatever stands at its end along.
        if !fs::symlink_metadata(&program)?.is_file() {
            return Err(io::Error::other("the compiler left no program"));
        }
        fs::set_permissions(program, fs::Permissions::from_mode(0o111))
    }

    fn add_lints(&self, command: &mut Command) {
        for lint in &self.lints {
            command.args([lint.level.option(), &lint.name]);
        }
    }

    fn add_library(&self, command: &mut Command) {
        let library = self.out().join(format!("lib{}.rlib", self.package));
        command
            .arg("--extern")
            .arg(option(&format!("{}=", self.package), library.as_os_str()));
    }

    fn add_package_variables(&self, command: &mut Command) {
        command
            .env("CARGO_MANIFEST_DIR", self.root.join(&self.home))
            .env("CARGO_PKG_NAME", &self.package)
            .env("CARGO_CRATE_NAME", &self.package);
    }
}

/// The files in a list as the compiler writes it for `make`: a rule for the program, which
/// names all of them, and then an empty one for each.
fn files(list: &str) -> impl Iterator<Item = String> {
    let files = list.lines().filter_map(|line| line.strip_suffix(':'));
    files.map(|file| file.replace("\\ ", " "))
}

/// The path without the steps that go back.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}

fn option(name: &str, value: &std::ffi::OsStr) -> std::ffi::OsString {
    let mut option = std::ffi::OsString::from(name);
    option.push(value);
    option
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_compiler_read_is_in_its_list() {
        let list = "out/libex16.rlib: src/lib.rs src/../a\\ b.rs\n\nsrc/lib.rs:\n\
            src/../a\\ b.rs:\n\n# env-dep:CARGO_PKG_NAME=ex16\n";
        let read: Vec<_> = files(list).collect();
        assert_eq!(read, ["src/lib.rs", "src/../a b.rs"]);
        assert_eq!(
            plain(Path::new("/desk/src/../a b.rs")),
            Path::new("/desk/a b.rs")
        );
    }
}
