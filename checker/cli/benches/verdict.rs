//! How long a learner waits: `cargo bench -p checker`.
//!
//! Everything is measured in a fresh clone of this repository (what is not committed does not count),
//! with cargo's own downloads at hand. The first rows start from an empty target folder. The others
//! are the median of several rounds, each with a file that was never judged before. Nothing else
//! should be running.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

mod fresh;

use fresh::{ROUNDS, Result, begins_with, clone_to};

/// The exercise that is saved and judged.
const EXERCISE: &str = "ex15";

struct Row {
    what: String,
    took: Duration,
    aim: Duration,
}

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let root = folder.path().join("workbook");
    let mut rows = Vec::new();
    let mut add = |what: &str, aim: u64, took: Duration| {
        eprintln!("{what}: {}", seconds(took));
        rows.push(Row {
            what: what.to_owned(),
            took,
            aim: Duration::from_millis(aim),
        });
    };

    let clone = timed(|| clone_to(&root))?;
    let test = timed(|| cargo(&root, &["test", "--quiet", "-p", "ex01"]))?;
    add(
        "cold clone to the first verdict of `cargo test -p ex01`",
        30_000,
        clone + test,
    );

    fs::remove_dir_all(root.join("target"))?;
    let run = timed(|| cargo(&root, &["run", "--quiet", "-p", "checker"]))?;
    add(
        "cold clone to the first screen of `cargo run -p checker`",
        30_000,
        clone + run,
    );

    let checker = root
        .join("target/debug/checker")
        .with_extension(std::env::consts::EXE_EXTENSION);
    let check = |arguments: &[&str]| run_in(&root, &checker, arguments);
    let first = timed(|| check(&["check", EXERCISE]))?;
    add("first `check`, which builds the explorer", 30_000, first);

    let source = begins_with(&root.join("exercises"), EXERCISE)?.join("src/lib.rs");
    let stub = fs::read_to_string(&source)?;
    let reference =
        fs::read_to_string(begins_with(&root.join("solutions"), EXERCISE)?.join("lib.rs"))?;
    for (what, aim, text) in [
        ("a pass", 600, &reference),
        (
            "a compile error",
            300,
            &format!("{reference}\nfn slip() -> u32 {{ missing }}\n"),
        ),
        ("the untouched stub", 600, &stub),
    ] {
        let took = median(|round| {
            // A comment makes it a text that was never judged.
            fs::write(&source, format!("{text}// round {round}\n"))?;
            timed(|| check(&["check", EXERCISE]))
        })?;
        add(
            &format!("save to verdict of `checker check {EXERCISE}`: {what}"),
            aim,
            took,
        );
    }

    check(&["check", "--all"])?;
    let took = median(|_| timed(|| check(&["check", "--all"])))?;
    add("`checker check --all`, nothing changed", 200, took);
    let took = median(|_| timed(|| check(&[])))?;
    add("`checker`", 20, took);

    println!("\n{:<66} {:>8} {:>8}", "", "took", "aim");
    for row in rows {
        let verdict = if row.took <= row.aim { "" } else { "  over" };
        println!(
            "{:<66} {:>8} {:>8}{verdict}",
            row.what,
            seconds(row.took),
            seconds(row.aim)
        );
    }
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{:.3} s", time.as_secs_f64())
}

/// How long `work` takes.
fn timed(work: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let begin = Instant::now();
    work()?;
    Ok(begin.elapsed())
}

fn median(mut round: impl FnMut(u32) -> Result<Duration>) -> Result<Duration> {
    let times = (0..ROUNDS).map(&mut round).collect::<Result<Vec<_>>>()?;
    Ok(fresh::median(times))
}

/// Runs cargo to its end. An untouched exercise fails: that is its verdict.
fn cargo(root: &Path, arguments: &[&str]) -> Result<()> {
    fresh::cargo(root, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    Ok(())
}

fn run_in(root: &Path, program: &Path, arguments: &[&str]) -> Result<()> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .output()?;
    match output.status.code() {
        Some(0 | 1) => Ok(()),
        _ => Err(String::from_utf8_lossy(&output.stderr).into()),
    }
}
