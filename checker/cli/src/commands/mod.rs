//! One file a command. Each reads what it needs, does its work, and gives back a report.

mod check;
mod completions;
mod doctor;
mod grading;
mod hint;
mod list;
mod new;
mod next;
mod overview;
mod play;
mod progress;
mod replay;
mod reset;
mod seal;
mod solution;
mod step;
mod verify;
mod watch;

pub use check::Checked;
pub use grading::delegate;
pub use new::GAP;
pub use reset::reset;
pub use solution::compare;

use crate::args::{self, Command};
use crate::console::Console;
use crate::failure::Result;
use crate::report::Report;

/// The name by which documents and messages call a command.
pub fn name(command: Option<&Command>) -> &'static str {
    match command {
        None => "overview",
        Some(Command::Watch(_)) => "watch",
        Some(Command::List(_)) => "list",
        Some(Command::Check(_)) => "check",
        Some(Command::Next) => "next",
        Some(Command::Hint(_)) => "hint",
        Some(Command::Progress(asked)) => progress::name(asked),
        Some(Command::Replay(_)) => "replay",
        Some(Command::Step(_)) => "step",
        Some(Command::Play(_)) => "play",
        Some(Command::Reset(_)) => "reset",
        Some(Command::Solution(_)) => "solution",
        Some(Command::Verify(_)) => "verify",
        Some(Command::Seal(_)) => "seal",
        Some(Command::New(_)) => "new",
        Some(Command::Doctor) => "doctor",
        Some(Command::Completions { .. }) => "completions",
    }
}

pub fn run(
    command: Option<&Command>,
    bare: &args::Watch,
    console: &Console,
) -> Result<Box<dyn Report>> {
    Ok(match command {
        None => watch::run(bare, console)?,
        Some(Command::Watch(asked)) => watch::run(asked, console)?,
        Some(Command::List(asked)) => Box::new(list::run(asked, console)?),
        Some(Command::Check(asked)) => Box::new(check::run(asked, console)?),
        Some(Command::Next) => Box::new(next::run(console)?),
        Some(Command::Hint(asked)) => Box::new(hint::run(asked, console)?),
        Some(Command::Progress(asked)) => progress::run(asked, console)?,
        Some(Command::Replay(asked)) => replay::run(asked, console)?,
        Some(Command::Step(asked)) => step::run(asked, console)?,
        Some(Command::Play(asked)) => play::run(asked, console)?,
        Some(Command::Reset(asked)) => Box::new(reset::run(asked, console)?),
        Some(Command::Solution(asked)) => Box::new(solution::run(asked, console)?),
        Some(Command::Verify(asked)) => Box::new(verify::run(asked, console)?),
        Some(Command::Seal(asked)) => Box::new(seal::run(asked, console)?),
        Some(Command::New(asked)) => Box::new(new::run(asked, console)?),
        Some(Command::Doctor) => Box::new(doctor::run(console)),
        Some(Command::Completions { shell }) => Box::new(completions::run(*shell)),
    })
}
