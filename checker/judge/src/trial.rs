//! A program of the caller's in a cell of the judge's: how the walls are tested.
//!
//! The scan of the source refuses most hostile files before anything of them runs. So
//! what stops a program behind the walls is tried with programs that no scan saw. They
//! come to where a test program, or the compiler, would be, on a desk that is laid out
//! for a real exercise, and everything after that is the judge's own way.

use std::path::{Path, PathBuf};
use std::process::Command;

use course::Target;

use crate::judgement::{Clock, Judgement, Purpose};
use crate::process::{End, Excess};
use crate::{Cancel, Judge, Request};

/// Which cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// That of the compiler and the linker.
    Compile,
    /// That of a test.
    Run,
}

/// What is laid out where the program runs.
#[derive(Debug)]
pub struct Desk {
    /// All of it.
    pub root: PathBuf,
    /// The exercise's folder in it.
    pub home: PathBuf,
    /// The folder for results.
    pub out: PathBuf,
}

/// How the program ended, and what it printed.
#[derive(Debug)]
pub struct Outcome {
    /// How.
    pub ending: Ending,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// By itself, with this code.
    Exited(i32),
    /// By a signal.
    Killed(String),
    /// Its time was up.
    TimedOut,
    /// It stood still for good.
    Stuck,
    /// It filled too much memory.
    TooMuchMemory,
    /// It started too many threads.
    TooManyThreads,
    /// It printed too much.
    TooMuchOutput,
}

impl Judge {
    /// Lays out the desk of an exercise, copies `program` to it, and runs it in the cell.
    /// `arguments` are made when the desk is there.
    ///
    /// # Errors
    /// When it could not be run at all.
    pub fn try_walls(
        &self,
        request: &Request<'_>,
        room: Room,
        program: &Path,
        arguments: impl FnOnce(&Desk) -> Vec<String>,
    ) -> Result<Outcome, String> {
        let words = |error: &dyn std::fmt::Display| error.to_string();
        let laid = self
            .read_and_lay_out(request, &self.place)
            .map_err(|verdict| verdict.cause)?;
        let work = &laid.work;
        let target = Target::Behaviour;
        let desk = Desk {
            root: work.path(""),
            home: work.path(&format!(
                "{}/{}",
                course::EXERCISES,
                request.exercise.folder()
            )),
            out: work.out(),
        };
        let (place, purpose) = match room {
            Room::Compile => (desk.out.join("stranger"), Purpose::Compile),
            Room::Run => (work.test_program(target), Purpose::Run(target)),
        };
        copy(program, &place)?;
        let mut command = match room {
            Room::Compile => work.instead_of_the_compiler(&place),
            Room::Run => work.run_sworn(target, self.config.test_deadline, false),
        };
        command.args(arguments(&desk));
        let judgement = Judgement {
            config: &self.config,
            slots: &self.slots,
            work,
            source: &laid.source,
            tests: &laid.tests,
            mode: request.mode,
            reports: self.tools.reports,
            clock: Clock::default(),
        };
        let ended = judgement
            .run_stranger(command, purpose, &Cancel::new())
            .map_err(|e| words(&e))?
            .map_err(|e| words(&e))?;
        let ending = match ended.end {
            End::Exited(code) => Ending::Exited(code),
            End::Killed(how) => Ending::Killed(how),
            End::TimedOut(_) => Ending::TimedOut,
            End::Stuck(_) => Ending::Stuck,
            End::TooMuch(Excess::Memory(_)) => Ending::TooMuchMemory,
            End::TooMuch(Excess::Threads(_)) => Ending::TooManyThreads,
            End::TooMuch(Excess::Output(_)) => Ending::TooMuchOutput,
            End::Cancelled => return Err("it was cancelled".to_owned()),
        };
        Ok(Outcome {
            ending,
            stdout: ended.stdout,
            stderr: ended.stderr,
        })
    }
}

/// Copies a program. Another process writes it, as the linker would: what this one has
/// open for writing, a child that is just being started elsewhere has open too, and then
/// nobody can run it.
///
/// # Errors
/// When it could not be copied.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let status = Command::new("cp").arg(from).arg(to).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("cp: {status}")),
        Err(error) => Err(format!("cp: {error}")),
    }
}
