//! `grade`, `marks` and their sisters: for instructors, by a program of their own.
//!
//! The grader needs a database, archives and pages. A learner's first build should not pay
//! for that, so it is another package: cargo builds it when it is first asked for.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// What the grader understands.
const COMMANDS: [&str; 9] = [
    "grade", "regrade", "marks", "explain", "report", "feedback", "export", "merge", "jails",
];
/// What a process ends with that could not start another. As everywhere in the checker.
const CHECKER: u8 = 3;

/// Hands the words over to the grader, if the first is one of its commands. It then takes
/// the place of this process where the system can do that.
pub fn delegate() -> Option<ExitCode> {
    let words: Vec<OsString> = env::args_os().skip(1).collect();
    let first = words.first()?.to_str()?;
    COMMANDS.contains(&first).then(|| become_grader(&words))
}

/// The grader, if it was built before: beside this program.
pub fn built() -> Option<PathBuf> {
    let name = format!("grader{}", env::consts::EXE_SUFFIX);
    let beside = env::current_exe().ok()?.with_file_name(name);
    beside.is_file().then_some(beside)
}

fn become_grader(words: &[OsString]) -> ExitCode {
    if built().is_none() {
        eprintln!("Building the grader. This takes a minute or two, once.");
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["run", "--quiet", "--package", "grader", "--"])
        .args(words);
    let error = run(command);
    match error {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: cargo cannot be started: {error}");
            eprintln!("  Install Rust from https://rustup.rs, then open a new terminal.");
            ExitCode::from(CHECKER)
        }
    }
}

#[cfg(unix)]
fn run(mut command: Command) -> std::io::Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    // It returns only if it failed.
    Err(command.exec())
}

#[cfg(not(unix))]
fn run(mut command: Command) -> std::io::Result<ExitCode> {
    let code = command.status()?.code().unwrap_or(i32::from(CHECKER));
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(CHECKER)))
}
