//! How long a learner waits: `cargo bench -p checker`.
//!
//! Everything is measured in a fresh clone of this repository (what is not committed does not count),
//! with cargo's own downloads at hand. The first rows start from an empty target folder. The others
//! are the median of several rounds, each with a file that was never judged before. Nothing else
//! should be running.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Rounds of which the median counts.
const ROUNDS: u32 = 7;
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

    let source = find(&root.join("exercises"))?.join("src/lib.rs");
    let stub = fs::read_to_string(&source)?;
    let reference = fs::read_to_string(find(&root.join("solutions"))?.join("lib.rs"))?;
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
    let mut times = (0..ROUNDS).map(&mut round).collect::<Result<Vec<_>>>()?;
    times.sort();
    Ok(times[times.len() / 2])
}

fn clone_to(root: &Path) -> Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()?;
    let status = Command::new("git")
        .args(["clone", "--quiet", "--no-local"])
        .arg(here)
        .arg(root)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err("git clone failed".into())
    }
}

/// Runs cargo as a learner would: without the settings that it hands to its children.
fn cargo(root: &Path, arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let is_setting = text.starts_with("CARGO") && text != "CARGO_HOME" && !text.contains("NET");
        if is_setting || text == "RUSTUP_TOOLCHAIN" {
            command.env_remove(&name);
        }
    }
    // An untouched exercise fails: that is its verdict.
    command
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

/// The folder of [`EXERCISE`] in `parent`.
fn find(parent: &Path) -> Result<PathBuf> {
    for entry in fs::read_dir(parent)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(EXERCISE) {
            return Ok(entry.path());
        }
    }
    Err(format!("no {EXERCISE} in {}", parent.display()).into())
}
