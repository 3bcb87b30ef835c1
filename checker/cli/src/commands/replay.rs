//! `replay`: one schedule again, in a plain process that prints and can be debugged.

use std::path::Path;
use std::process::{Command, ExitStatus};

use course::TestId;
use judge::{Failure as Fault, Program};
use serde::Serialize;

use super::step::{NO_SCHEDULE, NOT_BUILT};
use crate::args;
use crate::console::Console;
use crate::failure::{Exit, Failure, Result};
use crate::report::Report;
use crate::schedule::{Built, Subject};
use crate::screen::Page;
use crate::screen::style::{CODE, PASS, paint};
use crate::workbook::Workbook;

#[derive(Debug, Serialize)]
pub struct Replay {
    exercise: String,
    test: TestId,
    token: String,
    /// Whether the program took the steps that the token speaks of.
    same_way: bool,
    failure: Option<Fault>,
    /// The test program. It stays there until the next replay.
    program: String,
    /// What to type to have it under a debugger without us.
    debug: String,
}

pub fn run(asked: &args::Replay, console: &Console) -> Result<Box<dyn Report>> {
    let workbook = Workbook::open(console)?;
    let exercise = workbook.pick(Some(&asked.exercise))?;
    let subject = Subject::prepare(&workbook, exercise, console)?;
    let token = if let Some(token) = &asked.token {
        token.clone()
    } else {
        let judged = subject.check()?;
        match judged.report.verdict.evidence.token.clone() {
            Some(token) => token,
            None => return Ok(Box::new(subject.only("replay", judged, NO_SCHEDULE))),
        }
    };
    let program = match subject.build(true)? {
        Built::Fine(program) => program,
        Built::Only(verdict) => {
            return Ok(Box::new(subject.only(
                "replay",
                (*verdict).into(),
                NOT_BUILT,
            )));
        }
    };
    let (test, replayed) = subject.find(&program, &token)?;
    let command = program.command(&test, &token);
    let debug = by_hand(&command);
    if !console.is_json() {
        start(command, asked.debugger.as_deref(), console)?;
    }
    Ok(Box::new(Replay {
        exercise: exercise.package.clone(),
        same_way: replayed.same_way,
        failure: replayed.failure,
        program: shown(&program, workbook.course.root()),
        debug,
        test,
        token,
    }))
}

/// Runs the test with our own terminal, and waits for its end.
fn start(mut command: Command, debugger: Option<&str>, console: &Console) -> Result<()> {
    // The story may be as wide as the window; whoever debugs may want backtraces.
    command.env("INTERLEAVE_WIDTH", console.width().to_string());
    if let Some(value) = std::env::var_os("RUST_BACKTRACE") {
        command.env("RUST_BACKTRACE", value);
    }
    let (mut command, name) = match debugger {
        None => (command, "the test program"),
        Some(debugger) => (under(debugger, &command), debugger),
    };
    let ended = command.status().map_err(|error| {
        Failure::usage("no-debugger", format!("{name} cannot be started: {error}"))
            .advise("Name a debugger that is installed, such as `gdb`, `rust-gdb` or `lldb`.")
    })?;
    if was_interrupted(ended) {
        return Err(Failure::interrupted());
    }
    Ok(())
}

#[cfg(unix)]
fn was_interrupted(ended: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    /// Ctrl-C has the same number everywhere.
    const SIGINT: i32 = 2;
    ended.signal() == Some(SIGINT)
}

#[cfg(not(unix))]
fn was_interrupted(_ended: ExitStatus) -> bool {
    false
}

/// The same command under a debugger.
fn under(debugger: &str, command: &Command) -> Command {
    let mut outer = Command::new(debugger);
    let name = Path::new(debugger).file_stem().unwrap_or_default();
    // `lldb` and its like take a program behind `--`, `gdb` and its like behind `--args`.
    let is_lldb = name.to_string_lossy().contains("lldb");
    outer.arg(if is_lldb { "--" } else { "--args" });
    outer.arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        outer.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}

/// What to type in a shell to have the test under `gdb`.
fn by_hand(command: &Command) -> String {
    let folder = command.get_current_dir().unwrap_or(Path::new("."));
    let token = command
        .get_envs()
        .find(|(name, _)| *name == "INTERLEAVE_REPLAY")
        .and_then(|(_, value)| value)
        .unwrap_or_default();
    let words = [command.get_program()]
        .into_iter()
        .chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!(
        "cd {} && INTERLEAVE_REPLAY={} gdb --args {}",
        folder.display(),
        token.to_string_lossy(),
        words.join(" ")
    )
}

fn shown(program: &Program<'_>, root: &Path) -> String {
    let path = program.path();
    let below = path.strip_prefix(root).unwrap_or(&path);
    below.display().to_string().replace('\\', "/")
}

impl Report for Replay {
    fn command(&self) -> &'static str {
        "replay"
    }

    fn draw(&self, page: &mut Page) {
        page.gap();
        if self.failure.is_none() {
            let sign = paint(PASS, page.glyphs.passed);
            page.line(format_args!("{sign} This schedule does not fail."));
        } else if !self.same_way {
            page.prose("The program did not take the steps of the token.");
        }
        page.field("program", &self.program);
        let debug = format!(
            "cargo checker replay {} {} --debugger gdb",
            self.exercise, self.token
        );
        page.field("debug", paint(CODE, debug));
        page.field("by hand", &self.debug);
    }

    fn exit(&self) -> Exit {
        match self.failure {
            Some(_) => Exit::Failed,
            None => Exit::Passed,
        }
    }
}
