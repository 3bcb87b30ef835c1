//! The explorer beside shuttle and loom: the same programs under all three.
//!
//! `cargo bench -p rivals --bench detection` runs the bug kernels of `kernels/`
//! under each and prints how many executions each needs until the first failure.
//! `cargo bench -p rivals --bench speed` says how fast each of them is, and
//! `--bench exercises` what the schedule tests of the exercises take.
//!
//! This library is what the programs that run one kernel share. Each of them is
//! compiled against another look-alike of `std`.

pub mod process;
pub mod speed;

use std::sync::atomic::{AtomicUsize, Ordering};

/// One cell of the table: a kernel under a strategy.
#[derive(Debug)]
pub struct Cell {
    /// The kernel's name.
    pub kernel: String,
    /// Its fixed twin instead.
    pub fixed: bool,
    /// `random` or `pct`, where there is a choice.
    pub strategy: String,
    /// The seed of a random strategy.
    pub seed: u64,
    /// So many executions at most.
    pub cap: usize,
}

static EXECUTIONS: AtomicUsize = AtomicUsize::new(0);

impl Cell {
    /// Reads the command line. From here on the first panic, wherever it comes,
    /// says how many executions it took and ends the process: the rivals differ
    /// in what they do after a failure, and some of it never ends.
    ///
    /// # Panics
    ///
    /// If the command line is not one of the bench's.
    #[must_use]
    pub fn start() -> Cell {
        std::panic::set_hook(Box::new(|info| {
            // Shuttle's PCT refuses programs whose threads never run at once.
            if info.payload_as_str() == Some("test closure did not exercise any concurrency") {
                println!("cannot");
            } else {
                println!("failed {}", EXECUTIONS.load(Ordering::Relaxed));
            }
            std::process::exit(0);
        }));
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let [kernel, twin, strategy, seed, cap] =
            <[String; 5]>::try_from(arguments).expect("kernel, twin, strategy, seed, cap");
        Cell {
            kernel,
            fixed: twin == "fixed",
            strategy,
            seed: seed.parse().expect("a seed"),
            cap: cap.parse().expect("a cap"),
        }
    }

    /// Says that no execution failed.
    pub fn passed(&self) {
        println!("passed {}", EXECUTIONS.load(Ordering::Relaxed));
    }
}

/// A body that counts how often it is run.
pub fn counted(body: fn()) -> impl Fn() + Send + Sync + 'static {
    move || {
        EXECUTIONS.fetch_add(1, Ordering::Relaxed);
        body();
    }
}
