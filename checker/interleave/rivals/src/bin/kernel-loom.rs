//! Runs one bug kernel under loom. The bench `detection` calls it.

// This crate is the `std` of the kernels.
extern crate self as std;
extern crate std as real;

#[path = "../../kernels/table.rs"]
#[macro_use]
mod table;
#[path = "../../kernels/portable/mod.rs"]
mod portable;

pub use loom::thread;
pub use real::{collections, mem};

/// As `std::sync`, as far as loom goes.
pub mod sync {
    pub use loom::sync::{Arc, Condvar, Mutex, RwLock, mpsc};

    /// As `std::sync::atomic`.
    pub mod atomic {
        pub use loom::sync::atomic::*;
    }
}

fn main() {
    let cell = rivals::Cell::start();
    let Some(kernel) = portable::ALL.iter().find(|k| k.name == cell.kernel) else {
        println!("cannot");
        return;
    };
    let body = rivals::counted(if cell.fixed {
        kernel.fixed
    } else {
        kernel.buggy
    });
    let mut builder = loom::model::Builder::new();
    builder.max_permutations = Some(cell.cap);
    builder.check(body);
    cell.passed();
}
