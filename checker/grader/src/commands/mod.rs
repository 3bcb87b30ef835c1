//! One file a command.

mod explain;
mod export;
mod grade;
mod jails;
mod marks;
mod merge;
mod regrade;
mod report;
mod session;

use crate::args::{Args, Command};
use crate::failure::{Exit, Result};

pub fn run(args: &Args) -> Result<Exit> {
    match &args.command {
        Command::Grade(asked) => grade::run(&args.ledger, asked),
        Command::Regrade(asked) => regrade::run(&args.ledger, asked),
        Command::Marks(asked) => marks::run(&args.ledger, asked),
        Command::Explain(asked) => explain::run(&args.ledger, asked),
        Command::Report(asked) => report::report(&args.ledger, asked),
        Command::Feedback(asked) => report::feedback(&args.ledger, asked),
        Command::Export(asked) => export::run(&args.ledger, asked),
        Command::Merge(asked) => merge::run(&args.ledger, asked),
        Command::Jails => jails::run(),
    }
}
