//! `checker`: shows a learner where they are, judges their work, and gives hints.

mod args;
mod commands;
mod console;
mod disk;
mod failure;
mod gaps;
mod interrupt;
mod json;
mod judging;
mod parallel;
mod progress;
mod report;
mod schedule;
mod screen;
mod task;
mod toolchain;
mod tui;
mod view;
mod workbook;

use std::process::ExitCode;

use clap::Parser as _;

use args::Args;
use console::Console;

fn main() -> ExitCode {
    if let Some(code) = commands::delegate() {
        return code;
    }
    let args = Args::parse();
    let console = Console::new(&args.look);
    let command = args.command.as_ref();
    let exit = match commands::run(command, &args.watch, &console) {
        Ok(report) => console.show(&*report),
        Err(failure) => console.fail(commands::name(command), &failure),
    };
    ExitCode::from(exit as u8)
}
