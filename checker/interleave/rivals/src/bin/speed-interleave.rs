//! Measures one program under interleave. The bench `speed` calls it.

#![allow(unsafe_code, reason = "one program shares an `UnsafeCell`")]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../../kernels/table.rs"]
#[macro_use]
mod table;
#[path = "../../kernels/beyond_loom/cell_publish.rs"]
mod cell_publish;
#[path = "../../kernels/speed/mod.rs"]
mod speed;

use interleave::{Explorer, Outcome};
use rivals::speed::{Measurement, Task, counted, failed};
use table::Kernel;

fn main() {
    let measurement = Measurement::from_arguments();
    let cell = kernel!(cell_publish, DataRace);
    let mut all = speed::ALL.iter().chain([&cell]);
    let program = all.find(|p| p.name == measurement.program);
    let program = program.expect("a program");
    let body = match measurement.task {
        Task::Verdict => program.buggy,
        _ => program.fixed,
    };
    // As an exercise's test does: with all searches and the whole memory model.
    let explorer = Explorer::new();
    let explorer = match measurement.task {
        Task::Proof => explorer.executions(measurement.executions).only_all(),
        _ => explorer,
    };
    measurement.take(|_| match explorer.run(counted(body)) {
        Outcome::Passed(coverage) => coverage.complete,
        Outcome::Failed(report) => failed(&report.message()),
    });
}
