//! The bug kernels under the explorer: each must be found, soon, and as what it
//! is; and its fixed twin must pass. One named test a kernel.
//!
//! `cargo test -p interleave --test kernels aba` runs the kernels of that name.

#![allow(
    clippy::pedantic,
    reason = "kernels are written as their originals are"
)]
#![allow(unsafe_code, reason = "a data race needs an `UnsafeCell`")]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../kernels/table.rs"]
#[macro_use]
mod table;
#[path = "../kernels/beyond_loom/mod.rs"]
mod beyond_loom;
#[path = "../kernels/ours_only/mod.rs"]
mod ours_only;
#[path = "../kernels/portable/mod.rs"]
mod portable;

use interleave::{Explorer, FailureKind, Outcome, Report};
use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;
use table::{Expected, Kernel};

/// So many schedules are enough for every kernel. The budget is 10,000; this is
/// little above what the slowest takes, so that a search that becomes worse is
/// seen.
const ENOUGH: usize = 150;
/// Twins of more schedules than the budget.
const TOO_LARGE: [&str; 1] = ["reorder_10"];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let all = portable::ALL
        .iter()
        .chain(beyond_loom::ALL)
        .chain(ours_only::ALL);
    let trials = all
        .map(|kernel| Trial::test(kernel.name, || check(kernel)))
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn check(kernel: &Kernel) -> Result<(), Failed> {
    match Explorer::new().run(kernel.buggy) {
        Outcome::Failed(report) => found(kernel, &report)?,
        Outcome::Passed(coverage) => return Err(format!("missed: {coverage:?}").into()),
    }
    match Explorer::new().run(kernel.fixed) {
        Outcome::Failed(report) => {
            Err(format!("the fixed twin is blamed:\n{}", report.story()).into())
        }
        Outcome::Passed(coverage) if coverage.complete => Ok(()),
        Outcome::Passed(_) if TOO_LARGE.contains(&kernel.name) => Ok(()),
        Outcome::Passed(coverage) => Err(format!("not all of it was seen: {coverage:?}").into()),
    }
}

fn found(kernel: &Kernel, report: &Report) -> Result<(), Failed> {
    let expected = match kernel.expected {
        Expected::Deadlock | Expected::LostWakeup => FailureKind::Deadlock,
        Expected::Livelock => FailureKind::Livelock,
        Expected::Race | Expected::WeakMemory | Expected::DataRace => FailureKind::Race,
    };
    let is_data_race = report.message().contains("data race");
    if report.kind() != expected || is_data_race != (kernel.expected == Expected::DataRace) {
        let kind = report.kind();
        return Err(format!("found as {kind:?}:\n{}", report.story()).into());
    }
    if report.schedules() > ENOUGH {
        return Err(format!("found only by schedule {}", report.schedules()).into());
    }
    Ok(())
}
