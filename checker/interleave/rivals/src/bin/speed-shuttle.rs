//! Measures one program under shuttle. The bench `speed` calls it.

#![allow(unsafe_code, reason = "one program shares an `UnsafeCell`")]

// This crate is the `std` of the programs.
extern crate self as std;
extern crate std as real;

#[path = "../../kernels/table.rs"]
#[macro_use]
mod table;
#[path = "../../kernels/beyond_loom/cell_publish.rs"]
mod cell_publish;
#[path = "../../kernels/speed/mod.rs"]
mod speed;

pub use real::cell;
pub use shuttle::{sync, thread};

use rivals::speed::{Measurement, Task, counted, executions};
use shuttle::scheduler::{DfsScheduler, PctScheduler, RandomScheduler, Scheduler};
use shuttle::{Config, FailurePersistence, MaxSteps, Runner};
use table::Kernel;

/// The depth of shuttle's own `check_pct` in its documentation.
const DEPTH: usize = 3;

fn run(scheduler: impl Scheduler + 'static, body: fn()) {
    let mut config = Config::new();
    config.failure_persistence = FailurePersistence::None;
    config.max_steps = MaxSteps::FailAfter(20_000);
    config.silence_warnings = true;
    Runner::new(scheduler, config).run(counted(body));
}

fn main() {
    let measurement = Measurement::from_arguments();
    let cell = kernel!(cell_publish, DataRace);
    let mut all = speed::ALL.iter().chain([&cell]);
    let program = all.find(|p| p.name == measurement.program);
    let program = program.expect("a program");
    let seed = measurement.seed;
    measurement.take(|most| match measurement.task {
        Task::Random => {
            run(RandomScheduler::new_from_seed(seed, most), program.fixed);
            true
        }
        Task::Verdict => {
            run(RandomScheduler::new_from_seed(seed, most), program.buggy);
            false
        }
        Task::Pct => {
            run(
                PctScheduler::new_from_seed(seed, DEPTH, most),
                program.fixed,
            );
            true
        }
        Task::All | Task::Proof | Task::Whole => {
            let before = executions();
            run(DfsScheduler::new(Some(most), false), program.fixed);
            executions() - before < most
        }
    });
}
