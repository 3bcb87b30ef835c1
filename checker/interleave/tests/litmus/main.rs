//! The memory model on litmus programs: a table written by hand, an oracle that
//! follows the axioms, and the explorer must say the same. One named test a row,
//! and random programs beside.
//!
//! `cargo test -p interleave --test litmus MP` runs the rows of that name.

mod compare;
mod explored;
mod oracle;
mod program;
mod random;
mod relation;
mod table;

use libtest_mimic::{Arguments, Trial};
use random::Mix;
use std::process::ExitCode;

/// Random programs a test, and tests a mix.
const PROGRAMS: usize = 100;
const BATCHES: u64 = 4;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials: Vec<Trial> = table::rows()
        .into_iter()
        .map(|row| Trial::test(row.name.clone(), move || compare::row(&row)))
        .collect();
    for mix in [Mix::NoSeqCst, Mix::MostlySeqCst, Mix::Fences, Mix::All] {
        for seed in 1..=BATCHES {
            let name = format!("random {mix:?} {seed}");
            let batch = move || compare::random(seed, mix, PROGRAMS);
            trials.push(Trial::test(name, batch));
        }
    }
    trials.push(Trial::test("the models agree", compare::models));
    libtest_mimic::run(&arguments, trials).exit_code()
}
