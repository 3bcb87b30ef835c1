//! Measures one program under loom. The bench `speed` calls it.

// This crate is the `std` of the programs.
extern crate self as std;
extern crate std as real;

#[path = "../../kernels/table.rs"]
#[macro_use]
mod table;
#[path = "../../kernels/speed/mod.rs"]
mod speed;

pub use loom::thread;

/// As `std::sync`, as far as the programs go.
pub mod sync {
    pub use loom::sync::{Condvar, Mutex, mpsc};
    // The real one, as in the other two: each clone of loom's own is a step more.
    pub use real::sync::Arc;

    /// As `std::sync::atomic`, as far as the programs go.
    pub mod atomic {
        pub use loom::sync::atomic::{AtomicBool, AtomicU32, Ordering};
    }
}

use rivals::speed::{Measurement, Task, counted, executions};

fn main() {
    let measurement = Measurement::from_arguments();
    let program = speed::ALL.iter().find(|p| p.name == measurement.program);
    let body = match (program, measurement.task) {
        (Some(program), Task::Verdict) => program.buggy,
        (Some(program), Task::All | Task::Proof) => program.fixed,
        _ => {
            println!("cannot");
            return;
        }
    };
    measurement.take(|most| {
        let mut builder = loom::model::Builder::new();
        builder.max_permutations = Some(most);
        let before = executions();
        builder.check(counted(body));
        // It stops one short of its bound.
        executions() - before + 1 < most
    });
}
