//! How many executions each explorer needs until it sees a known bug.
//!
//! `cargo bench -p rivals --bench detection [-- NAME]` prints a row a kernel. Each
//! cell is a process of its own with a watchdog, since some cells abort or hang. A
//! strategy that draws lots is run from several pinned seeds; the median counts.
//! The fixed twin is run as well: what also fails there has not found the bug.

use rivals::process::output_of;
use std::fmt;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// Executions until a strategy gives up.
const CAP: usize = 10_000;
/// As above, where no failure is expected.
const TWIN_CAP: usize = 1_000;
const SEEDS: u64 = 7;
/// A cell takes a second or two; what takes so long hangs.
const PATIENCE: Duration = Duration::from_secs(60);
const WORKERS: usize = 2;

const INTERLEAVE: &str = env!("CARGO_BIN_EXE_kernel-interleave");
const SHUTTLE: &str = env!("CARGO_BIN_EXE_kernel-shuttle");
const LOOM: &str = env!("CARGO_BIN_EXE_kernel-loom");

/// The columns: title, program, strategy, whether it draws lots.
const COLUMNS: [(&str, &str, &str, bool); 4] = [
    ("interleave", INTERLEAVE, "all", false),
    ("shuttle rnd", SHUTTLE, "random", true),
    ("shuttle pct", SHUTTLE, "pct", true),
    ("loom", LOOM, "all", false),
];

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cell {
    Found(usize),
    Missed,
    /// The process ended without a word, or not at all.
    Lost,
    /// The fixed twin fails too.
    Blames,
    Cannot,
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Found(n) => f.pad(&n.to_string()),
            Cell::Missed => f.pad("missed"),
            Cell::Lost => f.pad("hangs"),
            Cell::Blames => f.pad("twin fails"),
            Cell::Cannot => f.pad("-"),
        }
    }
}

/// Runs one process and gives its first line.
fn line(program: &str, arguments: &[&str]) -> Option<String> {
    let text = output_of(program, arguments, PATIENCE)?;
    let words = ["failed ", "passed ", "cannot"];
    text.lines()
        .find(|line| words.iter().any(|word| line.starts_with(word)))
        .map(str::to_string)
}

fn run(program: &str, kernel: &str, twin: &str, strategy: &str, seed: u64, cap: usize) -> Cell {
    let (seed, cap) = (seed.to_string(), cap.to_string());
    let Some(line) = line(program, &[kernel, twin, strategy, &seed, &cap]) else {
        return Cell::Lost;
    };
    match line.split_once(' ') {
        Some(("failed", n)) => Cell::Found(n.parse().expect("a number")),
        Some(_) => Cell::Missed,
        None => Cell::Cannot,
    }
}

fn cell(column: usize, kernel: &str) -> Cell {
    let (_, program, strategy, draws) = COLUMNS[column];
    let seeds = if draws { SEEDS } else { 1 };
    let mut all = Vec::new();
    for seed in 1..=seeds {
        all.push(run(program, kernel, "buggy", strategy, seed, CAP));
        // One hang, or one refusal, says enough.
        if matches!(all[0], Cell::Lost | Cell::Cannot) {
            return all[0];
        }
    }
    all.sort_unstable();
    let median = all[all.len() / 2];
    // The small cap is for rivals that go on until it is reached.
    let cap = if column == 0 { CAP } else { TWIN_CAP };
    match run(program, kernel, "fixed", strategy, 1, cap) {
        Cell::Found(_) => Cell::Blames,
        _ => median,
    }
}

fn print_row(name: &str, kind: &str, cells: &[Cell]) {
    print!("{name:<24} {kind:<11}");
    for cell in cells {
        print!(" {cell:>11}");
    }
    println!();
}

/// The middle of one column, where a miss is worse than any number.
fn median(cells: impl Iterator<Item = Cell>) -> Cell {
    let mut all: Vec<Cell> = cells.collect();
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or(Cell::Cannot)
}

fn summary(title: &str, rows: &[&[Cell]]) {
    println!("\n{title}: {} kernels", rows.len());
    for (column, (name, ..)) in COLUMNS.iter().enumerate() {
        let count = |what: fn(&Cell) -> bool| rows.iter().filter(|row| what(&row[column])).count();
        let ours_is_worse = rows.iter().filter(|row| row[column] < row[0]).count();
        let ours_is_better = rows.iter().filter(|row| row[column] > row[0]).count();
        println!(
            "  {name:<11} median {:>10}, found {:>3}, missed {:>3}, hangs {}, its twin fails too {}, \
             cannot run {:>2}; ours is better on {ours_is_better}, worse on {ours_is_worse}",
            median(rows.iter().map(|row| row[column])).to_string(),
            count(|c| matches!(c, Cell::Found(_))),
            count(|c| matches!(c, Cell::Missed)),
            count(|c| matches!(c, Cell::Lost)),
            count(|c| matches!(c, Cell::Blames)),
            count(|c| matches!(c, Cell::Cannot)),
        );
    }
}

fn main() {
    let wanted = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let list = Command::new(INTERLEAVE).output().expect("it was built");
    let list = String::from_utf8(list.stdout).expect("names");
    let kernels: Vec<(&str, &str)> = list
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(name, _)| wanted.as_ref().is_none_or(|w| name.contains(w.as_str())))
        .collect();
    let next = AtomicUsize::new(0);
    let rows = Mutex::new(vec![[Cell::Cannot; COLUMNS.len()]; kernels.len()]);
    thread::scope(|s| {
        for _ in 0..WORKERS {
            s.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((name, _)) = kernels.get(at) else {
                        break;
                    };
                    let row = std::array::from_fn(|column| cell(column, name));
                    rows.lock().expect("no worker panics")[at] = row;
                }
            });
        }
    });
    let rows = rows.into_inner().expect("no worker panics");

    println!(
        "Executions until the first failure, at most {CAP}; median of {SEEDS} seeds for shuttle.\n"
    );
    print!("{:<24} {:<11}", "kernel", "expected");
    for (title, ..) in COLUMNS {
        print!(" {title:>11}");
    }
    println!();
    for ((name, kind), row) in kernels.iter().zip(&rows) {
        print_row(name, kind, row);
    }
    let all: Vec<&[Cell]> = rows.iter().map(|row| &row[..]).collect();
    summary("All", &all);
    let shared: Vec<&[Cell]> = rows
        .iter()
        .filter(|row| row.iter().all(|cell| *cell != Cell::Cannot))
        .map(|row| &row[..])
        .collect();
    summary("What all four can run", &shared);
    let found: Vec<&[Cell]> = shared
        .iter()
        .filter(|row| row.iter().all(|cell| matches!(cell, Cell::Found(_))))
        .copied()
        .collect();
    summary("What all four find", &found);
}
