//! Runs one bug kernel under interleave. The bench `detection` calls it.

#![allow(unsafe_code, reason = "a data race needs an `UnsafeCell`")]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../../kernels/table.rs"]
#[macro_use]
mod table;
#[path = "../../kernels/beyond_loom/mod.rs"]
mod beyond_loom;
#[path = "../../kernels/ours_only/mod.rs"]
mod ours_only;
#[path = "../../kernels/portable/mod.rs"]
mod portable;

use interleave::{Explorer, Outcome};
use std::the_real_std::println;

fn all() -> impl Iterator<Item = &'static table::Kernel> {
    portable::ALL
        .iter()
        .chain(beyond_loom::ALL)
        .chain(ours_only::ALL)
}

fn main() {
    if std::env::args().len() == 1 {
        for kernel in all() {
            println!("{} {:?}", kernel.name, kernel.expected);
        }
        return;
    }
    let cell = rivals::Cell::start();
    let kernel = all().find(|k| k.name == cell.kernel).expect("a kernel");
    // A failure is no panic here, but a report; its hook has done its work.
    let _ = std::the_real_std::panic::take_hook();
    let body = if cell.fixed {
        kernel.fixed
    } else {
        kernel.buggy
    };
    match Explorer::new().executions(cell.cap).run(body) {
        Outcome::Failed(report) => println!("failed {}", report.executions()),
        Outcome::Passed(coverage) => println!("passed {}", coverage.schedules),
    }
}
