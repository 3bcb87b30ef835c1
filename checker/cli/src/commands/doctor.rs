//! `doctor`: what this machine has of what the workbook needs, and how to get the rest.

use std::env;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use course::Course;
use serde::Serialize;

use crate::console::Console;
use crate::disk;
use crate::failure::Exit;
use crate::report::Report;
use crate::screen::style::{FAIL, HEAD, OPEN, PASS, paint};
use crate::screen::{Page, text};
use crate::toolchain::{number, pinned, version};

/// Building everything takes some hundreds of megabytes.
const ROOM: u64 = 1 << 30;

const GET_RUST: &str = "Install Rust from https://rustup.rs, then open a new terminal.";
const GET_LINKER: &str = "Install a C compiler, which brings the linker. \
    Debian or Ubuntu: `sudo apt install gcc`. Fedora: `sudo dnf install gcc`. \
    macOS: `xcode-select --install`. Windows: the Visual Studio Build Tools with C++.";

#[derive(Debug, Serialize)]
pub struct Doctor {
    healthy: bool,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Finding {
    name: &'static str,
    state: State,
    found: String,
    advice: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Ok,
    /// Works without, or not as well.
    Warning,
    /// Nothing can be judged like this.
    Missing,
}

pub fn run(_console: &Console) -> Doctor {
    let here = env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let course = Course::discover(&here);
    let root = course.as_ref().map_or(here.as_path(), Course::root);
    let wanted = pinned(root);
    let mut findings = vec![workbook(course.as_ref())];
    findings.push(rustc(root, wanted.as_deref()));
    findings.push(tool("cargo", root, State::Missing, GET_RUST));
    findings.push(tool(
        "rustup",
        root,
        State::Warning,
        "Without rustup you keep the toolchain up to date yourself. https://rustup.rs has it.",
    ));
    if findings
        .iter()
        .all(|f| f.name != "rustc" || f.state != State::Missing)
    {
        findings.push(linker(root));
    }
    findings.push(tool(
        "git",
        root,
        State::Warning,
        "Without git you get no new exercises. https://git-scm.com has it.",
    ));
    if let Ok(course) = &course {
        findings.push(disk_space(course.root()));
        findings.push(progress(course));
    }
    findings.extend(jail());
    Doctor {
        healthy: findings.iter().all(|f| f.state != State::Missing),
        findings,
    }
}

/// Whether this machine can grade strangers' files. Learners need none of it.
fn jail() -> Option<Finding> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let found = match super::grading::built() {
        Some(grader) => jails_of(&grader),
        None if bubblewrap_works() => "bubblewrap, for instructors who grade".to_owned(),
        None => {
            "without bubblewrap; `checker jails` says more, for instructors who grade".to_owned()
        }
    };
    Some(finding("jail", State::Ok, found, ""))
}

/// What the grader says.
fn jails_of(grader: &Path) -> String {
    let output = Command::new(grader)
        .arg("jails")
        .stdin(Stdio::null())
        .output();
    let said = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let said = said.unwrap_or_default();
    let used = said.lines().find(|line| line.ends_with("is used"));
    match used.and_then(|line| line.split_whitespace().next()) {
        Some(level) => format!("{level}, for instructors who grade"),
        None => "none: `checker jails` says why; only instructors need one".to_owned(),
    }
}

