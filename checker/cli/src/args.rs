//! What can be typed after `checker`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

const EXIT_CODES: &str = "\
Exit codes:
    0  everything asked for passed
    1  something failed: an exercise, a row of the truth table, a part of the toolchain,
       an import
    2  the command was not understood, or not typed in a workbook folder
    3  the checker itself failed
  130  interrupted, with Ctrl-C for instance

For instructors, each with its own --help: grade, regrade, marks, explain, report, feedback,
export, merge, jails. See `checker grade --help`.

Exercises are named by `ex05`, `5`, `05`, their topic (`rc_is_not_send`) or a file of theirs.
Colour follows --color, then NO_COLOR, CLICOLOR_FORCE and CLICOLOR; a pipe gets none.";

/// Shows where you are, judges your work, and gives hints.
#[derive(Debug, Parser)]
#[command(
    name = "checker",
    version,
    after_help = EXIT_CODES,
    disable_help_subcommand = true,
    subcommand_value_name = "COMMAND"
)]
pub struct Args {
    #[command(flatten)]
    pub look: Look,
    #[command(flatten)]
    pub watch: Watch,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// How everything is printed.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Output")]
pub struct Look {
    /// Print for people, or as one JSON document
    #[arg(long, global = true, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
    /// When to use colour
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,
    /// Draw with plain ASCII only
    #[arg(long, global = true)]
    pub ascii: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

/// With no command, the checker opens the screen of `watch`. Without a terminal it shows where you
/// are and what is next.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open a screen that judges the current exercise whenever you save it
    Watch(Watch),
    /// List exercises by part: what you passed, how often you tried, how long it took
    List(List),
    /// Judge exercises; without a name, the current one
    Check(Check),
    /// Judge the current exercise, and move on to the next task if it passed
    Next,
    /// Show a hint: a nudge first, then the idea, then the shape of the code
    Hint(Hint),
    /// Sum up how far you are, or take it to another machine
    Progress(Progress),
    /// Run one failing schedule again, with your own prints or under a debugger
    Replay(Replay),
    /// Walk through a failing schedule, step by step, forward and back
    Step(Step),
    /// Be the scheduler: choose which thread moves, and try to break the program
    Play(Play),
    /// Put an exercise back to how it began, and keep your file in a backup
    Reset(Reset),
    /// Show the reference solution, and how yours differs, once you have solved it
    Solution(Solution),
    /// For authors: prove that every right solution passes and every wrong one fails as it says
    Verify(Verify),
    /// For authors: keep a sealed copy of an exercise, which learners are judged with
    Seal(Seal),
    /// For authors: lay out the files of a new exercise
    New(New),
    /// Look at the toolchain and say what is missing and how to get it
    Doctor,
    /// Print a completion script for a shell
    Completions {
        /// The shell that will load the script
        shell: Shell,
    },
}

#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Screen")]
pub struct Watch {
    /// Look for saves again and again, without waiting for the system's events
    #[arg(long)]
    pub poll: bool,
    /// How long one test may run before it counts as hung, for slow machines [default: 10]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub deadline: Option<u16>,
}

#[derive(Debug, clap::Args)]
pub struct Check {
    /// Exercises to judge: ex05, 5, 05, the topic, or a file in the exercise's folder
    #[arg(value_name = "EX", conflicts_with = "all")]
    pub exercises: Vec<String>,
    /// Judge every exercise
    #[arg(long)]
    pub all: bool,
    /// Judge again even where nothing changed since the last verdict
    #[arg(long)]
    pub force: bool,
    /// Print one line a verdict, `FILE:LINE: VERDICT: CAUSE`, for an editor's list of errors
    #[arg(long)]
    pub short: bool,
    /// How many processes to run at a time [default: one a core]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// How long one test may run before it counts as hung, for slow machines [default: 10]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub deadline: Option<u16>,
}

#[derive(Debug, clap::Args)]
pub struct Hint {
    /// The exercise; without a name, the current one
    #[arg(value_name = "EX")]
    pub exercise: Option<String>,
    /// How much to tell: 1 a nudge, 2 the idea, 3 the shape of the code
    #[arg(long, short, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=3))]
    pub tier: u8,
}

/// Each of these adds to what is shown; without any of them, all exercises are.
#[derive(Debug, clap::Args)]
pub struct List {
    /// Show exercises that have passed
    #[arg(long)]
    pub done: bool,
    /// Show exercises that you have not begun, or that have a `todo!()` left
    #[arg(long)]
    pub open: bool,
    /// Show exercises that were judged and have never passed
    #[arg(long)]
    pub failing: bool,
}

#[derive(Debug, clap::Args)]
pub struct Progress {
    #[command(subcommand)]
    pub command: Option<ProgressCommand>,
}

/// With no command, `progress` sums up how far you are.
#[derive(Debug, Subcommand)]
pub enum ProgressCommand {
    /// Write your progress to a file, or print it
    Export(Export),
    /// Take in progress from a file: nothing that you have done is undone
    Import(Import),
}

#[derive(Debug, clap::Args)]
pub struct Export {
    /// The file to write; without one, the progress is printed
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Replace the file if it is there already
    #[arg(long, requires = "file")]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct Import {
    /// A file that `checker progress export` wrote
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct Replay {
    /// The exercise
    #[arg(value_name = "EX")]
    pub exercise: String,
    /// The schedule, as `check` printed it; without one, the schedule that fails now
    pub token: Option<String>,
    /// Start the test under this debugger, such as gdb, rust-gdb or lldb
    #[arg(long, value_name = "PROGRAM")]
    pub debugger: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Step {
    /// The exercise; without a name, the current one
    #[arg(value_name = "EX")]
    pub exercise: Option<String>,
    /// The schedule, as `check` printed it; without one, the schedule that fails now
    pub token: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Play {
    /// The exercise; without a name, the current one
    #[arg(value_name = "EX")]
    pub exercise: Option<String>,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Reset {
    /// The exercise to put back
    #[arg(value_name = "EX")]
    pub exercise: Option<String>,
    /// Put every exercise back
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, clap::Args)]
pub struct Solution {
    /// The exercise
    #[arg(value_name = "EX")]
    pub exercise: String,
    /// Show it although the exercise is not solved
    #[arg(long)]
    pub peek: bool,
}

#[derive(Debug, clap::Args)]
pub struct Verify {
    /// Exercises to prove; without a name, all
    #[arg(value_name = "EX")]
    pub exercises: Vec<String>,
    /// Judge again even where nothing changed since the row last held
    #[arg(long)]
    pub force: bool,
    /// How many processes to run at a time [default: one a core]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Seal {
    /// The exercise to seal
    #[arg(value_name = "EX")]
    pub exercise: Option<String>,
    /// Seal every exercise
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, clap::Args)]
pub struct New {
    /// Its number: ex09, 9 or 09
    #[arg(value_name = "EX")]
    pub exercise: String,
    /// Its topic in lower case with underscores, such as `hang_up`
    pub topic: String,
}
