//! The litmus table under loom 0.7: where do loom and the explorer agree, and
//! where not, and why?
//!
//! Programs, oracle and table are those of `interleave`'s own litmus tests.

#[path = "../../../tests/litmus/explored.rs"]
mod explored;
#[path = "../../../tests/litmus/oracle.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod oracle;
#[path = "../../../tests/litmus/program.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod program;
#[path = "../../../tests/litmus/relation.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod relation;
#[path = "../../../tests/litmus/table.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod table;

mod deviations;
mod loomed;

use libtest_mimic::{Arguments, Failed, Trial};
use program::Program;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = table::rows()
        .into_iter()
        .filter(|row| is_small(&Program::parse(&row.program)))
        .map(|row| Trial::test(row.name.clone(), move || compare(&row)))
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// loom takes thousands of executions, and minutes, for most rows of three threads
/// and all rows of four; the explorer takes up to a few hundred.
fn is_small(program: &Program) -> bool {
    program.threads.len() <= 2 || program.threads.len() == 3 && program.ops().count() <= 5
}

/// loom reaches what the explorer reaches, but for a deviation that is listed.
fn compare(row: &table::Row) -> Result<(), Failed> {
    let program = Program::parse(&row.program);
    let (ours, _) = explored::reached(&program);
    let (theirs, ended) = loomed::reached(&program);
    let missed: Vec<String> = ours.difference(&theirs).map(ToString::to_string).collect();
    let invented: Vec<String> = theirs.difference(&ours).map(ToString::to_string).collect();
    let listed = deviations::of(&row.name);
    let agrees = match listed {
        // What loom had no time for, it does not miss.
        None => (missed.is_empty() || !ended) && invented.is_empty(),
        Some(why) => why.misses() != missed.is_empty() && why.invents() != invented.is_empty(),
    };
    if agrees {
        return Ok(());
    }
    Err(format!(
        "{program}\nlisted: {listed:?}, loom ended: {ended}\nloom misses: {missed:?}\nloom invents: {invented:?}"
    )
    .into())
}