fn bubblewrap_works() -> bool {
    Command::new("bwrap")
        .args(["--unshare-all", "--ro-bind", "/", "/", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn finding(
    name: &'static str,
    state: State,
    found: impl Into<String>,
    advice: impl Into<String>,
) -> Finding {
    let advice = advice.into();
    Finding {
        name,
        state,
        found: found.into(),
        advice: Some(advice).filter(|_| state != State::Ok),
    }
}

fn workbook(course: Result<&Course, &course::Error>) -> Finding {
    match course {
        Ok(course) => finding(
            "workbook",
            State::Ok,
            format!(
                "{} exercises in {}",
                course.exercises().len(),
                course.root().display()
            ),
            "",
        ),
        Err(error) => finding(
            "workbook",
            State::Missing,
            error.to_string(),
            error.advice(),
        ),
    }
}

fn rustc(root: &Path, wanted: Option<&str>) -> Finding {
    match (version("rustc", root), wanted) {
        (Err(why), _) => finding("rustc", State::Missing, why, GET_RUST),
        (Ok(found), Some(wanted)) if number(&found) != Some(wanted) => {
            let overridden = match env::var("RUSTUP_TOOLCHAIN") {
                // Cargo started by rustup sets it as well: to what rustup chose.
                Ok(name) if !name.starts_with(wanted) => {
                    format!(" The variable RUSTUP_TOOLCHAIN asks for `{name}`: unset it.")
                }
                _ => String::new(),
            };
            finding(
                "rustc",
                State::Warning,
                format!("{found}, not {wanted}"),
                format!(
                    "The workbook is made with {wanted}: compiler messages may differ, verdicts \
                     should not. `rustup toolchain install {wanted}` gets it.{overridden}"
                ),
            )
        }
        (Ok(found), _) => finding("rustc", State::Ok, found, ""),
    }
}

fn tool(name: &'static str, root: &Path, without: State, advice: &str) -> Finding {
    match version(name, root) {
        Ok(found) => finding(name, State::Ok, found, ""),
        Err(why) => finding(name, without, why, advice),
    }
}

/// Whether a program can be built at all: compilers are often there without their linker.
fn linker(root: &Path) -> Finding {
    match build_a_program(root) {
        Ok(()) => finding("linker", State::Ok, "builds and links a program", ""),
        Err(why) => finding("linker", State::Missing, why, GET_LINKER),
    }
}

fn build_a_program(root: &Path) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut rustc = Command::new("rustc")
        .args(["--edition", "2024", "--crate-name", "probe", "-"])
        .arg("-o")
        .arg(folder.path().join("probe"))
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    if let Some(mut input) = rustc.stdin.take() {
        // If the compiler died already, what it said comes below.
        let _ = input.write_all(b"fn main() {}\n");
    }
    let output = rustc
        .wait_with_output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(said.lines().next().unwrap_or("rustc failed").to_owned())
}

fn disk_space(root: &Path) -> Finding {
    const MAKE_WRITABLE: &str =
        "Make the folder writable for you, or copy the workbook to one that is.";
    let target = root.join("target");
    let folder = if target.is_dir() {
        target
    } else {
        root.to_owned()
    };
    if let Err(error) = tempfile::tempfile_in(&folder) {
        let found = format!("cannot write to {}: {error}", folder.display());
        return finding("disk", State::Missing, found, MAKE_WRITABLE);
    }
    match disk::free(&folder) {
        Some(free) if free < ROOM => finding(
            "disk",
            State::Warning,
            format!("{} MB free", free >> 20),
            "Free some space: building everything takes up to one gigabyte.",
        ),
        Some(free) => finding("disk", State::Ok, format!("{} GB free", free >> 30), ""),
        None => finding("disk", State::Ok, "writable", ""),
    }
}

fn progress(course: &Course) -> Finding {
    const NAME: &str = "progress";
    match course.progress().load() {
        Ok(loaded) => match loaded.damage {
            None => finding(
                NAME,
                State::Ok,
                course.progress().path().display().to_string(),
                "",
            ),
            Some(damage) => finding(
                NAME,
                State::Warning,
                format!("{} is damaged: {}", damage.path.display(), damage.what),
                "Put a good copy there if you have one. Otherwise it is moved aside when the next \
                 verdict is recorded.",
            ),
        },
        Err(error) => finding(NAME, State::Missing, error.to_string(), error.advice()),
    }
}

impl Report for Doctor {
    fn command(&self) -> &'static str {
        "doctor"
    }

    fn draw(&self, page: &mut Page) {
        for finding in &self.findings {
            let sign = match finding.state {
                State::Ok => paint(PASS, page.glyphs.passed),
                State::Warning => paint(OPEN, "!"),
                State::Missing => paint(FAIL, page.glyphs.failed),
            };
            page.line(format_args!(
                "  {sign} {:<10} {}",
                finding.name, finding.found
            ));
            if let Some(advice) = &finding.advice {
                let fitted = text::wrap(advice, page.width.saturating_sub(15));
                page.line(text::indent(&fitted, "               "));
            }
        }
        page.gap();
        if self.healthy {
            page.line(paint(HEAD, "  Everything that judging needs is here."));
        } else {
            let missing: Vec<&str> = self
                .findings
                .iter()
                .filter(|finding| finding.state == State::Missing)
                .map(|finding| finding.name)
                .collect();
            page.line(paint(
                HEAD,
                format_args!("  To be mended first: {}.", missing.join(", ")),
            ));
        }
    }

    fn exit(&self) -> Exit {
        if self.healthy {
            Exit::Passed
        } else {
            Exit::Failed
        }
    }
}
