//! What the programs that the bench `speed` calls share: one measurement of one
//! program under one explorer, in a process of its own.
//!
//! The time is the process's own on the processor, not the wall clock's, so that
//! other work on the machine does not count.

use std::fmt;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// The time of many executions, of a search that draws lots if there is one.
    Random,
    /// As above, with priorities drawn by lot.
    Pct,
    /// As above, with the exhaustive search.
    All,
    /// The time until all schedules are seen.
    Proof,
    /// As above, with whatever the explorer does beside.
    Whole,
    /// The time until the wrong twin fails.
    Verdict,
}

/// One measurement: who runs what, and how far.
#[derive(Debug)]
pub struct Measurement {
    /// The program's name.
    pub program: String,
    /// What is measured.
    pub task: Task,
    /// The seed of a strategy that draws lots.
    pub seed: u64,
    /// So many executions, or at most so many.
    pub executions: usize,
}

static EXECUTIONS: AtomicUsize = AtomicUsize::new(0);
/// Short proofs are repeated for so long, and the mean counts.
const ENOUGH: Duration = Duration::from_millis(100);
/// When the measurement began.
static START: LazyLock<Duration> = LazyLock::new(processor_time);

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Task::Random => "random",
            Task::Pct => "pct",
            Task::All => "all",
            Task::Proof => "proof",
            Task::Whole => "whole",
            Task::Verdict => "verdict",
        })
    }
}

impl Measurement {
    /// Reads the command line.
    ///
    /// # Panics
    ///
    /// If it is not one of the bench's.
    #[must_use]
    pub fn from_arguments() -> Measurement {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let [program, task, seed, executions] =
            <[String; 4]>::try_from(arguments).expect("program, task, seed, executions");
        let all = [
            Task::Random,
            Task::Pct,
            Task::All,
            Task::Proof,
            Task::Whole,
            Task::Verdict,
        ];
        let task = all.into_iter().find(|t| t.to_string() == task);
        Measurement {
            program,
            task: task.expect("a task"),
            seed: seed.parse().expect("a seed"),
            executions: executions.parse().expect("a number of executions"),
        }
    }

    /// Runs `search`, which is given the number of executions to make at most and
    /// says whether it saw everything, as the task demands; and says what it
    /// took. A panic ends a verdict: the rivals differ in what they do after it.
    pub fn take(&self, mut search: impl FnMut(usize) -> bool) {
        LazyLock::force(&START);
        std::panic::set_hook(Box::new(|info| failed(info)));
        let mut rounds = 0;
        let mut complete = true;
        let goes_on = |rounds| match self.task {
            // A small program is seen whole long before.
            Task::Random | Task::Pct | Task::All => executions() < self.executions,
            Task::Proof | Task::Whole => rounds == 0 || taken() < ENOUGH,
            Task::Verdict => rounds == 0,
        };
        while complete && goes_on(rounds) {
            complete = search(self.executions);
            rounds += 1;
        }
        if matches!(self.task, Task::Random | Task::Pct | Task::All) {
            (complete, rounds) = (true, 1);
        }
        let word = if complete { "done" } else { "incomplete" };
        say(word, rounds);
    }
}

/// Says that the program has failed, and ends the process.
pub fn failed(why: &dyn fmt::Display) -> ! {
    say("failed", 1);
    eprintln!("{why}");
    std::process::exit(0);
}

/// A body that counts how often it is run.
pub fn counted(body: fn()) -> impl Fn() + Send + Sync + 'static {
    move || {
        EXECUTIONS.fetch_add(1, Ordering::Relaxed);
        body();
    }
}

/// How often the body was run.
pub fn executions() -> usize {
    EXECUTIONS.load(Ordering::Relaxed)
}

fn taken() -> Duration {
    processor_time().saturating_sub(*START)
}

/// The line that the bench reads: what came of it, the executions and the
/// nanoseconds of one round, and the most memory that was in use, in KiB.
fn say(word: &str, rounds: u32) {
    let took = taken() / rounds;
    let executions = executions() / rounds as usize;
    let peak = peak_kib().unwrap_or(0);
    println!("{word} {executions} {} {peak}", took.as_nanos());
}

/// The time that this process has spent on a processor.
#[cfg(unix)]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// The wall clock, where the processor's is not at hand.
#[cfg(not(unix))]
fn processor_time() -> Duration {
    static BEGIN: LazyLock<std::time::Instant> = LazyLock::new(std::time::Instant::now);
    BEGIN.elapsed()
}

/// The most memory that was in use, where the system says so.
fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
