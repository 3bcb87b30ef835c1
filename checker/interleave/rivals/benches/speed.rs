//! How fast the explorers are on the same programs: executions in a second, time
//! to a complete proof, time to a verdict, and the most memory in use.
//!
//! `cargo bench -p rivals --bench speed [-- NAME]`. Each cell is a process of its
//! own, and what counts is its time on the processor. The explorers take turns,
//! round by round, and the best round of each counts: whatever else runs on the
//! machine only ever adds to it.

use rivals::process::output_of;
use std::time::Duration;

const ROUNDS: u64 = 5;
/// Executions of which the rate is taken. Loom looks at its bound only after as
/// many.
const MANY: &str = "20000";
/// Executions until a proof or a verdict is given up.
const MOST: &str = "60000";
/// A cell takes a second or two. Shuttle's exhaustive search lets one thread spin
/// until its bound on steps: that takes minutes, and proves nothing.
const PATIENCE: Duration = Duration::from_secs(30);

const INTERLEAVE: &str = env!("CARGO_BIN_EXE_speed-interleave");
const SHUTTLE: &str = env!("CARGO_BIN_EXE_speed-shuttle");
const LOOM: &str = env!("CARGO_BIN_EXE_speed-loom");

const PROGRAMS: [&str; 8] = [
    "counter_2",
    "counter_3",
    "counter_long",
    "pipeline",
    "spin_lock",
    "bounded_queue",
    "message_passing",
    "cell_publish",
];
/// What the others are held against, at least: 0.7 of shuttle's rate and 5 times
/// loom's.
const AIMS: [(f64, usize); 2] = [(0.7, 1), (5.0, 3)];

/// The columns of a table: title, program, task.
type Column = (&'static str, &'static str, &'static str);

const RATES: [Column; 4] = [
    ("interleave", INTERLEAVE, "all"),
    ("shuttle rnd", SHUTTLE, "random"),
    ("shuttle pct", SHUTTLE, "pct"),
    ("loom", LOOM, "all"),
];
const PROOFS: [Column; 4] = [
    ("interleave", INTERLEAVE, "proof"),
    ("with the rest", INTERLEAVE, "whole"),
    ("shuttle dfs", SHUTTLE, "proof"),
    ("loom", LOOM, "proof"),
];
const VERDICTS: [Column; 3] = [
    ("interleave", INTERLEAVE, "verdict"),
    ("shuttle rnd", SHUTTLE, "verdict"),
    ("loom", LOOM, "verdict"),
];

/// What a process says of itself.
#[derive(Clone, Debug)]
struct Said {
    word: String,
    executions: f64,
    seconds: f64,
    kib: u64,
}

impl Said {
    fn parse(line: &str) -> Option<Said> {
        let mut words = line.split(' ');
        let word = words.next()?.to_string();
        let executions = words.next()?.parse().ok()?;
        let nanoseconds: f64 = words.next()?.parse().ok()?;
        Some(Said {
            word,
            executions,
            seconds: nanoseconds / 1e9,
            kib: words.next()?.parse().ok()?,
        })
    }
}

/// Runs one process. `None` if it cannot run the program, or hangs.
fn run(explorer: &str, program: &str, task: &str, seed: u64, executions: &str) -> Option<Said> {
    let arguments = [program, task, &seed.to_string(), executions];
    let text = output_of(explorer, &arguments, PATIENCE)?;
    text.lines().find_map(Said::parse)
}

/// A row: for each column the best of all rounds.
fn row(columns: &[Column], program: &str, executions: &str, good: &str) -> Vec<Option<Said>> {
    let mut best: Vec<Option<Said>> = vec![None; columns.len()];
    let mut lost = vec![false; columns.len()];
    for seed in 1..=ROUNDS {
        for (index, (_, explorer, task)) in columns.iter().enumerate() {
            if lost[index] {
                continue;
            }
            let said = run(explorer, program, task, seed, executions);
            match said.filter(|said| said.word == good) {
                Some(said) => {
                    let faster = |best: &Said| said.seconds < best.seconds;
                    if best[index].as_ref().is_none_or(faster) {
                        best[index] = Some(said);
                    }
                }
                // The next round would end no better.
                None => lost[index] = true,
            }
        }
    }
    for (best, lost) in best.iter_mut().zip(lost) {
        if lost {
            *best = None;
        }
    }
    best
}

fn print_head(title: &str, columns: &[Column], ratios: &str) {
    println!("\n{title}\n");
    print!("{:<16}", "");
    for (title, ..) in columns {
        print!(" {title:>17}");
    }
    println!("   {ratios}");
}

/// How often `a` goes into `b`.
fn ratio(a: f64, b: Option<f64>) -> String {
    b.map_or("-".to_string(), |b| format!("{:.2}", a / b))
}

fn rates(programs: &[&str]) -> u64 {
    print_head(
        "Executions in a second; ours has the whole memory model on (aims: 0.7 of shuttle, 5 of loom)",
        &RATES,
        "of shuttle rnd, of loom",
    );
    let mut met = [0; AIMS.len()];
    let mut held = [0; AIMS.len()];
    let mut most = 0;
    for program in programs {
        let row = row(&RATES, program, MANY, "done");
        print!("{program:<16}");
        let rate = |said: &Said| said.executions / said.seconds;
        for said in &row {
            match said {
                Some(said) => print!(" {:>17.0}", rate(said)),
                None => print!(" {:>17}", "-"),
            }
        }
        let Some(ours) = &row[0] else {
            println!();
            continue;
        };
        most = most.max(ours.kib);
        let others: Vec<Option<f64>> = row.iter().map(|s| s.as_ref().map(rate)).collect();
        println!(
            "   {:>5} {:>5}",
            ratio(rate(ours), others[1]),
            ratio(rate(ours), others[3])
        );
        for (index, (aim, column)) in AIMS.iter().enumerate() {
            if let Some(other) = others[*column] {
                held[index] += 1;
                met[index] += u32::from(rate(ours) >= aim * other);
            }
        }
    }
    for (index, (aim, column)) in AIMS.iter().enumerate() {
        println!(
            "{aim} of {}: {} of {} programs",
            RATES[*column].0, met[index], held[index]
        );
    }
    most
}

fn times(title: &str, columns: &[Column], programs: &[&str], good: &str) {
    print_head(title, columns, "each takes so many times as long as ours");
    for program in programs {
        let row = row(columns, program, MOST, good);
        print!("{program:<16}");
        for said in &row {
            match said {
                Some(said) => print!(" {:>9.2} ({:>5})", said.seconds * 1e3, said.executions),
                None => print!(" {:>17}", "-"),
            }
        }
        print!("  ");
        for other in &row[1..] {
            let other = other.as_ref().map(|said| said.seconds);
            match (&row[0], other) {
                (Some(ours), Some(other)) => print!(" {:>6.2}", other / ours.seconds),
                _ => print!(" {:>6}", "-"),
            }
        }
        println!();
    }
}

fn main() {
    let wanted = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let programs: Vec<&str> = PROGRAMS
        .into_iter()
        .filter(|name| wanted.as_ref().is_none_or(|w| name.contains(w.as_str())))
        .collect();
    let most = rates(&programs);
    println!("the most memory that ours had in use: {most} KiB");
    times(
        "Milliseconds until all schedules are seen (executions), and with the schedules that ours runs \
         beside; shuttle's are those without weak memory",
        &PROOFS,
        &programs,
        "done",
    );
    times(
        "Milliseconds until the wrong twin has failed (executions); ours shrinks the failure as well",
        &VERDICTS,
        &programs,
        "failed",
    );
}
