//! Runs one bug kernel under shuttle. The bench `detection` calls it.

#![allow(unsafe_code, reason = "a data race needs an `UnsafeCell`")]

// This crate is the `std` of the kernels.
extern crate self as std;
extern crate std as real;

#[path = "../../kernels/table.rs"]
#[macro_use]
mod table;
#[path = "../../kernels/beyond_loom/mod.rs"]
mod beyond_loom;
#[path = "../../kernels/portable/mod.rs"]
mod portable;

pub use real::{cell, collections, mem, time};
pub use shuttle::{sync, thread};

use shuttle::scheduler::{PctScheduler, RandomScheduler};
use shuttle::{Config, FailurePersistence, MaxSteps, Runner};

/// The depth of shuttle's own `check_pct` in its documentation.
const DEPTH: usize = 3;
/// A kernel takes some dozens of steps; what takes so many does not end.
const MOST_STEPS: usize = 20_000;

fn main() {
    let cell = rivals::Cell::start();
    let mut all = portable::ALL.iter().chain(beyond_loom::ALL);
    let Some(kernel) = all.find(|k| k.name == cell.kernel) else {
        println!("cannot");
        return;
    };
    let body = rivals::counted(if cell.fixed {
        kernel.fixed
    } else {
        kernel.buggy
    });
    let mut config = Config::new();
    config.failure_persistence = FailurePersistence::None;
    config.max_steps = MaxSteps::FailAfter(MOST_STEPS);
    config.silence_warnings = true;
    if cell.strategy == "pct" {
        let scheduler = PctScheduler::new_from_seed(cell.seed, DEPTH, cell.cap);
        Runner::new(scheduler, config).run(body);
    } else {
        let scheduler = RandomScheduler::new_from_seed(cell.seed, cell.cap);
        Runner::new(scheduler, config).run(body);
    }
    cell.passed();
}
