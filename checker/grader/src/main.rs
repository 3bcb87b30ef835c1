//! `grader`: grades a class. `checker grade`, `checker marks` and the like start it.
//!
//! It is a program of its own so that a learner's first `cargo run -p checker` need not
//! build a database, archives and reports.

mod args;
mod book;
mod commands;
mod failure;
mod files;
mod likeness;
mod screen;

use std::process::ExitCode;

use clap::Parser as _;

use args::Args;

fn main() -> ExitCode {
    // Jailed programs are started through this one: see `judge::jail`.
    judge::jail::enter_if_asked();
    let args = Args::parse();
    match commands::run(&args) {
        Ok(exit) => ExitCode::from(exit as u8),
        Err(failure) => {
            failure.show();
            ExitCode::from(failure.exit as u8)
        }
    }
}
